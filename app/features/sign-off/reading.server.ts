/** What lies before a signer: the snapshot as it is now, what changed since they looked, and what has to be opened. */
import type { Tx } from '../../../db/client.server';
import type { SnapshotDifference } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import type { AssessmentResult } from '../../regulation/result';
import { isCurrent, isCurrentAsJudged, judge, latestAssessment } from '../assessments/assess-change.server';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeRow } from '../changes/change-row.server';
import { safetyView } from '../changes/statement-views';
import { currentStatements } from '../changes/statements.server';
import type { SafetySummary } from '../safety/verdict';
import { type BuiltSnapshot, buildSnapshot, readSnapshot } from './build-snapshot.server';
import { type DerivedAnswerView, derivedOf } from './derived-confirmations.server';
import { type DissentRow, dissentsOf } from './dissent-rows.server';
import { type ItemToRead, itemsToRead } from './items-to-read';
import { type LookRow, lookOf } from './looks.server';
import { differences } from './snapshot';

export interface Reading {
  present: BuiltSnapshot;
  result: AssessmentResult | null;
  /** The kept assessment still says what would be said now. */
  current: boolean;
  safety: SafetySummary;
  derived: DerivedAnswerView[];
  dissents: DissentRow[];
  look: LookRow | null;
  since: SnapshotDifference[];
  items: ItemToRead[];
}

export async function readingOf(tx: Tx, actor: Actor, change: ChangeRow): Promise<Reading> {
  const { orgId, userId } = actor;
  const present = await buildSnapshot(tx, actor, change);
  const kept = await latestAssessment(tx, orgId, change.id);
  const result = (kept?.result as AssessmentResult | undefined) ?? null;
  const built = await buildDossier(tx, actor, change);
  const look = await lookOf(tx, orgId, change.id, userId);
  const seen = look?.snapshotId ? await readSnapshot(tx, orgId, look.snapshotId) : null;
  const since = seen ? differences(seen, present.content) : [];
  const safety = safetyView(change.kinds, await currentStatements(tx, orgId, change.id)).summary;
  const dissents = await dissentsOf(tx, orgId, change.id);
  const items = itemsToRead({
    snapshot: present.content,
    result,
    safety,
    since,
    dissents: dissents.filter(({ takenBack }) => takenBack === null),
  });
  return {
    ...{ present, result, safety, look, since, items, dissents },
    current: kept !== null && (isCurrent(kept, built, judge(built)) || isCurrentAsJudged(kept, built)),
    derived: await derivedOf(tx, orgId, change.id, result),
  };
}
