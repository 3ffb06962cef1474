/** The page on which a change is carried out, compared with its plan, verified and closed. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { units, users, verifications } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ChangeRow, readChange } from '../changes/change-row.server';
import { type ChangeStatus, STATUS_LABELS } from '../changes/change-status';
import { emergencyForBanner } from '../emergencies/emergency-view.server';
import { runningEmergency } from '../emergencies/running-emergency.server';
import { PAGE_ROWS, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { optionLabel } from '../options/option-words';
import { signingWays } from '../people/signing-ways.server';
import { buildSnapshot } from '../sign-off/build-snapshot.server';
import { approvedRound } from '../sign-off/rounds.server';
import { standardUsedBy } from '../standard-changes/standard-rows.server';
import { today } from '../today';
import type { BasisView, CarryOutPage, ShownVerification, UnitLine } from './carry-out-view';
import { closeBinds } from './close-change.server';
import { compareWithPlan } from './comparison.server';
import { openConditions } from './conditions.server';
import type { Basis } from './decision-in-force.server';
import { isOutcome, type Outcome } from './outcomes';
import { planRow } from './plan-rows.server';
import {
  newestRecord,
  progressOf,
  RECORD_ID,
  RECORD_OUTCOME,
  type UnitOfChange,
  unitPage,
} from './unit-records.server';
import { whyNotClose } from './why-not-close.server';

const BY_SERIAL: Sorting = { by: [sql`${units.serialKey}`, sql`${units.id}`], parts: ['text', 'uuid'] };
const AFTERWARDS: readonly ChangeStatus[] = ['in_implementation', 'verifying', 'closed', 'revoked', 'expired'];
/** More than a list to choose from can hold. */
const MOST_PEOPLE = 500;

/** Null when the change is not here. `search` is the address's query: shown, after, before. */
export async function getCarryOut(
  actor: Actor,
  changeId: string,
  search: URLSearchParams,
): Promise<CarryOutPage | null> {
  const read = await inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    return change ? await readPage(tx, actor, change, search) : null;
  });
  if (!read) return null;
  const { closing, ...page } = read;
  if (!closing) return { ...page, closing };
  const binds = closeBinds({ changeId, signerId: actor.userId, snapshot: closing.snapshot, done: closing.done });
  return { ...page, closing: { ...closing, ways: await signingWays(actor, binds) } };
}

type WithoutWays = Omit<CarryOutPage, 'closing'> & {
  closing: null | { against: string[]; snapshot: string; done: string };
};

async function readPage(tx: Tx, actor: Actor, change: ChangeRow, search: URLSearchParams): Promise<WithoutWays> {
  const { orgId } = actor;
  const { id, reference, title, status } = change;
  const basis = await basisNow(tx, orgId, id);
  const plan = await planRow(tx, orgId, id);
  const progress = await progressOf(tx, orgId, id);
  const open = (await openConditions(tx, orgId, id)).filter(({ before }) => before === 'implementation');
  const compared = AFTERWARDS.includes(status) ? await compareWithPlan(tx, orgId, change) : null;
  const implements_ = can(actor, 'change:implement');
  const may = {
    begin: status === 'approved' && implements_,
    record: status === 'in_implementation' && implements_,
    putToVerification: status === 'in_implementation' && implements_ && progress.unrecorded === 0,
    verify: status === 'verifying' && can(actor, 'change:sign'),
  };
  const asked =
    may.verify && basis && compared
      ? await whyNotClose(tx, actor, {
          change,
          basis,
          comparison: compared,
          input: { outcome: 'with_deviations', words: '…' },
        })
      : null;
  const now = new Date().toISOString();
  return {
    ...{ change: { id, reference, title, statusLabel: STATUS_LABELS[status] }, status, progress, may },
    basis: basis && basisView(basis),
    emergency: await emergencyForBanner(tx, orgId, change),
    list: await unitsOf(tx, { orgId, changeId: id }, search),
    seen: await newestRecord(tx, orgId, id),
    planned: plan,
    people: may.record ? await peopleOf(tx, orgId) : [],
    now: { day: today(), time: now.slice(11, 16) },
    waits: open.map(({ number, text, ownerName }) => `Condition ${number}: ${text} (${ownerName})`),
    comparison: compared && { differences: compared.differences, window: compared.window },
    closing:
      asked && compared
        ? {
            against: asked.reasons,
            ...{ snapshot: (await buildSnapshot(tx, actor, change)).sha256, done: compared.sha256 },
          }
        : null,
    verifications: await verificationsOf(tx, orgId, id),
  };
}

/** What it rests on as far as a page needs it; the gates ask again, and let fall what has fallen. */
async function basisNow(tx: Tx, orgId: string, changeId: string): Promise<Basis | null> {
  const round = await approvedRound(tx, orgId, changeId);
  if (round) return { by: 'round', round };
  const standard = await standardUsedBy(tx, orgId, changeId);
  if (standard) return { by: 'standard', standard };
  const emergency = await runningEmergency(tx, orgId, changeId);
  return emergency?.confirmedAt ? { by: 'emergency', emergency } : null;
}

function basisView(basis: Basis): BasisView {
  if (basis.by === 'round') {
    const { number, option, expiresOn } = basis.round;
    const what =
      option === 'as_proposed' ? 'as it was proposed' : optionLabel(option as Parameters<typeof optionLabel>[0]);
    return { words: `Decided in round ${number}: ${what}`, expiresOn };
  }
  if (basis.by === 'standard') {
    const { number, title, validUntil } = basis.standard.row;
    return { words: `Under standard change ${number}, “${title}”`, expiresOn: validUntil };
  }
  return { words: 'Acted upon at once; the signatures follow', expiresOn: null };
}

async function unitsOf(tx: Tx, at: { orgId: string; changeId: string }, search: URLSearchParams) {
  const asked = search.get('shown');
  const shown: Outcome | 'unrecorded' | '' = asked === 'unrecorded' || isOutcome(asked) ? asked : '';
  const wish = pageWish(search, BY_SERIAL.parts);
  const narrowed: SQL | undefined =
    shown === '' ? undefined : shown === 'unrecorded' ? sql`${RECORD_ID} is null` : sql`${RECORD_OUTCOME} = ${shown}`;
  const where = and(narrowed, keysetCondition(BY_SERIAL, wish, false));
  const read = await unitPage(tx, at, where, keysetOrder(BY_SERIAL, wish, false), PAGE_ROWS + 1);
  const page = pageOf(read, wish, (row) => [row.serialKey ?? '', row.id]);
  return { ...page, rows: page.rows.map(lineOf), filters: { shown } };
}

const lineOf = ({ id, serial, location, retiredAt, installed, record }: UnitOfChange): UnitLine => ({
  ...{ id, serial, location, retired: retiredAt !== null, installed },
  record: record && {
    ...{ outcome: record.outcome, versionBefore: record.versionBefore, versionAfter: record.versionAfter },
    ...{ doneAt: record.doneAt.toISOString(), doneByName: record.doneByName, test: record.test },
    ...{ testNote: record.testNote, rollBack: record.rollBack, deviation: record.deviation },
    ...{ recordedByName: record.recordedByName, recordedAt: record.recordedAt.toISOString() },
  },
});

async function peopleOf(tx: Tx, orgId: string): Promise<{ value: string; label: string }[]> {
  const rows = await tx
    .select({ value: users.id, label: users.name })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.active, true)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(MOST_PEOPLE);
  return rows;
}

async function verificationsOf(tx: Tx, orgId: string, changeId: string): Promise<ShownVerification[]> {
  const rows = await tx
    .select()
    .from(verifications)
    .where(and(eq(verifications.orgId, orgId), eq(verifications.changeId, changeId)))
    .orderBy(asc(verifications.number));
  return rows.map(({ number, outcome, comparison, verifiedByName, verifiedAt, signatureId }) => ({
    ...{ number, outcome, comparison, byName: verifiedByName, at: verifiedAt.toISOString() },
    signed: signatureId !== null,
  }));
}
