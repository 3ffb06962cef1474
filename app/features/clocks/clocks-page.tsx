/** The clocks of one letter. */
import { Empty, Notice, PageHeader, Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { ClocksPanel } from './clocks-panel';
import type { ClocksPageView } from './clocks-view';
import { LadderPanel, StepPreview } from './ladder-panel';
import { ReasonForm, type ReasonRefusal } from './reason-form';

export function ClocksPage({ page, refused }: { page: ClocksPageView; refused: ReasonRefusal | null }) {
  const runs = page.clocks.some(({ state }) => state === 'running' || state === 'paused');
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          { label: page.reference, to: `/letters/${page.letterId}` },
        ]}
        title="Clocks and reminders"
        sub={`${page.supplierName} · ${page.subject}`}
      />
      {page.paused ? (
        <Notice kind="warning" title={`Paused since ${dateInWords(page.paused.fromOn)}`}>
          {page.paused.reason}. Nothing goes out meanwhile; the dates that were still to come move by as many days.
        </Notice>
      ) : null}
      {page.clocks.length === 0 ? (
        <Empty title="No clock runs">
          {page.asks
            ? 'The clocks start on the day on which the letter leaves.'
            : 'This kind of letter asks nothing, so nothing is waited for.'}
        </Empty>
      ) : (
        <>
          <ClocksPanel page={page} refused={refused} />
          {page.mayAct && runs ? (
            <div>
              {page.paused ? (
                <ReasonForm act="resume" what="" refused={refused} summary="Let them run again …" submit="Run again" />
              ) : (
                <ReasonForm act="pause" what="" refused={refused} summary="Pause …" submit="Pause all clocks" />
              )}
            </div>
          ) : null}
          {page.preview ? <StepPreview preview={page.preview} steps={page.steps} /> : null}
          <LadderPanel page={page} refused={refused} />
          <Pauses page={page} />
        </>
      )}
    </>
  );
}

const Pauses = ({ page }: { page: ClocksPageView }) =>
  page.pauses.length === 0 ? null : (
    <Panel title="Pauses">
      <ul className="ml-5 list-disc">
        {page.pauses.map(({ fromOn, toOn, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one read
          <li key={index}>
            {dateInWords(fromOn)} to {toOn ? dateInWords(toOn) : 'now'}: {reason}
          </li>
        ))}
      </ul>
    </Panel>
  );
