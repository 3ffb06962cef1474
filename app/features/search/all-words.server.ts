/** The condition that a text holds every word. */
import { type SQL, sql } from 'drizzle-orm';
import { likeInside } from '../keyset-sql.server';

/** `of` is a text in lower case. Without words nothing matches: an empty search finds nothing, not everything. */
export const holdsAll = (of: SQL, words: readonly string[]): SQL =>
  words.length === 0
    ? sql`false`
    : sql.join(
        words.map((word) => sql`${of} like lower(${likeInside(word)})`),
        sql` and `,
      );
