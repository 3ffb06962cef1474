import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation, type Tx } from '../../../db/client.server';
import { changes, signatures, signOffRounds } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { attachFiles } from '../attachments/attach-files.server';
import { takeBack } from '../attachments/take-back.server';
import { lockChange } from '../changes/change-row.server';
import { type House, house, submitted } from '../changes/testing';
import { stopExamining } from '../files/examine-file.server';
import { spooled } from '../files/testing';
import { buildSnapshot, keepSnapshot } from '../sign-off/build-snapshot.server';
import { actOnCondition } from './act-on-condition.server';
import type { NewCondition } from './condition-form';
import { isOverdue } from './condition-states';
import { addConditions, conditionErrors, openConditions, voidConditionsOf } from './conditions.server';
import { conditionsWaitingFor } from './conditions-waiting.server';
import { getConditions } from './get-conditions.server';
import { acceptProof, sendProofBack } from './judge-proof.server';
import { proveCondition } from './prove-condition.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(async () => {
  await stopExamining();
  await closeDatabase();
});

const wish = (over: Partial<NewCondition> = {}): NewCondition => ({
  ...{ text: 'Alarms are tested on each ward', before: 'closure', ownerId: at.colleague.userId, dueOn: '2199-12-31' },
  ...over,
});

/** A signature "with conditions" in a round that is still open. */
async function signedWith(tx: Tx, signer: Actor, changeId: string, conditions: NewCondition[]) {
  const change = await lockChange(tx, signer.orgId, changeId);
  if (!change) throw new Error('no change');
  const snapshot = await keepSnapshot(tx, signer, changeId, await buildSnapshot(tx, signer, change));
  const own = { orgId: signer.orgId, changeId };
  const [round] = await tx
    .insert(signOffRounds)
    .values({ ...own, number: 1, purpose: 'decision', option: 'as_proposed', policyNumber: 0, openedByName: 'Jonas' })
    .returning();
  const [signature] = await tx
    .insert(signatures)
    .values({
      ...{ ...own, roundId: round?.id ?? '', slot: 'regulatory_affairs', meaning: 'approve_with_conditions' },
      ...{
        snapshotId: snapshot.id,
        snapshotSha256: snapshot.sha256,
        signerId: signer.userId,
        printedName: signer.name,
      },
      ...{ role: signer.role, method: 'password', signedAt: new Date(), zone: 'Europe/London', payload: '{}' },
      ...{ payloadSha256: randomUUID(), shown: { opened: [], lastSeen: null, differences: [], confirmed: [] } },
    })
    .returning();
  const signatureId = signature?.id ?? '';
  const added = await addConditions(tx, signer, { changeId, signatureId, conditions });
  return { added, signatureId, roundId: round?.id ?? '', snapshotId: snapshot.id };
}

/** An approved change with conditions. */
async function approved(conditions: NewCondition[] = [wish()]) {
  const changeId = await submitted(at);
  const made = await inOrganisation(at.regulatory, async (tx) => {
    const signed = await signedWith(tx, at.regulatory, changeId, conditions);
    if (!signed.added.ok) throw new Error(JSON.stringify(signed.added.errors));
    await tx
      .update(signOffRounds)
      .set({ status: 'approved', decidedSnapshotId: signed.snapshotId, decidedAt: new Date(), expiresOn: '2199-12-31' })
      .where(eq(signOffRounds.id, signed.roundId));
    await tx.update(changes).set({ status: 'approved' }).where(eq(changes.id, changeId));
    return signed;
  });
  return { changeId, ...made };
}
const conditionsOf = async (changeId: string, actor = at.auditor) =>
  (await getConditions(actor, changeId))?.conditions ?? [];
const first = async (changeId: string) => {
  const [one] = await conditionsOf(changeId);
  if (!one) throw new Error('no condition');
  return { condition: one.id, version: one.version };
};
const prove = async (changeId: string, actor = at.colleague, proof = 'Tested on all wards') =>
  proveCondition(actor, changeId, { ...(await first(changeId)), proof });
const waiting = async (actor: Actor, changeId: string) =>
  (await inOrganisation(actor, (tx) => conditionsWaitingFor(tx, actor))).filter((one) => one.changeId === changeId);

describe('setting conditions', () => {
  it('numbers them, and they stand in the way until they are met', async () => {
    const { changeId, added } = await approved([wish(), wish({ before: 'implementation' })]);
    expect(added).toEqual({ ok: true, numbers: [1, 2] });
    const open = await inOrganisation(at.engineer, (tx) => openConditions(tx, at.orgId, changeId));
    expect(open.map(({ number, before, ownerName, status }) => [number, before, ownerName, status])).toEqual([
      [1, 'closure', 'Mei Tanaka', 'open'],
      [2, 'implementation', 'Mei Tanaka', 'open'],
    ]);
  });

  it('is refused field by field: no text, no such person, another organisation, no day, a day that is over, too many', async () => {
    const errors = (conditions: NewCondition[]) =>
      inOrganisation(at.regulatory, (tx) => conditionErrors(tx, at.orgId, conditions));
    expect(await errors([wish()])).toBeNull();
    expect(await errors([])).toHaveProperty('conditions');
    expect(await errors(Array.from({ length: 21 }, () => wish()))).toHaveProperty('conditions');
    expect(Object.keys((await errors([wish(), wish({ text: ' ', ownerId: 'x', dueOn: 'soon' })])) ?? {})).toEqual([
      'text 2',
      'ownerId 2',
      'dueOn 2',
    ]);
    expect(await errors([wish({ ownerId: elsewhere.engineer.userId })])).toHaveProperty(['ownerId 1']);
    expect(await errors([wish({ dueOn: '2020-01-01' })])).toHaveProperty(['dueOn 1']);
    expect(await errors([wish({ text: 'x'.repeat(2_001) })])).toHaveProperty(['text 1']);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update users set active = false where id = ${at.safety.userId}`;
    });
    expect(await errors([wish({ ownerId: at.safety.userId })])).toHaveProperty(['ownerId 1']);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update users set active = true where id = ${at.safety.userId}`;
    });
  });
});

describe('the proof of a condition', () => {
  it('is given by its owner, looked at by somebody else, and then it is met for good', async () => {
    const { changeId } = await approved();
    expect(await prove(changeId, at.engineer)).toMatchObject({
      errors: { '': [expect.stringContaining('Mei Tanaka')] },
    });
    expect(await prove(changeId)).toMatchObject({ ok: true });
    expect(await acceptProof(at.auditor, changeId, await first(changeId))).toMatchObject({ ok: false });
    expect(await acceptProof(at.colleague, changeId, await first(changeId))).toMatchObject({
      errors: { '': ['You gave this proof: somebody else has to look at it.'] },
    });
    expect(await acceptProof(at.safety, changeId, await first(changeId))).toMatchObject({ ok: true });
    expect(await conditionsOf(changeId)).toMatchObject([
      { status: 'met', met: { byName: 'Ruth Adeyemi' }, proof: { byName: 'Mei Tanaka', text: 'Tested on all wards' } },
    ]);
    expect(await inOrganisation(at.engineer, (tx) => openConditions(tx, at.orgId, changeId))).toEqual([]);
    expect(await prove(changeId)).toMatchObject({ ok: false });
    expect(await sendProofBack(at.safety, changeId, { ...(await first(changeId)), reason: 'late' })).toMatchObject({
      ok: false,
    });
  });

  it('cannot be accepted by who gave it, not even in the database', async () => {
    const { changeId } = await approved();
    await prove(changeId);
    const forced = database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update change_conditions set status = 'met', met_by = proved_by, met_at = now()
        where change_id = ${changeId}`;
    });
    await expect(forced).rejects.toThrow(/change_conditions_met_by_another/);
  });

  it('is sent back with a reason, and given again', async () => {
    const { changeId } = await approved();
    await prove(changeId);
    const reason = 'Ward 7 is missing';
    expect(await sendProofBack(at.safety, changeId, { ...(await first(changeId)), reason })).toMatchObject({
      ok: true,
    });
    expect(await conditionsOf(changeId, at.colleague)).toMatchObject([
      { status: 'open', sentBack: { reason, byName: 'Ruth Adeyemi' }, mayProve: true },
    ]);
    expect(await prove(changeId, at.colleague, 'Ward 7 too')).toMatchObject({ ok: true });
    expect(await conditionsOf(changeId)).toMatchObject([{ status: 'proved', sentBack: null }]);
  });

  it('may be a file, and a file that was taken back proves nothing', async () => {
    const { changeId } = await approved();
    const file = await attachFiles(at.colleague, changeId, { purpose: 'proof', note: '' }, [spooled('p.txt', 'seen')]);
    const attachment = (file?.ok && file.ids[0]) || '';
    const form = { ...(await first(changeId)), proof: '', attachment };
    expect(await proveCondition(at.colleague, changeId, form)).toMatchObject({ ok: true });
    expect(await conditionsOf(changeId)).toMatchObject([
      { proof: { text: 'See the file “p.txt”.', file: { id: attachment, takenBack: false } } },
    ]);
    await takeBack(at.colleague, changeId, attachment, 'Wrong ward');
    expect(await acceptProof(at.safety, changeId, await first(changeId))).toMatchObject({
      errors: { '': [expect.stringContaining('taken back')] },
    });
    const other = { ...(await first(changeId)), proof: '', attachment: randomUUID() };
    await sendProofBack(at.safety, changeId, { ...(await first(changeId)), reason: 'the file is gone' });
    expect(await proveCondition(at.colleague, changeId, { ...other, ...(await first(changeId)) })).toMatchObject({
      errors: { attachment: [expect.any(String)] },
    });
  });

  it('judged by two at once is judged once', async () => {
    const { changeId } = await approved();
    await prove(changeId);
    const about = await first(changeId);
    const both = await Promise.all([
      acceptProof(at.safety, changeId, about),
      sendProofBack(at.engineer, changeId, { ...about, reason: 'Not enough' }),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(both.find((one) => one && !one.ok)).toMatchObject({
      errors: { '': [expect.stringContaining('meanwhile')] },
    });
  });

  it('waits while the change is not approved', async () => {
    const changeId = await submitted(at);
    await inOrganisation(at.regulatory, (tx) => signedWith(tx, at.regulatory, changeId, [wish()]));
    expect(await prove(changeId)).toMatchObject({ errors: { '': [expect.stringContaining('approval stands')] } });
    expect(await waiting(at.colleague, changeId)).toEqual([]);
  });
});

describe('what waits for whom', () => {
  it('is the proof for its owner, then the look for everybody who may sign but its giver', async () => {
    const { changeId } = await approved([wish({ dueOn: new Date().toISOString().slice(0, 10) })]);
    expect(await waiting(at.colleague, changeId)).toMatchObject([{ what: 'prove', number: 1, overdue: false }]);
    expect(await waiting(at.safety, changeId)).toEqual([]);
    await prove(changeId);
    expect(await waiting(at.colleague, changeId)).toEqual([]);
    expect(await waiting(at.safety, changeId)).toMatchObject([{ what: 'look', ownerName: 'Mei Tanaka' }]);
    expect(await waiting(at.auditor, changeId)).toEqual([]);
  });

  it('is overdue from the day after', () => {
    const of = (status: string) => ({ status, dueOn: '2026-11-30' });
    expect(isOverdue(of('open'), '2026-11-30')).toBe(false);
    expect(isOverdue(of('open'), '2026-12-01')).toBe(true);
    expect(isOverdue(of('proved'), '2026-12-01')).toBe(true);
    expect(isOverdue(of('met'), '2026-12-01')).toBe(false);
    expect(isOverdue(of('void'), '2026-12-01')).toBe(false);
  });
});

describe('conditions of a signature that falls', () => {
  it('fall with it, those met excepted', async () => {
    const { changeId, signatureId } = await approved([wish(), wish({ text: 'The second' })]);
    await prove(changeId);
    await acceptProof(at.safety, changeId, await first(changeId));
    await inOrganisation(at.regulatory, (tx) => voidConditionsOf(tx, [signatureId]));
    expect((await conditionsOf(changeId)).map(({ status }) => status)).toEqual(['met', 'void']);
  });

  it('stand when proof or a signed sheet is attached, and fall when what was signed gets another file', async () => {
    const { changeId } = await approved();
    await attachFiles(at.colleague, changeId, { purpose: 'proof', note: '' }, [spooled('p.txt', 'proof')]);
    await attachFiles(at.colleague, changeId, { purpose: 'paper', note: '' }, [spooled('s.txt', 'sheet')]);
    expect((await conditionsOf(changeId)).map(({ status }) => status)).toEqual(['open']);
    await attachFiles(at.colleague, changeId, { purpose: 'evidence', note: '' }, [spooled('e.txt', 'evidence')]);
    expect(await getConditions(at.auditor, changeId)).toMatchObject({
      ...{ open: false, change: { statusLabel: 'options ready' } },
      conditions: [{ status: 'void' }],
    });
  });
});

it('forms keep what was typed, say which condition they are about, and need a form that is known', async () => {
  const { changeId } = await approved();
  const { condition, version } = await first(changeId);
  const post = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ condition, version: String(version), ...fields }))
      form.set(name, value);
    return form;
  };
  expect(await actOnCondition(at.colleague, changeId, post({ intent: 'prove', proof: ' ' }))).toMatchObject({
    ...{ ok: false, condition, errors: { proof: [expect.any(String)] } },
  });
  expect(await actOnCondition(at.colleague, changeId, post({ intent: 'other' }))).toMatchObject({ ok: false });
  await expect(actOnCondition(at.auditor, changeId, post({ intent: 'accept' }))).rejects.toMatchObject({ status: 403 });
});

it('another organisation sees and does nothing', async () => {
  const { changeId } = await approved();
  const about = await first(changeId);
  expect(await getConditions(elsewhere.engineer, changeId)).toBeNull();
  expect(await proveCondition(elsewhere.engineer, changeId, { ...about, proof: 'x' })).toBeNull();
  expect(await acceptProof(elsewhere.safety, changeId, about)).toBeNull();
  expect(await sendProofBack(elsewhere.safety, changeId, { ...about, reason: 'x' })).toBeNull();
  // Nor is a condition reached through another change.
  expect(await proveCondition(at.colleague, await submitted(at), { ...about, proof: 'x' })).toBeNull();
});
