/**
 * What an inspector will look for in the record of a change, and whether it is there. Pure. "Not evidenced" is said in
 * words: silence would read as "in order".
 */
import type { CompletenessLine } from '../../../db/schema/evidence.server';
import { CARRIED_RULES } from './completeness-carried';
import { SIGNED_RULES } from './completeness-signed';
import { STATED_RULES } from './completeness-stated';
import type { ChangeMaterial, TrailMaterial } from './material';

export type { CompletenessLine };

export interface Judgement {
  state: CompletenessLine['state'];
  words: string;
}

export interface CompletenessRule {
  key: string;
  label: string;
  /** @param day the day of the cut, year-month-day */
  judge(one: ChangeMaterial, day: string): Judgement;
}

export const RULES: readonly CompletenessRule[] = [...STATED_RULES, ...SIGNED_RULES, ...CARRIED_RULES];

export const STATE_WORDS: Record<CompletenessLine['state'], string> = {
  evidenced: 'evidenced',
  not_evidenced: 'not evidenced',
  not_applicable: 'not applicable',
};

/** Every line for one change. */
export const completenessOf = (one: ChangeMaterial, day: string): CompletenessLine[] =>
  RULES.map(({ key, label, judge }) => ({ key, label, ...judge(one, day) }));

/** References that a line names before it only counts. */
const MOST_NAMED = 12;

/** The lines for a whole pack: those of its one change, or each rule over all of them; then the record itself. */
export function completeness(changes: readonly ChangeMaterial[], trail: TrailMaterial): CompletenessLine[] {
  const day = trail.at.slice(0, 10);
  const [only] = changes;
  const own = only && changes.length === 1 ? completenessOf(only, day) : RULES.map((rule) => over(rule, changes, day));
  return [...own, ...trailLines(trail)];
}

function over({ key, label, judge }: CompletenessRule, changes: readonly ChangeMaterial[], day: string) {
  const judged = changes.map((one) => ({ reference: one.change.reference, ...judge(one, day) }));
  const missing = judged.filter(({ state }) => state === 'not_evidenced');
  const there = judged.filter(({ state }) => state === 'evidenced');
  const asked = missing.length + there.length;
  if (asked === 0) return { key, label, state: 'not_applicable' as const, words: 'It concerns none of these changes.' };
  if (missing.length === 0) {
    return {
      key,
      label,
      state: 'evidenced' as const,
      words: asked === 1 ? 'For the one change that it concerns.' : `For all ${asked} changes that it concerns.`,
    };
  }
  const named = missing.slice(0, MOST_NAMED).map(({ reference }) => reference);
  const more = missing.length - named.length;
  const words = `Not evidenced for ${missing.length} of ${asked}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  return { key, label, state: 'not_evidenced' as const, words };
}

/** What holds the record together, whatever it is about. */
export function trailLines({ seq, checkpoint, verified, review }: TrailMaterial): CompletenessLine[] {
  const line = (key: string, label: string, there: boolean, words: string): CompletenessLine => ({
    ...{ key, label, words },
    state: there ? 'evidenced' : 'not_evidenced',
  });
  return [
    line(
      'trail_checkpoint',
      'The record is signed by a checkpoint',
      checkpoint !== null,
      checkpoint
        ? `Event ${checkpoint.seq} of ${seq}, with key ${checkpoint.keyId}.`
        : 'No checkpoint up to the cut: not evidenced.',
    ),
    line(
      'trail_verified',
      'The record was verified',
      verified?.ok === true,
      verified
        ? `${verified.ok ? 'Found whole' : 'Found broken'} by ${verified.by} on ${verified.at.slice(0, 10)} (event ${verified.seq}).`
        : 'Nobody has verified it: not evidenced. Building this pack walks it anyway, and fails at a break.',
    ),
    line(
      'trail_review',
      'The record was reviewed and the review signed',
      review !== null,
      review
        ? `Review ${review.number} by ${review.by} on ${review.at.slice(0, 10)}, up to event ${review.toSeq}.`
        : 'Nobody has reviewed it: not evidenced.',
    ),
  ];
}

/** "3 lines are not evidenced", for a heading. */
export function completenessInWords(lines: readonly CompletenessLine[]): string {
  const missing = lines.filter(({ state }) => state === 'not_evidenced').length;
  if (missing === 0) return 'Every line that applies is evidenced.';
  return missing === 1 ? 'One line is not evidenced.' : `${missing} lines are not evidenced.`;
}
