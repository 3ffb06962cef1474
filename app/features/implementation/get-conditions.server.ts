/** The conditions of a change as their page shows them. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type AttachmentChoice, attachmentChoices, attachmentNames } from '../attachments/attachment-choices.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { STATUS_LABELS } from '../changes/change-status';
import { today } from '../today';
import { type ConditionRow, conditionRows } from './condition-row.server';
import { isOverdue, mayJudge, mayProve, provesConditions } from './condition-states';
import type { ShownCondition } from './condition-view';

export interface ConditionsPage {
  change: ChangeBrief;
  conditions: ShownCondition[];
  /** An approval stands, so that conditions can be met. */
  open: boolean;
  files: AttachmentChoice[];
}

type Names = Awaited<ReturnType<typeof attachmentNames>>;

const shown = (actor: Actor, row: ConditionRow, open: boolean, names: Names): ShownCondition => ({
  ...{ id: row.id, number: row.number, text: row.text, before: row.before, ownerName: row.ownerName },
  ...{ dueOn: row.dueOn, overdue: isOverdue(row, today()), status: row.status, version: row.version },
  proof: row.provedAt && {
    ...{ text: row.proof, byName: row.provedByName, at: row.provedAt.toISOString() },
    file: (row.proofAttachmentId && names.get(row.proofAttachmentId)) || null,
  },
  sentBack: row.sentBackReason ? { reason: row.sentBackReason, byName: row.sentBackByName } : null,
  met: row.metAt && { byName: row.metByName, at: row.metAt.toISOString() },
  mayProve: open && mayProve(actor, row),
  mayJudge: open && mayJudge(actor, row),
});

/** Null when the change is not there. */
export const getConditions = (actor: Actor, changeId: string): Promise<ConditionsPage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const { id, reference, title, status } = change;
    const open = provesConditions(status);
    const rows = await conditionRows(tx, actor.orgId, changeId);
    const names = await attachmentNames(tx, actor.orgId, changeId);
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      conditions: rows.map((row) => shown(actor, row, open, names)),
      open,
      files: await attachmentChoices(tx, actor.orgId, changeId),
    };
  });
