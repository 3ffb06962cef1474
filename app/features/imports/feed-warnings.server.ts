/** What a person has to know before a feed is applied: it is older than what is held, or takes much of it away. */
import type { Tx } from '../../../db/client.server';
import { dateInWords } from '../../ui/time';
import { feedAges } from './feed-ages.server';
import { FEEDS, isReplaced } from './feed-words';
import type { ImportRow } from './import-row.server';

/** Sentences to be confirmed; none when nothing is odd. */
export async function feedWarnings(
  tx: Tx,
  row: Pick<ImportRow, 'orgId' | 'id' | 'options' | 'purpose'>,
  counts: Record<string, number>,
): Promise<string[]> {
  const renewed = row.options.feeds ?? [];
  if (row.purpose !== 'feed' || renewed.length === 0) return [];
  const held = new Map((await feedAges(tx, row.orgId)).map((age) => [age.feed, age]));
  const warnings = renewed.flatMap(({ feed, asOf }) => {
    const present = held.get(feed);
    if (!isReplaced(feed) || !present?.loadedAt) return [];
    const name = FEEDS[feed].name;
    if (present.asOf && asOf && asOf < present.asOf) {
      const days = `${dateInWords(asOf)}, and what is held is of ${dateInWords(present.asOf)}`;
      return [`${name}: the file is older than what is held. It is of ${days}.`];
    }
    if (present.asOf && !asOf) {
      return [`${name}: the file does not say of which day it is; what is held is of ${dateInWords(present.asOf)}.`];
    }
    return [];
  });
  const { gone = 0 } = counts;
  const total = renewed.reduce((sum, { feed }) => sum + (isReplaced(feed) ? (held.get(feed)?.entries ?? 0) : 0), 0);
  if (gone > 0 && gone * 2 > total) {
    const entries = `${gone.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} entries`;
    warnings.push(`More than half of what is held is not in this file: ${entries} would go.`);
  }
  return warnings;
}
