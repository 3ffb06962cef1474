/** Conditions of an approval, as whoever signs, carries out and closes needs them. */
import { and, asc, eq, inArray, max } from 'drizzle-orm';
import type { Tenant, Tx } from '../../../db/client.server';
import { changeConditions, users } from '../../../db/schema/index.server';
import type { FieldErrors } from '../save-result';
import { presentMoment, today } from '../today';
import { type ConditionStage, LONGEST_CONDITION, MOST_CONDITIONS, type NewCondition } from './condition-form';

export interface AddConditions {
  changeId: string;
  /** The signature "approve with conditions" that sets them; its row is there already. */
  signatureId: string;
  conditions: readonly NewCondition[];
}

/** A condition that is not met yet. */
export interface OpenCondition {
  id: string;
  number: number;
  text: string;
  before: ConditionStage;
  ownerId: string;
  ownerName: string;
  dueOn: string;
  /** proved: somebody else has to look at the proof. */
  status: 'open' | 'proved';
}

export type ConditionsAdded = { ok: true; numbers: number[] } | { ok: false; errors: FieldErrors };

/** Names of the people who are here and may still come in, by id. */
async function activePeople(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.active, true), inArray(users.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * What is wrong with conditions as they were typed, by field ("conditions" for the list as a whole, "text 1",
 * "before 1", "ownerId 1", "dueOn 1" for those of one); null when nothing is. For asking before a signature is written.
 */
export async function conditionErrors(
  tx: Tx,
  orgId: string,
  conditions: readonly NewCondition[],
): Promise<FieldErrors | null> {
  if (conditions.length === 0) return { conditions: ['Give at least one condition, or approve without.'] };
  if (conditions.length > MOST_CONDITIONS) return { conditions: [`Give at most ${MOST_CONDITIONS} conditions.`] };
  const people = await activePeople(tx, orgId, conditions.map(({ ownerId }) => ownerId).filter(isUuid));
  const errors: FieldErrors = {};
  for (const [n, one] of conditions.entries()) {
    const refuse = (field: string, message: string) => {
      errors[`${field} ${n + 1}`] = [message];
    };
    const text = one.text.trim();
    if (text === '') refuse('text', 'Say what has to be done or shown.');
    if (text.length > LONGEST_CONDITION) refuse('text', `Say it in at most ${LONGEST_CONDITION} characters.`);
    if (one.before !== 'implementation' && one.before !== 'closure') refuse('before', 'Say before what.');
    if (!people.has(one.ownerId)) refuse('ownerId', 'Choose a person of this organisation who can still sign in.');
    if (!isDay(one.dueOn)) refuse('dueOn', 'Give the day by which it has to be met.');
    else if (one.dueOn < today()) refuse('dueOn', 'This day is over.');
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const isDay = (text: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Writes the conditions of a signature, numbered on from those the change has. Records nothing: they are part of what
 * the signature says. The caller holds the lock on the change.
 */
export async function addConditions(
  tx: Tx,
  actor: Tenant,
  { changeId, signatureId, conditions }: AddConditions,
): Promise<ConditionsAdded> {
  const errors = await conditionErrors(tx, actor.orgId, conditions);
  if (errors) return { ok: false, errors };
  const people = await activePeople(
    tx,
    actor.orgId,
    conditions.map(({ ownerId }) => ownerId),
  );
  const [last] = await tx
    .select({ number: max(changeConditions.number) })
    .from(changeConditions)
    .where(and(eq(changeConditions.orgId, actor.orgId), eq(changeConditions.changeId, changeId)));
  const createdAt = presentMoment();
  const rows = conditions.map((one, n) => ({
    ...{ orgId: actor.orgId, changeId, signatureId, number: (last?.number ?? 0) + n + 1 },
    ...{ text: one.text.trim(), before: one.before, dueOn: one.dueOn },
    ...{ ownerId: one.ownerId, ownerName: people.get(one.ownerId) ?? '', createdAt },
  }));
  await tx.insert(changeConditions).values(rows);
  return { ok: true, numbers: rows.map(({ number }) => number) };
}

/** The conditions of a change that are not met yet, by number. */
export async function openConditions(tx: Tx, orgId: string, changeId: string): Promise<OpenCondition[]> {
  const { id, number, text, before, ownerId, ownerName, dueOn, status } = changeConditions;
  const rows = await tx
    .select({ id, number, text, before, ownerId, ownerName, dueOn, status })
    .from(changeConditions)
    .where(and(eq(changeConditions.orgId, orgId), eq(changeConditions.changeId, changeId)))
    .orderBy(asc(number));
  return rows.flatMap(({ status: now, ...row }) =>
    now === 'open' || now === 'proved' ? [{ ...row, status: now }] : [],
  );
}

/** Lets the conditions of signatures fall with them, those met excepted: what was done stays done. */
export async function voidConditionsOf(tx: Tx, signatureIds: readonly string[]): Promise<void> {
  if (signatureIds.length === 0) return;
  await tx
    .update(changeConditions)
    .set({ status: 'void' })
    .where(
      and(
        inArray(changeConditions.signatureId, [...signatureIds]),
        inArray(changeConditions.status, ['open', 'proved']),
      ),
    );
}
