/** When an instrument applies: in words first, then the condition as it stands in the table. */
import { ConfidenceBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import type { AppliesView } from './chart-page';
import type { Condition } from './rule-in-words';
import { RuleText } from './rule-text';

const TOGETHER = { all: 'All of these:', any: 'At least one of these:', none: 'Not all of these together:' };

const ConditionTree = ({ condition, top = false }: { condition: Condition; top?: boolean }) =>
  condition.op === 'is' ? (
    <span>
      {condition.asks} <strong>{condition.answer}</strong>
    </span>
  ) : (
    <div>
      {top && condition.op === 'all' ? null : <p>{TOGETHER[condition.op]}</p>}
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {condition.parts.map((part) => (
          <li key={JSON.stringify(part)}>
            <ConditionTree condition={part} />
          </li>
        ))}
      </ul>
    </div>
  );

const Written = ({ text }: { text: string }) => (
  <details className="mt-2">
    <summary className="min-h-6 w-fit cursor-pointer quiet">As written in the table</summary>
    <p className="mt-1 rounded-box bg-base-200 p-2">
      <RuleText text={text} />
    </p>
  </details>
);

export function WhenItApplies({ applies }: { applies: AppliesView }) {
  const { when, hint } = applies;
  return (
    <Panel title="When it applies" aside={<ConfidenceBadge mark={applies.confidence} />}>
      <div className={`grid gap-x-8 gap-y-3 ${when && hint ? 'lg:grid-cols-2' : ''}`}>
        {when ? (
          <div>
            <ConditionTree condition={when.words} top />
            <Written text={when.written} />
          </div>
        ) : (
          <p>Never by itself: it counts only where a dossier names it.</p>
        )}
        {hint ? (
          <div>
            <h3>Shown as a forecast only</h3>
            <p className="quiet mb-1">{hint.because}</p>
            <ConditionTree condition={hint.words} top />
            <Written text={hint.written} />
          </div>
        ) : null}
      </div>
      <p className="quiet mt-3 border-t border-base-300 pt-2">
        {applies.onlyWhenClaimed
          ? 'Left out while nobody says so: it needs an event that somebody states. '
          : 'While part of this is not known, it is walked as "cannot be said yet" and counts in nothing. '}
        {applies.afterOthers ? 'Looked at after the other charts, because it rests on what they say. ' : ''}
        Otherwise it is left out, because {applies.speaksTo}.
      </p>
    </Panel>
  );
}
