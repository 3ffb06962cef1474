/** Which signatures changes need, as people read it, and the policies there have been. */
import { Link } from '@remix-run/react';
import { Notice, PageHeader, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { PolicyView, RuleView } from './policy-view';

const HERE = '/settings/sign-off';

export function PolicyPage({ of }: { of: PolicyView }) {
  const old = of.number !== of.current;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Which signatures changes need"
        sub="Who has to sign a change is worked out from these rules each time somebody looks: another policy counts at once, for changes in sign-off too. What was decided stays decided."
        actions={
          of.maySet ? (
            <Link to={`${HERE}/edit${old ? `?from=${of.number}` : ''}`} className="btn btn-primary btn-sm">
              {old ? 'Begin a new policy from this one' : 'Change the policy'}
            </Link>
          ) : null
        }
      />
      {old ? (
        <Notice kind="info">
          <p>
            This policy is no longer in force. <Link to={HERE}>Show the one in force</Link>
          </p>
        </Notice>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,2.4fr)_minmax(0,1fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={`Policy ${of.number}: who signs`} flush>
            <Rules rules={of.rules} />
          </Panel>
          <Terms of={of} />
        </div>
        <Versions of={of} />
      </div>
    </>
  );
}

const Rules = ({ rules }: { rules: readonly RuleView[] }) => (
  <TableRegion label="Rules of sign-off">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col" className="w-1/4">
            Who signs
          </th>
          <th scope="col">When</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>
              <span className="font-medium">{rule.slot}</span>
              <code className="quiet block font-mono text-[0.93em] break-all">{rule.id}</code>
            </td>
            <td data-label="When">
              {rule.conditions.length === 0 ? 'every change' : `if ${rule.conditions.join(', and ')}`}
            </td>
            <td data-label="Why" className="break-words">
              {rule.because}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);

const Terms = ({ of }: { of: PolicyView }) => (
  <Panel title="Days, hours and training">
    <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
      <dt className="font-medium">An approval is good for</dt>
      <dd>
        <ul>
          {of.approvalDays.map(({ tier, days }) => (
            <li key={tier}>
              {days} days where the most serious outcome still possible is “{tier}”
            </li>
          ))}
        </ul>
      </dd>
      <dt className="font-medium">An emergency is signed within</dt>
      <dd>{of.emergencyHours} hours of its confirmation; one that runs keeps its clock</dd>
      <dt className="font-medium">Signers have to have learnt</dt>
      <dd>
        {of.courses.length === 0 ? (
          'nothing'
        ) : (
          <ul>
            {of.courses.map((course) => (
              <li key={course}>{course}</li>
            ))}
          </ul>
        )}
      </dd>
      <dt className="font-medium">The record is reviewed</dt>
      <dd>every {of.trailReviewDays} days</dd>
    </dl>
  </Panel>
);

const Version = (props: { number: number; shown: boolean; children: React.ReactNode }) => (
  <li className="border-t border-base-300 py-2 first:border-0">
    <Link
      to={`${HERE}?version=${props.number}`}
      aria-current={props.shown ? 'page' : undefined}
      className={props.shown ? 'font-semibold' : undefined}
    >
      Policy {props.number}
    </Link>
    <p className="quiet text-[0.93em] break-words">{props.children}</p>
  </li>
);

const Versions = ({ of }: { of: PolicyView }) => (
  <Panel title="Versions">
    <ul>
      {of.versions.map(({ number, by, at, note }) => (
        <Version key={number} number={number} shown={number === of.number}>
          {note} · {by}, <TimeText value={at} />
        </Version>
      ))}
      <Version number={0} shown={of.number === 0}>
        brought along by Changemark
      </Version>
    </ul>
  </Panel>
);
