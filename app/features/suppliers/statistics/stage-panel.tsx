import { StateBadge } from '../../../ui/badge';
import { Panel } from '../../../ui/page';
import type { StageRecord } from '../record/record-model';
import { counted, stageInWords } from '../record/record-words';
import { STAGE_WORDS } from '../record/stages';
import { CurveDrawingView, CurveTable } from './curve-drawing';

/** One clock: how many, the median with its interval, what was late, and the curve where there are enough cases. */
export function StagePanel({ stage }: { stage: StageRecord }) {
  const { title } = STAGE_WORDS[stage.stage];
  const { counts, median, interval, deadline, note } = stageInWords(stage);
  const steps = stage.survival.points.length;
  // A short table stands beside its drawing, a long one below it.
  const short = steps <= 10;
  const facts = [
    ['Sample', counts],
    ...(note
      ? []
      : [
          ['Median', median],
          ['95 % interval of the median', interval],
        ]),
    ['Unanswered at the deadline', deadline],
  ];
  return (
    <Panel title={title} id={stage.stage} aside={note ? <StateBadge state="plain">too few to say</StateBadge> : null}>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="quiet">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {note ? (
        <p className="mt-2">{note}</p>
      ) : (
        <div className={`mt-3 grid grid-cols-1 gap-4 ${short ? 'xl:grid-cols-[3fr_2fr] xl:items-start' : 'max-w-4xl'}`}>
          <CurveDrawingView title={title} survival={stage.survival} />
          <details open={short} className="min-w-0">
            <summary className="min-h-7 cursor-pointer">The same in numbers: {counted(steps, 'step')}</summary>
            <CurveTable title={title} survival={stage.survival} />
          </details>
        </div>
      )}
    </Panel>
  );
}
