/** What a signer has to have opened before the pen is handed over, from what is known. Pure. */
import type { AssessmentResult } from '../../regulation/result';
import type { SafetySummary } from '../safety/verdict';
import { differenceInWords, type SnapshotContent, type SnapshotDifference } from './snapshot';

export interface ItemToRead {
  key: string;
  title: string;
  lines: string[];
}

export interface Readable {
  snapshot: SnapshotContent;
  result: AssessmentResult | null;
  safety: SafetySummary;
  /** Since the signer last looked; empty when nothing changed or they never looked. */
  since: readonly SnapshotDifference[];
  dissents: readonly { number: number; party: string; opinion: string; answer: string }[];
}

const list = <T>(rows: readonly T[], words: (row: T) => string) => rows.map(words);

/** In the order in which they are read. Nothing to read: no item. */
export function itemsToRead({ snapshot, result, safety, since, dissents }: Readable): ItemToRead[] {
  const { risk, plan } = snapshot.parts;
  const unrated = risk.filter(({ value }) => value === null);
  const untested = plan.filter(
    ({ key, value }) => key.startsWith('check/') && (value as { state?: string } | null)?.state !== 'passed',
  );
  const held = (result?.findings ?? []).filter(({ worst_tier, state }) => worst_tier === 'hold' && state !== 'hint');
  const items: ItemToRead[] = [
    { key: 'since', title: 'What changed since you last looked', lines: list(since, differenceInWords) },
    {
      key: 'holds',
      title: 'Where somebody else has to speak first',
      lines: list(held, ({ instrument, outcomes, tier }) =>
        tier === 'hold'
          ? `${instrument}: on hold`
          : `${instrument}: may be on hold (${outcomes.join(' or ').replaceAll('_', ' ')})`,
      ),
    },
    {
      key: 'open',
      title: 'Questions nobody has answered',
      lines: list(result?.ask ?? [], ({ text, to }) => `${text} (${to})`),
    },
    {
      key: 'disagreements',
      title: 'Instruments that disagree',
      lines: [...(result?.overall.conflicts_between_instruments ?? [])],
    },
    {
      key: 'duties',
      title: 'Duties that may pass to you',
      lines: list(
        result?.overall.duty_transfer ?? [],
        ({ instrument, becomes, clause, moves }) => `${instrument}: ${becomes}. ${moves} (${clause})`,
      ),
    },
    {
      key: 'safety',
      title: 'Clinical safety',
      lines: [
        ...list(safety.objections, (title) => `Judged not safe: ${title}`),
        ...list(safety.conditions, (condition) => `Safe only if: ${condition}`),
        ...(safety.answered < safety.of
          ? [`${safety.of - safety.answered} of ${safety.of} prompts are not judged.`]
          : []),
      ],
    },
    {
      key: 'over_time',
      title: 'What is to be done when',
      lines: list(snapshot.parts.over_time ?? [], ({ label, words }) => `${label}: ${words}`),
    },
    {
      key: 'unrated',
      title: 'Risks nobody has rated',
      lines: list(unrated, ({ label }) => label),
    },
    {
      key: 'untested',
      title: 'What was not tested, or failed',
      lines: list(untested, ({ label, words }) => `${label}: ${words}`),
    },
    {
      key: 'dissent',
      title: 'Dissent',
      lines: list(
        dissents,
        ({ number, party, opinion, answer }) =>
          `${number} (${party.replaceAll('_', ' ')}): ${opinion}${answer ? ` Answer: ${answer}` : ' Not answered yet.'}`,
      ),
    },
  ];
  return items.filter(({ lines }) => lines.length > 0);
}
