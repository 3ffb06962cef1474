/** The exceptions of the organisation: newest first, keyset pages by number. One query. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { roleExceptions } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today } from '../today';
import { placesInWords } from './delegation-words';
import { isStanding, type Standing, standingOf } from './standing';
import { standingCondition } from './standing-sql.server';

export interface ExceptionLine {
  id: string;
  number: number;
  personName: string;
  places: string;
  startsOn: string;
  endsOn: string;
  signedByName: string;
  standing: Standing;
}

export interface ExceptionsList extends Page<ExceptionLine> {
  state: Standing | '';
}

const BY_NUMBER: Sorting = {
  by: [sql`${roleExceptions.number}`, sql`${roleExceptions.id}`],
  parts: ['integer', 'uuid'],
};

/** One row as lists show it. Pure. */
export const exceptionLine = (row: typeof roleExceptions.$inferSelect, day: string): ExceptionLine => {
  const { id, number, personName, startsOn, endsOn, signedByName } = row;
  return {
    ...{ id, number, personName, startsOn, endsOn, signedByName },
    ...{ places: placesInWords(row.slots), standing: standingOf(row, day) },
  };
};

/** One page. `search` is the address's query: state, after, before. */
export function listExceptions(actor: Actor, search: URLSearchParams): Promise<ExceptionsList> {
  const asked = search.get('state');
  const state = isStanding(asked) ? asked : '';
  const wish = pageWish(search, BY_NUMBER.parts);
  const day = today();
  return inOrganisation(actor, async (tx) => {
    const read = await tx
      .select()
      .from(roleExceptions)
      .where(
        and(
          eq(roleExceptions.orgId, actor.orgId),
          state ? standingCondition(roleExceptions, state, day) : undefined,
          keysetCondition(BY_NUMBER, wish, true),
        ),
      )
      .orderBy(keysetOrder(BY_NUMBER, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ number, id }) => [String(number), id]);
    return { state, ...page, rows: page.rows.map((row) => exceptionLine(row, day)) };
  });
}
