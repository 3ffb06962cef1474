/** What was known on a day, read out of a snapshot and of dates. Pure. */

/** A letter that was out on the day of a signature, as it then stood. */
export interface LetterThen {
  id: string;
  reference: string;
  supplierName: string;
  sentAt: string;
  /** What had come back by then. */
  state: 'silent' | 'acknowledged' | 'answered';
  /** Whole days between sending and the signature without an answer; null: answered. */
  silentDays: number | null;
  /** When it was answered, if later than the signature. */
  answeredLater: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param at the moment of the signature, not before the letter was sent */
export function letterThen(
  letter: {
    id: string;
    reference: string;
    supplierName: string;
    sentAt: Date | null;
    acknowledgedAt: Date | null;
    answeredAt: Date | null;
  },
  at: Date,
): LetterThen {
  const { id, reference, supplierName, acknowledgedAt, answeredAt } = letter;
  const sentAt = letter.sentAt ?? at;
  const answered = answeredAt !== null && answeredAt <= at;
  const acknowledged = acknowledgedAt !== null && acknowledgedAt <= at;
  return {
    ...{ id, reference, supplierName, sentAt: sentAt.toISOString() },
    state: answered ? 'answered' : acknowledged ? 'acknowledged' : 'silent',
    silentDays: answered ? null : Math.floor((at.getTime() - sentAt.getTime()) / DAY_MS),
    answeredLater: answeredAt !== null && !answered ? answeredAt.toISOString() : null,
  };
}

const SOURCE: readonly [string, string][] = [
  ['saidBy', 'said by'],
  ['document', 'in'],
  ['page', 'page'],
  ['saidOn', 'on'],
  ['date', 'on'],
];

/** "said by Spacelabs, in Service manual, page 12": where an entry comes from; empty when it names nothing. */
export function sourceInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const members = { ...value, ...((value as { source?: object }).source ?? {}) } as Record<string, unknown>;
  return SOURCE.flatMap(([name, words]) => {
    const said = members[name];
    return typeof said === 'string' && said !== '' ? [`${words} ${said}`] : [];
  }).join(', ');
}
