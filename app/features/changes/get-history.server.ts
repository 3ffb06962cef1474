/** The whole record of one change, page by page. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { documents } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { PAGE_ROWS } from '../keyset';
import { type ChangeBrief, changeBrief } from './change-brief.server';
import { actsOn } from './change-history.server';
import type { HistoryEntry } from './change-view';

export interface ChangeHistory {
  change: ChangeBrief;
  entries: HistoryEntry[];
  /** Sequence number from which older entries go on; null on the last page. */
  older: number | null;
  isFirstPage: boolean;
}

/** Null when the change does not exist in the actor's organisation. */
export const getHistory = (actor: Actor, changeId: string, search: URLSearchParams): Promise<ChangeHistory | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await changeBrief(tx, actor.orgId, changeId);
    if (!change) return null;
    const papers = await tx
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.orgId, actor.orgId), eq(documents.changeId, changeId)));
    const wanted = search.get('before') ?? '';
    const before = /^\d{1,9}$/.test(wanted) ? Number(wanted) : undefined;
    const read = await actsOn(tx, actor.orgId, [changeId, ...papers.map(({ id }) => id)], {
      limit: PAGE_ROWS + 1,
      ...(before === undefined ? {} : { before }),
    });
    const entries = read.slice(0, PAGE_ROWS);
    return {
      change,
      entries,
      older: read.length > PAGE_ROWS ? (entries.at(-1)?.seq ?? null) : null,
      isFirstPage: before === undefined,
    };
  });
