/** Who accepted what is left of the risks, until when; overdue stays in force until somebody acts. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import { ACCEPTANCE_LABELS, type AcceptanceState } from './acceptance-state';
import type { RiskRefused } from './act-on-risk.server';
import { AXES, AXIS_LABELS } from './axes';
import { ratingInWords } from './matrix';
import type { AcceptanceView, RiskPage } from './risk-view';

const LOOKS = {
  in_force: 'settled',
  review_due: 'warning',
  overdue: 'hold',
  ended: 'plain',
} as const satisfies Record<AcceptanceState, string>;

const Covered = ({ ratings }: Pick<AcceptanceView, 'ratings'>) => (
  <ul className="quiet mt-1 text-[0.93em]">
    {AXES.flatMap((axis) => {
      const rating = ratings[axis];
      return rating ? [<li key={axis}>{`${AXIS_LABELS[axis]}: ${ratingInWords(rating)}`}</li>] : [];
    })}
  </ul>
);

const EndForm = ({ one, refused }: { one: AcceptanceView; refused: RiskRefused | null }) => (
  <details className="no-print" open={refused !== null || undefined}>
    <summary className="min-h-6 w-fit cursor-pointer font-medium text-primary">End it</summary>
    <PostForm className="mt-2 flex flex-col gap-2 rounded-box bg-base-200 p-3" preventScrollReset>
      <input type="hidden" name="intent" value="end-acceptance" />
      <input type="hidden" name="acceptance" value={one.id} />
      <FormErrors errors={refused?.errors['']} />
      <TextField
        name="reason"
        label="Why it ends"
        value={refused?.kept.reason?.[0]}
        errors={refused?.errors.reason}
        required
      />
      <div>
        <Submit small look="danger">
          End acceptance {one.number}
        </Submit>
      </div>
    </PostForm>
  </details>
);

function Acceptance({ one, page, refused }: { one: AcceptanceView; page: RiskPage; refused: RiskRefused | null }) {
  return (
    <li className="border-t border-base-300 py-3 first:border-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">
          Acceptance {one.number}
          {one.renews === null ? null : <span className="quiet font-normal"> renews {one.renews}</span>}
        </span>
        <StateBadge state={LOOKS[one.state]}>{ACCEPTANCE_LABELS[one.state]}</StateBadge>
      </div>
      <p className="mt-1">
        <LongText text={one.what} /> <span className="quiet">Because:</span> <LongText text={one.because} />
      </p>
      <p className="mt-1">
        Looked at again on <DateText value={one.reviewOn} />, accepted until <DateText value={one.expiresOn} />.
      </p>
      <Covered ratings={one.ratings} />
      <p className="quiet mt-1 text-[0.93em]">
        Signed by {one.by}, <TimeText value={one.at} />: accept residual risk · by {one.method} · SHA-256{' '}
        <span className="font-mono break-all">{one.payloadSha256}</span>
      </p>
      {one.whole ? null : (
        <p className="font-medium text-error">
          What is stored no longer matches what was signed. Tell an administrator.
        </p>
      )}
      {one.ended ? (
        <p className="quiet mt-1">
          Ended by {one.ended.by}, <TimeText value={one.ended.at} />: {one.ended.reason}
        </p>
      ) : page.may.end ? (
        <div className="no-print mt-2 flex flex-wrap items-start gap-3">
          <Link className="btn btn-sm" to={`/changes/${page.change.id}/risk/accept?renews=${one.id}`}>
            Renew acceptance {one.number}
          </Link>
          <EndForm one={one} refused={refused} />
        </div>
      ) : null}
    </li>
  );
}

export function AcceptancesPanel({ page, refused }: { page: RiskPage; refused: RiskRefused | null }) {
  const { may, acceptances } = page;
  return (
    <Panel
      id="acceptances"
      title="Residual risk accepted"
      aside={
        may.accept && may.acceptBlocked === null ? (
          <Link className="btn btn-sm no-print" to={`/changes/${page.change.id}/risk/accept`}>
            Accept residual risk
          </Link>
        ) : null
      }
    >
      {may.accept && may.acceptBlocked !== null ? (
        <p className="mb-2">You cannot accept it now. {may.acceptBlocked}</p>
      ) : null}
      {acceptances.length === 0 ? (
        <p className="quiet">Nobody has accepted what is left. A risk owner does, with a day on which it runs out.</p>
      ) : (
        <ul>
          {acceptances.map((one) => (
            <Acceptance
              key={one.id}
              one={one}
              page={page}
              refused={refused?.intent === 'end-acceptance' && refused.key === one.id ? refused : null}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
