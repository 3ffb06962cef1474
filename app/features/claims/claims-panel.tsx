/** The claims of one reply, for the page of the reply: quotation beside each, to confirm or to set aside. */
import { Link } from '@remix-run/react';
import { Empty, Panel } from '../../ui/page';
import { ClaimCard } from './claim-card';
import type { ClaimView } from './claim-view';

export function ClaimsPanel(props: {
  claims: ClaimView[];
  more: boolean;
  files?: { id: string; name: string }[];
  mayConfirm: boolean;
  /** Address of the page this stands on. */
  back: string;
}) {
  const waiting = props.claims.filter(({ status }) => status === 'proposed');
  const all = new URLSearchParams([
    ...waiting.slice(0, 50).map(({ id }): [string, string] => ['claim', id]),
    ['back', props.back],
  ]);
  return (
    <Panel
      id="claims"
      title="What the supplier says"
      aside={
        props.mayConfirm && waiting.length > 1 ? (
          <Link className="btn btn-sm no-print" to={`/claims/confirm?${all}`}>
            Confirm several …
          </Link>
        ) : null
      }
    >
      {props.claims.length === 0 ? (
        <Empty title="Nothing is claimed in this reply.">
          A reply that only acknowledges the letter claims nothing.
        </Empty>
      ) : (
        <>
          <p className="quiet">Nothing counts until a person confirms it by name.</p>
          {props.claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} back={props.back} mayConfirm={props.mayConfirm} />
          ))}
          {props.more ? (
            <p>
              More claims were read from its files; the <Link to="/claims">list of claims</Link> has them all.
            </p>
          ) : null}
        </>
      )}
      {props.mayConfirm ? <FileLinks files={props.files ?? []} /> : null}
    </Panel>
  );
}

/** The way to the sentences of a file; nothing where the reply came without files. */
export const FileLinks = ({ files }: { files: { id: string; name: string }[] }) =>
  files.length === 0 ? null : (
    <p className="no-print flex flex-wrap gap-x-3 gap-y-1 break-words">
      <span className="quiet">Take a claim out of</span>
      {files.map(({ id, name }) => (
        <Link key={id} to={`/claims/from-file/${id}`} className="inline-block min-h-6 underline">
          {name}
        </Link>
      ))}
    </p>
  );
