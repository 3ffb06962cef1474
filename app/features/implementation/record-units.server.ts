/** What was done on units of a change: one, many chosen ones, or all that have no record yet. A later record supersedes. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { implementations, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { shorten } from '../../ui/long-text';
import { timeInWords } from '../../ui/time';
import { type ChangeRow, changeObject, lockChange } from '../changes/change-row.server';
import { STATUS_LABELS } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { presentMoment } from '../today';
import { installVersion } from '../units/install-version.server';
import { OUTCOME_LABELS } from './outcomes';
import { momentOf, type RecordInput, serialsOf } from './record-form';
import { chosenUnits, newestRecord, type UnitOfChange } from './unit-records.server';

/** Rows of one statement; each has some sixteen parameters. */
const AT_ONCE = 2000;
/** Serial numbers that the record of the act names one by one; the digest covers all. */
const MOST_NAMED = 200;
/** A clock that goes a little ahead is no date in the future. */
const AHEAD_MS = 5 * 60_000;

/** Null when the change is not here. Units that somebody else has recorded since `seen` are refused, and named. */
export const recordUnits = (actor: Actor, changeId: string, input: RecordInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    // The change's lock puts records of one change into one order, so that of two at once the second is told.
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!can(actor, 'change:implement')) return refused('', 'Your role records nothing on units.');
    if (change.status !== 'in_implementation') {
      return refused('', `This change is ${STATUS_LABELS[change.status]}; nothing is recorded on its units now.`);
    }
    const who = await doneBy(tx, actor, input);
    if (!who) return refused('doneBy', 'Choose somebody of this organisation who is active.');
    const doneAt = momentOf(input) ?? presentMoment();
    if (doneAt.getTime() > Date.now() + AHEAD_MS) return refused('doneOn', 'This moment is still to come.');
    const chosen = await choose(tx, actor.orgId, changeId, input);
    if (!chosen.ok) return chosen;
    const newer = chosen.units.filter(({ record: now }) => now && now.recordedAt.toISOString() > input.seen);
    if (newer.length > 0) return toldMeanwhile(newer);
    await store(tx, actor, { change, units: chosen.units, input, who, doneAt });
    return saved(changeId);
  });

type Chosen = { ok: true; units: UnitOfChange[] } | Extract<SaveResult, { ok: false }>;
const no = (field: string, message: string): Chosen => ({ ok: false, errors: { [field]: [message] }, conflict: null });

async function choose(tx: Tx, orgId: string, changeId: string, input: RecordInput): Promise<Chosen> {
  if (input.scope === 'rest') {
    const units = await chosenUnits(tx, orgId, changeId, 'rest');
    return units.length > 0 ? { ok: true, units } : no('scope', 'Every unit has a record already.');
  }
  if (input.scope === 'ticked') {
    const ids = [...new Set(input.unit)];
    const units = await chosenUnits(tx, orgId, changeId, { ids });
    return units.length === ids.length ? { ok: true, units } : no('unit', 'A unit ticked is not one of this change.');
  }
  const serials = serialsOf(input.serials);
  if (serials.length > MOST_SERIALS) return no('serials', `Give at most ${MOST_SERIALS} serial numbers at once.`);
  const units = await chosenUnits(tx, orgId, changeId, { serials });
  const known = new Set(units.map(({ serial }) => serial));
  const missing = serials.filter((serial) => !known.has(serial));
  if (missing.length === 0) return { ok: true, units };
  return no('serials', `Not a unit of this change: ${named(missing)}.`);
}

const MOST_SERIALS = 5000;

const named = (serials: readonly string[]): string => {
  const more = serials.length > 5 ? ` and ${serials.length - 5} more` : '';
  return `${serials
    .slice(0, 5)
    .map((serial) => `“${shorten(serial, 60)}”`)
    .join(', ')}${more}`;
};

function toldMeanwhile(newer: readonly UnitOfChange[]): SaveResult {
  const lines = newer
    .slice(0, 5)
    .flatMap(({ serial, record: now }) =>
      now
        ? [
            `${shorten(serial, 60)}: ${now.recordedByName} recorded “${OUTCOME_LABELS[now.outcome]}” meanwhile, ${timeInWords(now.recordedAt)}.`,
          ]
        : [],
    );
  const more = newer.length > 5 ? [`And ${newer.length - 5} more units.`] : [];
  const then = 'Nothing was recorded. Look at the list, then record again what still has to be said.';
  return { ok: false, errors: { '': [...lines, ...more, then] }, conflict: null };
}

interface Who {
  id: string;
  name: string;
}

async function doneBy(tx: Tx, actor: Actor, { doneBy: id, onTheSpot }: RecordInput): Promise<Who | null> {
  const ofHouse =
    id === '' || id === actor.userId ? { id: actor.userId, name: actor.name } : await person(tx, actor, id);
  if (!ofHouse || onTheSpot === '') return ofHouse;
  return { id: ofHouse.id, name: `${onTheSpot}, with ${ofHouse.name}` };
}

async function person(tx: Tx, { orgId }: Actor, id: string): Promise<Who | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, id), eq(users.active, true)));
  return row ?? null;
}

interface Work {
  change: ChangeRow;
  units: readonly UnitOfChange[];
  input: RecordInput;
  who: Who;
  doneAt: Date;
}

/** What was said of one unit: blank versions are those of the register, or of the record that is superseded. */
function rowOf({ change, input, who, doneAt }: Work, actor: Actor, unit: UnitOfChange, recordedAt: Date) {
  const notDone = input.outcome === 'not_done';
  const versionBefore = input.versionBefore || (unit.record?.versionBefore ?? unit.installed);
  const backAgain = input.outcome === 'rolled_back' ? versionBefore : '';
  return {
    ...{ orgId: actor.orgId, changeId: change.id, unitId: unit.id, outcome: input.outcome, versionBefore },
    ...{ versionAfter: notDone ? '' : input.versionAfter || backAgain, doneAt, doneBy: who.id, doneByName: who.name },
    ...{ test: notDone ? ('not_tested' as const) : input.test, testNote: notDone ? '' : input.testNote },
    ...{ rollBack: input.rollBack, deviation: input.deviation },
    ...{ recordedAt, recordedBy: actor.userId, recordedByName: actor.name },
  };
}

async function store(tx: Tx, actor: Actor, work: Work): Promise<void> {
  const { change, units, input, who, doneAt } = work;
  const newest = await newestRecord(tx, actor.orgId, change.id);
  // Later than every record before it, whatever the clock says: that is how the second of two editors is found.
  const recordedAt = new Date(Math.max(presentMoment().getTime(), newest ? Date.parse(newest) + 1 : 0));
  const rows = units.map((unit) => rowOf(work, actor, unit, recordedAt));
  const superseded = units.flatMap(({ record: now }) => (now ? [now.id] : []));
  for (let from = 0; from < superseded.length; from += AT_ONCE) {
    await tx
      .update(implementations)
      .set({ supersededAt: recordedAt })
      .where(
        and(
          eq(implementations.orgId, actor.orgId),
          inArray(implementations.id, superseded.slice(from, from + AT_ONCE)),
          isNull(implementations.supersededAt),
        ),
      );
  }
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.insert(implementations).values(rows.slice(from, from + AT_ONCE));
  }
  const register = await tellRegister(tx, actor, work, rows);
  const serials = units.map(({ serial }) => serial);
  await record(tx, auditActor(actor), {
    action: 'implementation.recorded',
    object: changeObject(change),
    detail: {
      ...{ outcome: input.outcome, units: units.length, serials: serials.slice(0, MOST_NAMED) },
      ...{ versionAfter: input.versionAfter, doneAt: doneAt.toISOString(), doneBy: who.name },
      ...{ test: rows[0]?.test ?? input.test, superseded: superseded.length, register },
      recordsSha256: sha256Of(
        canonicalText(
          rows.map((row) => ({ ...row, doneAt: doneAt.toISOString(), recordedAt: recordedAt.toISOString() })),
        ),
      ),
    },
    ...(input.deviation ? { reason: input.deviation } : {}),
  });
}

/** The register follows what was done: the new version, or the earlier one where something was taken back. */
async function tellRegister(
  tx: Tx,
  actor: Actor,
  { change, units, input, who, doneAt }: Work,
  rows: readonly { unitId: string; versionBefore: string; versionAfter: string }[],
): Promise<number> {
  const wishes = new Map<string, string[]>();
  for (const [at, row] of rows.entries()) {
    // Recorded as done by mistake: the register said so too.
    const undone = input.outcome === 'not_done' && units[at]?.record?.versionAfter ? row.versionBefore : '';
    const version = row.versionAfter || undone;
    if (!version) continue;
    const same = wishes.get(version);
    if (same) same.push(row.unitId);
    else wishes.set(version, [row.unitId]);
  }
  const source = {
    ...{ saidBy: who.name, document: `changed under ${change.reference}`, page: '' },
    date: doneAt.toISOString().slice(0, 10),
  };
  let told = 0;
  for (const [version, unitIds] of [...wishes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    told += await installVersion(tx, actor, { unitIds, version }, source);
  }
  return told;
}
