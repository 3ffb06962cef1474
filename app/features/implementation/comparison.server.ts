/** Reads what a comparison with the plan needs, and the digest of exactly what was done. */
import type { Tx } from '../../../db/client.server';
import { isKindId } from '../../regulation/kinds';
import type { ChangeRow } from '../changes/change-row.server';
import { emergencyOf } from '../emergencies/running-emergency.server';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { approvedRound } from '../sign-off/rounds.server';
import { groupOf } from './check-groups';
import { lineOf } from './check-lines';
import { checklistFor } from './checklists';
import { type CheckOutcome, type DoneOnUnit, differencesFromPlan, type PlanDifference } from './compare';
import { currentChecks, type PlanRow, planRow } from './plan-rows.server';
import { allUnits, type UnitOfChange } from './unit-records.server';

export interface Comparison {
  plan: PlanRow | null;
  differences: PlanDifference[];
  /** First and last moment at which something was done; null: nothing yet. */
  window: { first: string; last: string } | null;
  /** SHA-256 of every record in force: what the signature that closes the change covers besides the snapshot. */
  sha256: string;
}

const doneOn = ({ serial, record }: UnitOfChange): DoneOnUnit => ({
  serial,
  outcome: record?.outcome ?? null,
  versionBefore: record?.versionBefore ?? '',
  versionAfter: record?.versionAfter ?? '',
  doneAt: record?.doneAt ?? null,
  test: record?.test ?? null,
  testNote: record?.testNote ?? '',
  rollBack: record?.rollBack ?? '',
  deviation: record?.deviation ?? '',
});

/** Lines of making it and of afterwards; those before the decision were signed with it. */
async function checksOf(tx: Tx, orgId: string, change: ChangeRow): Promise<CheckOutcome[]> {
  const now = await currentChecks(tx, orgId, change.id);
  const asked = checklistFor(change.kinds.filter(isKindId)).flatMap(({ lines }) => lines.map(({ key }): string => key));
  const keys = [...new Set([...asked, ...now.keys()])].filter((key) => {
    const group = groupOf(key);
    return group === 'during' || group === 'after';
  });
  return keys.map((key) => ({
    text: lineOf(key)?.text ?? key,
    state: now.get(key)?.state ?? null,
    because: now.get(key)?.because ?? '',
  }));
}

/** Since when acting was allowed: the decision, or before it the second person of an emergency; to the minute. */
async function allowedSince(tx: Tx, orgId: string, changeId: string): Promise<Date | null> {
  const emergency = await emergencyOf(tx, orgId, changeId);
  const since = emergency?.confirmedAt ?? (await approvedRound(tx, orgId, changeId))?.decidedAt ?? null;
  // Records are to the minute: what was done within the minute of the decision was not done before it.
  return since && new Date(Math.floor(since.getTime() / 60_000) * 60_000);
}

export async function compareWithPlan(tx: Tx, orgId: string, change: ChangeRow): Promise<Comparison> {
  const plan = await planRow(tx, orgId, change.id);
  const rows = await allUnits(tx, orgId, change.id);
  const checks = await checksOf(tx, orgId, change);
  const units = rows.map(doneOn);
  const times = units.flatMap(({ doneAt, outcome }) =>
    doneAt && outcome !== 'not_done' ? [doneAt.toISOString()] : [],
  );
  times.sort();
  const [first, last] = [times[0], times[times.length - 1]];
  return {
    plan,
    differences: differencesFromPlan({
      ...{ versionAfter: plan?.versionAfter ?? '', checks, units },
      decidedAt: await allowedSince(tx, orgId, change.id),
    }),
    window: first && last ? { first, last } : null,
    sha256: sha256Of(canonicalText({ checks, units: rows.map(signedRow) })),
  };
}

const signedRow = ({ id, serial, record }: UnitOfChange) =>
  record === null
    ? { unit: id, serial, record: null }
    : {
        ...{ unit: id, serial, record: record.id, outcome: record.outcome },
        ...{ before: record.versionBefore, after: record.versionAfter, done_at: record.doneAt.toISOString() },
        ...{ done_by: record.doneByName, test: record.test, test_note: record.testNote, roll_back: record.rollBack },
        ...{ deviation: record.deviation, recorded_by: record.recordedByName },
      };
