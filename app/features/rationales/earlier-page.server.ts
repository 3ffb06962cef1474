/** The earlier decisions closest to a change, one of them opened beside what is different now. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { ChangeBrief } from '../changes/change-brief.server';
import { type ChangeRow, readChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { buildSnapshot } from '../sign-off/build-snapshot.server';
import { type Nearness, nearnessOf, sharedInWords } from './closeness';
import { type Earlier, findEarlier } from './find-earlier.server';
import { type Rationale, readRationale } from './read-rationale.server';
import { type RationaleUse, usesOf } from './uses.server';
import { type Difference, MOST_DIFFERENCES, whatDiffers } from './what-differs';

export interface EarlierLine extends Omit<Earlier, 'shared' | 'status'> {
  statusLabel: string;
  nearness: Nearness;
  words: string;
  sameModel: boolean;
}

export interface OpenedRationale {
  line: EarlierLine;
  rationale: Omit<Rationale, 'snapshot'>;
  differences: Difference[];
  /** Differences in all; the list may be cut. */
  differencesInAll: number;
}

export interface EarlierPage {
  change: ChangeBrief;
  lines: EarlierLine[];
  opened: OpenedRationale | null;
  /** Decisions read for this change, and changes for which this one was read. */
  readFor: RationaleUse[];
  readBy: RationaleUse[];
  mayTakeUp: boolean;
}

const lineOf = ({ shared, status, ...rest }: Earlier): EarlierLine => ({
  ...rest,
  statusLabel: STATUS_LABELS[status],
  nearness: nearnessOf(shared),
  words: sharedInWords(shared),
  sameModel: shared.sameModel,
});

/** Null when the change is not here. @param wanted the decision to open; the closest when it is none of those found */
export const earlierPage = (actor: Actor, changeId: string, wanted: string | null): Promise<EarlierPage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const lines = (await findEarlier(tx, actor.orgId, change)).map(lineOf);
    const line = lines.find(({ id }) => id === wanted) ?? lines[0];
    const { id, reference, title, status } = change;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      lines,
      opened: line ? await openRationale(tx, actor, change, line) : null,
      readFor: await usesOf(tx, actor.orgId, changeId, 'read_for'),
      readBy: await usesOf(tx, actor.orgId, changeId, 'read_by'),
      mayTakeUp: can(actor, 'change:answer') && acceptsAnswers(status),
    };
  });

async function openRationale(
  tx: Tx,
  actor: Actor,
  change: ChangeRow,
  line: EarlierLine,
): Promise<OpenedRationale | null> {
  const read = await readRationale(tx, actor.orgId, line.id);
  if (!read) return null;
  const { snapshot, ...rationale } = read;
  const differences = whatDiffers(snapshot, (await buildSnapshot(tx, actor, change)).content);
  return {
    line,
    rationale,
    differences: differences.slice(0, MOST_DIFFERENCES),
    differencesInAll: differences.length,
  };
}
