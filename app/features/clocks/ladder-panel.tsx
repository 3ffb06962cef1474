/** What goes out by itself, what is only prepared, and what became of it. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Empty, Notice, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords, timeInWords } from '../../ui/time';
import type { ClocksPageView, PreviewView, StepView } from './clocks-view';
import { ReasonForm, type ReasonRefusal } from './reason-form';

const STATUS = {
  planned: { word: 'planned', look: 'open' },
  stopped: { word: 'stopped', look: 'hold' },
  done: { word: 'done', look: 'settled' },
  skipped: { word: 'not needed', look: 'plain' },
} as const;

export function LadderPanel({ page, refused }: { page: ClocksPageView; refused: ReasonRefusal | null }) {
  return (
    <Panel title="What happens next" id="ladder" flush>
      <div className="px-4 pb-2">
        <p className="quiet">
          Reminders go out by themselves at nine in the morning ({page.timeZone}), as approved with the letter. An
          escalation is only drafted: a person reads, approves and sends it.
        </p>
      </div>
      {page.steps.length === 0 ? (
        <div className="p-4 pt-0">
          <Empty title="Nothing is planned" />
        </div>
      ) : (
        <TableRegion label="What happens next">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Step</th>
                <th scope="col">On</th>
                <th scope="col">State</th>
                <th scope="col">Actions</th>
              </tr>
            </thead>
            <tbody>
              {page.steps.map((step) => (
                <StepLine key={step.id} step={step} page={page} refused={refused} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </Panel>
  );
}

function StepLine({ step, page, refused }: { step: StepView; page: ClocksPageView; refused: ReasonRefusal | null }) {
  const { word, look } = STATUS[step.status];
  const live = step.status === 'planned' || step.status === 'stopped';
  return (
    <tr id={`step-${step.id}`}>
      <td>
        <span className="font-medium">{step.words}</span>
        <span className="quiet block text-[0.93em]">{step.stage}</span>
      </td>
      <td data-label="On">
        {dateInWords(step.plannedOn)}
        <span className="quiet block text-[0.93em]">{timeInWords(step.plannedAt)}</span>
      </td>
      <td data-label="State">
        <StateBadge state={look}>{step.status === 'planned' && page.paused ? 'waits: paused' : word}</StateBadge>
        {step.reason ? (
          <span className="quiet block text-[0.93em]">
            {step.decidedBy ? `${step.decidedBy}: ` : ''}
            {step.reason}
          </span>
        ) : null}
        {step.produced ? (
          <Link to={`/letters/${step.produced.id}`} className="block font-mono hover:underline">
            {step.produced.reference}
          </Link>
        ) : null}
      </td>
      <td data-label="Actions">
        {live ? (
          <div className="flex flex-wrap items-start gap-2">
            <Link to={`?preview=${step.id}#preview`} className="btn btn-outline btn-sm">
              What it will say
            </Link>
            {page.mayAct && step.status === 'planned' ? (
              <ReasonForm act="stop-step" what={step.id} refused={refused} summary="Stop …" submit="Stop this step" />
            ) : null}
            {page.mayAct && step.status === 'stopped' ? (
              <ReasonForm
                act="go-step"
                what={step.id}
                refused={refused}
                summary="Let go ahead …"
                submit="Let it go ahead"
              />
            ) : null}
          </div>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

export function StepPreview({ preview, steps }: { preview: PreviewView; steps: readonly StepView[] }) {
  const step = steps.find(({ id }) => id === preview.stepId);
  return (
    <Panel title="What it will say" id="preview">
      <p className="quiet mb-2">
        {step?.words}, {step ? dateInWords(step.plannedOn) : ''}, as it would read today. Nothing was kept of it.
      </p>
      {preview.refused ? (
        <Notice kind="warning">It could not be written today: {preview.refused}</Notice>
      ) : (
        <div className="max-w-prose rounded-box border border-base-300 p-4">
          {preview.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fixed text
            <p key={index} className={`mb-2 whitespace-pre-wrap ${index === 0 ? 'font-semibold' : ''}`}>
              {line}
            </p>
          ))}
        </div>
      )}
    </Panel>
  );
}
