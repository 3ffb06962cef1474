/** What one exception says, and the signature on it. */
import { ROLE_LABELS } from '../../guard/roles';
import { Notice, Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import type { ExceptionView } from './get-exception.server';

const METHODS = { password: 'password', totp: 'authenticator code', passkey: 'passkey', paper: 'on paper' } as const;

export function ExceptionFacts({ of }: { of: ExceptionView }) {
  const { signature } = of;
  const rows: [string, React.ReactNode][] = [
    ['Person', of.personName],
    ['Places', of.places],
    ['First day', <DateText key="from" value={of.startsOn} />],
    ['Last day', <DateText key="until" value={of.endsOn} />],
    ['Why', of.reason],
    ['Signed', `${signature.name}, ${ROLE_LABELS[signature.role]}: approval`],
    ['When', <TimeText key="at" value={signature.at} />],
    ['Confirmed with', METHODS[signature.method]],
    [
      'SHA-256 of what was signed',
      <code key="sha" className="font-mono text-[0.9em] break-all">
        {signature.sha256}
      </code>,
    ],
  ];
  return (
    <Panel title="What it says">
      {signature.intact ? null : (
        <Notice kind="error" title="This record was altered">
          <p>What is stored is not what was signed. Do not rely on it; verify the record.</p>
        </Notice>
      )}
      <dl className="mt-1 grid grid-cols-1 gap-x-4 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="quiet">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {of.revoked ? (
        <p className="mt-3">
          Revoked by {of.revoked.by}, <TimeText value={of.revoked.at} />: {of.revoked.why}
        </p>
      ) : null}
    </Panel>
  );
}
