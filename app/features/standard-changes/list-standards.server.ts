/** The standard changes of the organisation, newest first, each with how it stands now. */
import { and, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { standardChanges } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { changeKind, isKindId } from '../../regulation/kinds';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today } from '../today';
import { type StandardOnFile, standardsOf, standingsOf } from './standard-rows.server';
import type { StandardStanding } from './standard-state';

/** What the page filters by: states that a row itself tells. Suspended is worked out anew for each row shown. */
export const SHOWN = ['usable', 'over', 'retired'] as const;
export type Shown = (typeof SHOWN)[number];

export interface StandardLine {
  id: string;
  number: number;
  title: string;
  modelId: string;
  modelName: string;
  kinds: string[];
  changeId: string;
  changeReference: string;
  validUntil: string;
  standing: StandardStanding;
}

export interface StandardsList extends Page<StandardLine> {
  filters: { shown: Shown | '' };
}

const BY_NUMBER: Sorting = {
  by: [sql`${standardChanges.number}`, sql`${standardChanges.id}`],
  parts: ['integer', 'uuid'],
};

const narrowed = (shown: Shown | '', day: string): SQL | undefined => {
  if (shown === 'retired') return isNotNull(standardChanges.retiredAt);
  if (shown === '') return undefined;
  const over = lt(standardChanges.validUntil, day);
  return and(isNull(standardChanges.retiredAt), shown === 'over' ? over : sql`not ${over}`);
};

export const kindLabels = (kinds: readonly string[]): string[] =>
  kinds.map((kind) => (isKindId(kind) ? changeKind(kind).label : kind));

export const lineOf = (standard: StandardOnFile, standing: StandardStanding): StandardLine => ({
  ...{ id: standard.row.id, number: standard.row.number, title: standard.row.title },
  ...{ modelId: standard.row.modelId, modelName: standard.modelName, kinds: kindLabels(standard.row.kinds) },
  ...{ changeId: standard.row.changeId, changeReference: standard.changeReference },
  ...{ validUntil: standard.row.validUntil, standing },
});

/** One page. `search` is the address's query: shown, after, before. */
export function listStandards(actor: Actor, search: URLSearchParams): Promise<StandardsList> {
  const shown = SHOWN.find((one) => one === search.get('shown')) ?? '';
  const wish = pageWish(search, BY_NUMBER.parts);
  return inOrganisation(actor, async (tx) => {
    const read = await standardsOf(tx, actor.orgId, {
      where: and(
        eq(standardChanges.orgId, actor.orgId),
        narrowed(shown, today()),
        keysetCondition(BY_NUMBER, wish, true),
      ),
      order: [keysetOrder(BY_NUMBER, wish, true)],
      limit: PAGE_ROWS + 1,
    });
    const page = pageOf(read, wish, ({ row }) => [String(row.number), row.id]);
    const standings = await standingsOf(tx, page.rows);
    const rows = page.rows.map((standard, at) =>
      lineOf(standard, standings[at] ?? { state: 'suspended', because: [] }),
    );
    return { ...page, rows, filters: { shown } };
  });
}
