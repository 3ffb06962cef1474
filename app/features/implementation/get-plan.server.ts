/** The plan of a change and its checklist, as their page shows them. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { Confidence } from '../../regulation/chart';
import { isKindId } from '../../regulation/kinds';
import { type AttachmentChoice, attachmentChoices, attachmentNames } from '../attachments/attachment-choices.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { acceptsAnswers, isSigned, STATUS_LABELS } from '../changes/change-status';
import type { CheckGroup } from './check-groups';
import { lineOf } from './check-lines';
import type { CheckState } from './check-states';
import { checklistFor } from './checklists';
import { NO_PLAN, type PlanValues } from './plan-form';
import { type CheckRow, currentChecks, planRow } from './plan-rows.server';

/** A line of the checklist with what holds now. */
export interface ShownCheck {
  key: string;
  text: string;
  from: { citation: string; mark: Confidence } | null;
  /** Null while nobody recorded anything. */
  now: {
    id: string;
    state: CheckState;
    because: string;
    doneOn: string | null;
    file: { id: string; name: string; takenBack: boolean } | null;
    byName: string;
    at: string;
  } | null;
}

export interface PlanPage {
  change: ChangeBrief;
  plan: PlanValues;
  version: number;
  parts: { group: CheckGroup; lines: ShownCheck[] }[];
  mayEdit: boolean;
  /** Signatures count now: the plan and the lines before the decision are part of them. */
  signed: boolean;
  files: AttachmentChoice[];
}

type Names = Awaited<ReturnType<typeof attachmentNames>>;

const nowOf = (row: CheckRow | undefined, names: Names): ShownCheck['now'] =>
  row
    ? {
        ...{ id: row.id, state: row.state, because: row.because, doneOn: row.doneOn, byName: row.recordedByName },
        at: row.recordedAt.toISOString(),
        file: (row.attachmentId && names.get(row.attachmentId)) || null,
      }
    : null;

/** Null when the change is not there. */
export const getPlan = (actor: Actor, changeId: string): Promise<PlanPage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const row = await planRow(tx, actor.orgId, changeId);
    const checks = await currentChecks(tx, actor.orgId, changeId);
    const names = await attachmentNames(tx, actor.orgId, changeId);
    const asked = checklistFor(change.kinds.filter(isKindId));
    const known = new Set<string>(asked.flatMap(({ lines }) => lines.map(({ key }) => key)));
    // What was recorded stays on the page when the kinds of the change no longer ask for it.
    const more = [...checks.keys()].filter((key) => !known.has(key));
    const parts = asked.map(({ group, lines }) => {
      const others = more.filter((key) => key.startsWith(`${group}.`));
      const all = [...lines, ...others.flatMap((key) => (lineOf(key) ? [{ key, ...lineOf(key) }] : []))];
      return {
        group,
        lines: all.map(({ key, text = key, from = null }) => ({ key, text, from, now: nowOf(checks.get(key), names) })),
      };
    });
    const { id, reference, title, status } = change;
    const { timing, steps, versionAfter, backOut, success } = row ?? NO_PLAN;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      plan: { timing, steps, versionAfter, backOut, success },
      version: row?.version ?? 0,
      parts,
      mayEdit: can(actor, 'change:answer') && acceptsAnswers(status),
      signed: isSigned(status),
      files: await attachmentChoices(tx, actor.orgId, changeId),
    };
  });
