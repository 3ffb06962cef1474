/** The files of a change, page by page: newest first, those taken back among them and marked. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changeAttachments } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { acceptsAnswers, isSigned, STATUS_LABELS } from '../changes/change-status';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { attachedSoFar, shownAttachment } from './attachment-row.server';
import type { ShownAttachment } from './shown-attachment';

export interface FilesPage extends Page<ShownAttachment> {
  change: ChangeBrief;
  mayAdd: boolean;
  /** Signatures count now: a file that is part of what was signed would void them. */
  signed: boolean;
  attached: { count: number; size: number };
}

/** Ids of files are of version 7: in the order in which they came. */
const BY_TIME: Sorting = { by: [sql`${changeAttachments.id}`], parts: ['uuid'] };

/** Null when the change is not there. */
export const getFiles = (actor: Actor, changeId: string, search: URLSearchParams): Promise<FilesPage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const wish = pageWish(search, BY_TIME.parts);
    const read = await tx
      .select()
      .from(changeAttachments)
      .where(
        and(
          eq(changeAttachments.orgId, actor.orgId),
          eq(changeAttachments.changeId, changeId),
          keysetCondition(BY_TIME, wish, true),
        ),
      )
      .orderBy(keysetOrder(BY_TIME, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ id }) => [id]);
    const { id, reference, title, status } = change;
    return {
      ...page,
      rows: page.rows.map(shownAttachment),
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      mayAdd: can(actor, 'change:answer') && acceptsAnswers(status),
      signed: isSigned(status),
      attached: await attachedSoFar(tx, actor.orgId, changeId),
    };
  });
