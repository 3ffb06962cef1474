/** Said where the MDS2 form of a model is older than a version that is in use. */
import { Link } from '@remix-run/react';
import { Notice } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { Mds2Age } from './mds2-age.server';

export const Mds2StaleNotice = (props: {
  modelId: string;
  olderThan: NonNullable<Mds2Age['olderThan']>;
  mayAsk: boolean;
}) => {
  const { release, releasedOn, onModel } = props.olderThan;
  return (
    <Notice kind="warning" title="The MDS2 form is older than the software">
      Version {release}, which {onModel ? 'is the current one' : 'units in use have installed'}, was released on{' '}
      {dateInWords(releasedOn)}: the answers speak of an earlier one.{' '}
      {props.mayAsk ? (
        <Link to={`/letters/new?kind=security-documents-request&model=${props.modelId}`}>Ask again by letter</Link>
      ) : (
        'The maker can be asked again.'
      )}
    </Notice>
  );
};
