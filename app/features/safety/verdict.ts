/** A person's judgement on one clinical-safety prompt, and what the judgements add up to. Never law, never permission. */
export const VERDICTS = ['fine', 'fine_with_condition', 'not_safe', 'unknown'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** How a verdict is named on screen and in print. */
export const VERDICT_LABELS: Record<Verdict, string> = {
  fine: 'fine',
  fine_with_condition: 'fine, with a condition',
  not_safe: 'not safe',
  unknown: 'not known yet',
};

/** What is stored for one answered prompt. */
export interface SafetyJudgement {
  verdict: Verdict;
  /** What must hold for it to be fine; empty unless the verdict is fine_with_condition. */
  condition: string;
}

export const isVerdict = (value: unknown): value is Verdict => VERDICTS.includes(value as Verdict);

export interface SafetySummary {
  state: 'open' | 'yes' | 'yes_with_conditions' | 'no';
  /** For a badge: "open", "yes", "yes, with 2 conditions", "no". */
  label: string;
  answered: number;
  of: number;
  conditions: string[];
  /** Prompts judged not safe, in words. */
  objections: string[];
}

/**
 * What people's judgements add up to. One "not safe" is a no, whatever else is open; anything unanswered or unknown
 * keeps it open; nothing here is computed from the charts.
 */
export function summarise(prompts: readonly { title: string; judgement: SafetyJudgement | null }[]): SafetySummary {
  const judged = prompts.flatMap(({ title, judgement }) => (judgement ? [{ title, ...judgement }] : []));
  const objections = judged.filter(({ verdict }) => verdict === 'not_safe').map(({ title }) => title);
  const conditions = judged
    .filter(({ verdict }) => verdict === 'fine_with_condition')
    .map(({ condition }) => condition);
  const settled = judged.filter(({ verdict }) => verdict !== 'unknown').length;
  const counts = { answered: settled, of: prompts.length, conditions, objections };
  if (objections.length > 0) return { state: 'no', label: 'no', ...counts };
  if (settled < prompts.length || prompts.length === 0) return { state: 'open', label: 'open', ...counts };
  if (conditions.length === 0) return { state: 'yes', label: 'yes', ...counts };
  const label = `yes, with ${conditions.length} condition${conditions.length === 1 ? '' : 's'}`;
  return { state: 'yes_with_conditions', label, ...counts };
}
