import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { FactList } from '../provenance/fact-list';
import type { Fact } from '../provenance/source';
import { basisLabel, marketLabel } from './bases';
import { certificationFieldLabel } from './certification-fields';
import type { CertificationView } from './certification-view';
import { EndingText, TransitionText } from './ending-text';

/** The facts of one certification, each with its source. */
export function CertificationFacts(props: { certification: CertificationView; history: Fact[]; today: string }) {
  const { certification: cert, today } = props;
  const current = (field: string) => props.history.find((fact) => fact.field === field && fact.supersededAt === null);
  const row = (field: string, value: React.ReactNode) => ({
    label: certificationFieldLabel(field),
    value,
    fact: current(field),
  });
  return (
    <Panel title="The paper">
      <FactList
        rows={[
          row('market', marketLabel(cert.market)),
          row('basis', basisLabel(cert.basis)),
          row('class', cert.class),
          row('number', cert.number),
          row('body', cert.body),
          row('scope', cert.scope),
          row('issuedOn', cert.issuedOn ? dateInWords(cert.issuedOn) : ''),
          row(
            'expiresOn',
            cert.expiresOn || cert.doesNotExpire ? (
              <>
                <EndingText cert={cert} today={today} />
                <TransitionText cert={cert} today={today} />
              </>
            ) : (
              ''
            ),
          ),
        ]}
      />
    </Panel>
  );
}
