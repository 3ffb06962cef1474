/** What was looked at for reporting: answers, clocks, who decides and what was decided. A checklist, not a verdict. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Radios, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import type { RiskRefused } from './act-on-risk.server';
import { ClocksTable } from './clocks-table';
import type { RiskPage, TriageView } from './risk-view';
import { TRIAGE_KEYS, TRIAGE_VALUE_LABELS, type TriageKey, type TriageValue } from './triage-answers';
import { DECISION_LABELS, DECISIONS } from './triage-form';

/** Short names of the questions; the whole questions stand on the form. */
const SHORT: Record<TriageKey, string> = {
  event: 'event happened or foreseen',
  device: 'device suspected',
  harm: 'serious harm done or possible',
  averted: 'harm averted by somebody',
  death: 'death or unforeseen harm',
  public_health: 'serious public health threat',
  action: 'field safety corrective action',
  trend: 'significant trend',
  personal_data: 'personal data at risk',
  service: 'essential service suffers',
  compromise: 'break-in suspected',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const Answers = ({ answers }: { answers: Record<string, string> }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
    {TRIAGE_KEYS.map((key) => (
      <li key={key}>
        <span className="quiet">{SHORT[key]}:</span> {TRIAGE_VALUE_LABELS[answers[key] as TriageValue] ?? 'not known'}
      </li>
    ))}
  </ul>
);

const DecideForm = ({ triage, refused }: { triage: TriageView; refused: RiskRefused | null }) => (
  <PostForm className="no-print mt-2 flex max-w-xl flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
    <input type="hidden" name="intent" value="decide" />
    <input type="hidden" name="triage" value={triage.id} />
    <FormErrors errors={refused?.errors['']} />
    <Radios
      name="decision"
      label="You decide"
      value={refused?.kept.decision?.[0]}
      errors={refused?.errors.decision}
      choices={DECISIONS.map((decision) => ({ value: decision, label: capital(DECISION_LABELS[decision]) }))}
    />
    <TextArea
      name="decision_reason"
      label="Because"
      rows={2}
      value={refused?.kept.decision_reason?.[0]}
      errors={refused?.errors.decision_reason}
      required
    />
    <TextField
      name="report_reference"
      label="Reference of the report"
      help="Where there is one already."
      value={refused?.kept.report_reference?.[0]}
      errors={refused?.errors.report_reference}
    />
    <div>
      <Submit small>Record the decision</Submit>
    </div>
  </PostForm>
);

const Triage = ({ triage, today, refused }: { triage: TriageView; today: string; refused: RiskRefused | null }) => (
  <li className="border-t border-base-300 py-3 first:border-0">
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="font-medium">
        Checklist {triage.number} · aware on <DateText value={triage.awareOn} />
      </span>
      {triage.decision ? (
        <StateBadge state={triage.decision.is === 'report' ? 'info' : 'plain'}>
          {DECISION_LABELS[triage.decision.is]}
        </StateBadge>
      ) : (
        <StateBadge state="open">waits for {triage.deciderName}</StateBadge>
      )}
    </div>
    <div className="mt-1">
      <Answers answers={triage.answers} />
    </div>
    {triage.note ? (
      <p className="mt-1">
        <LongText text={triage.note} />
      </p>
    ) : null}
    <p className="quiet mt-1 text-[0.93em]">
      {triage.by}, <TimeText value={triage.at} />
    </p>
    {triage.clocks.length === 0 ? (
      <p className="mt-2">No clock of the rule library is opened by these answers.</p>
    ) : (
      <details className="mt-2" open={triage.decision === null || undefined}>
        <summary className="min-h-6 w-fit cursor-pointer">Clocks these answers open ({triage.clocks.length})</summary>
        <ClocksTable clocks={triage.clocks} today={triage.decision === null ? today : null} />
      </details>
    )}
    {triage.decision ? (
      <p className="mt-2">
        {triage.deciderName}, <TimeText value={triage.decision.at} />:{' '}
        <strong>{DECISION_LABELS[triage.decision.is]}</strong>. <LongText text={triage.decision.reason} />
        {triage.decision.reference ? ` Report ${triage.decision.reference}.` : ''}
      </p>
    ) : triage.mine ? (
      <DecideForm triage={triage} refused={refused} />
    ) : (
      <p className="mt-2">{triage.deciderName} decides whether it is reported.</p>
    )}
  </li>
);

export function TriagesPanel({ page, refused }: { page: RiskPage; refused: RiskRefused | null }) {
  return (
    <Panel
      id="reportability"
      title="Does something have to be reported?"
      aside={
        page.may.triage ? (
          <Link className="btn btn-sm no-print" to={`/changes/${page.change.id}/risk/reportability`}>
            Go through the checklist
          </Link>
        ) : null
      }
    >
      <p className="quiet mb-1">
        A checklist for incident, corrective action and trend. It opens clocks and names who decides; it is no verdict.
      </p>
      {page.triages.length === 0 ? (
        <p className="quiet">Nobody has looked at it yet.</p>
      ) : (
        <ul>
          {page.triages.map((triage) => (
            <Triage
              key={triage.id}
              triage={triage}
              today={page.today}
              refused={refused?.intent === 'decide' && refused.key === triage.id ? refused : null}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
