/** The record of one change, read from the audit trail: the change itself and its documents. */
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { auditEvents } from '../../../db/schema/index.server';
import { ACTIONS, type Action } from '../../audit/events';
import type { HistoryEntry } from './change-view';

/** Acts on these objects, newest first; `before` is the sequence number of the last entry already seen. */
export async function actsOn(
  tx: Tx,
  orgId: string,
  objectIds: readonly string[],
  { limit, before }: { limit: number; before?: number },
): Promise<HistoryEntry[]> {
  const rows = await tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.orgId, orgId),
        inArray(auditEvents.objectId, [...objectIds]),
        before === undefined ? undefined : lt(auditEvents.seq, before),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit);
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorName: row.actorName,
    actorRole: row.actorRole,
    action: row.action,
    label: ACTIONS[row.action as Action] ?? row.action,
    detail: remark(row.action, row.objectRef, row.detail as Record<string, unknown>),
    reason: (row.reason ?? '').slice(0, 500),
  }));
}

const text = (value: unknown, most = 160): string => {
  const words = typeof value === 'string' ? value : '';
  return words.length > most ? `${words.slice(0, most)}…` : words;
};

const labelsOf = (changed: unknown, wanted: (label: string) => boolean = () => true): string =>
  (Array.isArray(changed) ? (changed as { label?: unknown }[]) : [])
    .map(({ label }) => text(label))
    .filter(wanted)
    .join(', ');

/** One line on what an act did; the trail itself holds everything. */
function remark(action: string, reference: string | null, detail: Record<string, unknown>): string {
  switch (action) {
    case 'change.edited':
      return labelsOf(detail.changed);
    case 'change.option_described':
      return `${text(detail.label)}: ${labelsOf(detail.changed, (label) => !label.endsWith(': source'))}`;
    case 'change.fact_stated':
    case 'change.question_answered':
    case 'change.safety_answered':
      return `${text(detail.question)} – ${text(detail.answer, 80)}`;
    case 'change.assessed':
      return `assessment ${detail.number}, rule library ${text(detail.library)}`;
    case 'document.drafted':
    case 'document.rendered':
    case 'document.downloaded':
      return reference ?? '';
    case 'letter.queued':
    case 'letter.sent':
    case 'letter.bounced':
    case 'link.created':
    case 'link.revoked':
      return [reference ?? '', text(detail.to) || text(detail.sent_to)].filter(Boolean).join(', ');
    default:
      return action.startsWith('letter.') ? (reference ?? '') : '';
  }
}
