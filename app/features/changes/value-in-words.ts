/** Recorded values as people read them. */
import { asking } from '../../regulation/facts/asking';
import { fact } from '../../regulation/facts/dictionary';
import { dateInWords } from '../../ui/time';
import { isVerdict, VERDICT_LABELS } from '../safety/verdict';

const NOT_KNOWN = 'not known';

/** A fact's value: "yes", "not known", "security patch of the release that is installed". */
export function factInWords(key: string, value: unknown): string {
  if (value === 'unknown' || value === null || value === undefined) return NOT_KNOWN;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const labels = fact(key) ? (asking(key).valueLabels ?? {}) : {};
  const word = (one: unknown) => labels[String(one)] ?? String(one).replaceAll('_', ' ');
  if (Array.isArray(value)) return value.length > 0 ? value.map(word).join(', ') : 'none of these';
  if (fact(key)?.type === 'date') return dateInWords(String(value));
  return word(value);
}

/** A statement of any type. */
export function valueInWords(type: string, key: string, value: unknown): string {
  if (type === 'fact') return factInWords(key, value);
  if (type === 'answer') return value === 'unknown' ? NOT_KNOWN : String(value);
  const judged = value as { verdict?: unknown; condition?: string } | null;
  if (!isVerdict(judged?.verdict)) return NOT_KNOWN;
  const condition = judged.condition ? `: ${judged.condition}` : '';
  return `${VERDICT_LABELS[judged.verdict]}${condition}`;
}
