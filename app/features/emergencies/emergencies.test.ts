import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { PASSWORD } from '../../guard/testing/people';
import { CHANGE_STATUSES } from '../changes/change-status';
import { type House, submitted } from '../changes/testing';
import { beginImplementation } from '../implementation/begin-implementation.server';
import { putToVerification } from '../implementation/put-to-verification.server';
import { closeAs, recordAs, rowsOf, wordsOf } from '../implementation/testing';
import { confirmAll, inSignOff, rateAll, sign, signingHouse, stateOf } from '../sign-off/testing';
import { confirmEmergency } from './confirm-emergency.server';
import { declareEmergency, withdrawEmergency } from './declare-emergency.server';
import { clockInWords } from './emergency-banner';
import { emergencyState, spanInWords } from './emergency-state';
import { emergencyPage, runningEmergencies } from './emergency-view.server';
import { flagOverdueEmergencies } from './flag-overdue.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await signingHouse(database);
  elsewhere = await signingHouse(database, 'Southfield');
}, 60_000);

const HOUR = 3_600_000;
const why = 'The pumps are being reset from outside since this morning.';
const pageOf = async (actor: Actor, id: string) => {
  const page = await emergencyPage(actor, id);
  if (!page) throw new Error('no page');
  return page;
};
const confirm = async (actor: Actor, id: string, password = PASSWORD) =>
  confirmEmergency(actor, id, (await pageOf(actor, id)).emergency?.id ?? at.orgId, { proof_password: password });
const eventsOf = async (id: string): Promise<string[]> => {
  const rows = await rowsOf<{ action: string }>(
    database,
    at.orgId,
    `select action from audit_events where object_id = $1 and action like 'emergency.%' order by seq`,
    id,
  );
  return rows.map(({ action }) => action);
};
/** A change with everything that signers need, not in sign-off. */
async function ready(): Promise<string> {
  const id = await submitted(at, ['segmentation']);
  await rateAll(at.safety, id);
  await confirmAll(at.engineer, id);
  return id;
}
/** Puts the clock back, as time does: two days' work of the test in one statement. */
const rewind = (id: string, hours: number) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`alter table emergencies disable trigger only_once`;
    await tx`update emergencies set sign_by = sign_by - make_interval(hours => ${hours}) where change_id = ${id}`;
    await tx`alter table emergencies enable trigger only_once`;
  });
async function acting(id: string): Promise<void> {
  expect(wordsOf(await declareEmergency(at.engineer, id, why))).toBe('(done)');
  expect(wordsOf(await confirm(at.safety, id))).toBe('(done)');
}
async function allSign(id: string): Promise<void> {
  for (const [actor, slot, meaning] of [
    [at.engineer, 'author', 'author'],
    [at.safety, 'clinical_safety', 'review'],
    [at.regulatory, 'regulatory_affairs', 'review'],
    [at.riskOwner, 'risk_owner', 'approve'],
  ] as const) {
    expect(await sign(actor, id, { slot, meaning })).toMatchObject({ ok: true });
  }
}

describe('an emergency', () => {
  it('takes two people, who prove it; then it is acted upon, inside a clock, with a round that waits', async () => {
    const id = await ready();
    expect(wordsOf(await declareEmergency(at.auditor, id, why))).toMatch(/Your role/);
    expect(await declareEmergency(elsewhere.engineer, id, why)).toBeNull();
    expect(wordsOf(await declareEmergency(at.engineer, id, why))).toBe('(done)');
    expect(wordsOf(await declareEmergency(at.regulatory, id, why))).toMatch(/declared already/);
    expect((await stateOf(database, at.orgId, id)).status).toBe('assessing');
    expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(/cannot be put into implementation/);
    expect((await pageOf(at.engineer, id)).may).toMatchObject({ confirm: false, withdraw: true });
    expect(wordsOf(await confirm(at.engineer, id))).toMatch(/somebody else has to confirm/);
    expect(wordsOf(await confirm(at.safety, id, 'guessed'))).toMatch(/not your password/);
    expect(wordsOf(await confirm(at.safety, id))).toBe('(done)');
    expect(wordsOf(await confirm(at.riskOwner, id))).toMatch(/confirmed it already/);
    expect(await stateOf(database, at.orgId, id)).toMatchObject({ status: 'in_implementation', rounds: ['open'] });
    const { emergency } = await pageOf(at.auditor, id);
    expect(emergency).toMatchObject({ state: 'running', span: '2 days 23 hours', confirmedByName: 'Ruth Adeyemi' });
    const left = Date.parse(emergency?.signBy ?? '') - Date.parse(emergency?.confirmedAt ?? '');
    expect(left).toBe(72 * HOUR);
    expect((await runningEmergencies(at.auditor)).map(({ changeId }) => changeId)).toContain(id);
    expect(await runningEmergencies(elsewhere.engineer)).toEqual([]);
    expect(wordsOf(await withdrawEmergency(at.engineer, id, 'no'))).toMatch(/has to be signed/);
    expect(await eventsOf(id)).toEqual(['emergency.declared', 'emergency.confirmed']);
  }, 120_000);

  it('of two who confirm at once, one does', async () => {
    const id = await ready();
    await declareEmergency(at.engineer, id, why);
    const both = await Promise.all([confirm(at.safety, id), confirm(at.riskOwner, id)]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(['emergency.declared', 'emergency.confirmed']);
  }, 120_000);

  it('can be withdrawn before the second person, and declared again; the database lets nobody be both', async () => {
    const id = await ready();
    await declareEmergency(at.engineer, id, why);
    expect(wordsOf(await withdrawEmergency(at.colleague, id, 'false alarm'))).toBe('(done)');
    expect((await stateOf(database, at.orgId, id)).status).toBe('assessing');
    expect(wordsOf(await confirm(at.safety, id))).toMatch(/does not stand any more/);
    expect(wordsOf(await declareEmergency(at.engineer, id, why))).toBe('(done)');
    await expect(
      rowsOf(
        database,
        at.orgId,
        `update emergencies set confirmed_by = declared_by, sign_by = now(), confirmed_at = now()
          where change_id = $1 and withdrawn_at is null`,
        id,
      ),
    ).rejects.toThrow(/emergencies_two_people/);
  }, 120_000);

  it('is signed afterwards in time: it stays where it is, and may then be closed, not before', async () => {
    const id = await ready();
    await acting(id);
    expect(wordsOf(await recordAs(at.colleague, id))).toBe('(done)');
    expect(wordsOf(await putToVerification(at.colleague, id))).toBe('(done)');
    expect(wordsOf(await closeAs(at.safety, id))).toMatch(/acted upon before it was signed/);
    await allSign(id);
    expect(await stateOf(database, at.orgId, id)).toMatchObject({ status: 'verifying', rounds: ['approved'] });
    expect((await pageOf(at.auditor, id)).emergency?.state).toBe('signed_in_time');
    expect(await flagOverdueEmergencies(new Date(Date.now() + 400 * HOUR))).toBeGreaterThanOrEqual(0);
    expect(await eventsOf(id)).not.toContain('emergency.overdue');
    expect(wordsOf(await closeAs(at.safety, id))).toBe('(done)');
    expect((await stateOf(database, at.orgId, id)).status).toBe('closed');
  }, 240_000);

  it('that is not signed in time is on record once, whoever looks, and stays to be seen after it was signed', async () => {
    // Already in sign-off: the round that is open goes on.
    const id = await inSignOff(at);
    await acting(id);
    await rewind(id, 73);
    const banner = (await pageOf(at.auditor, id)).emergency;
    expect(banner?.state).toBe('overdue');
    expect(banner && clockInWords(banner)).toMatch(/^Not signed in time: overdue for 1 hour, since .* UTC\.$/);
    await Promise.all([flagOverdueEmergencies(), flagOverdueEmergencies(), flagOverdueEmergencies()]);
    await flagOverdueEmergencies();
    expect((await eventsOf(id)).filter((action) => action === 'emergency.overdue')).toHaveLength(1);
    await allSign(id);
    const late = (await pageOf(at.auditor, id)).emergency;
    expect(late?.state).toBe('signed_late');
    expect(late && clockInWords(late)).toMatch(/^Not signed in time: all had signed/);
    await flagOverdueEmergencies();
    expect((await eventsOf(id)).filter((action) => action === 'emergency.overdue')).toHaveLength(1);
    expect(await stateOf(database, at.orgId, id)).toMatchObject({ status: 'in_implementation', rounds: ['approved'] });
  }, 240_000);
});

describe('the clock', () => {
  it('reads like a clock', () => {
    expect([0, 60_000, 3 * HOUR, 26 * HOUR + 61_000].map(spanInWords)).toEqual([
      'less than a minute',
      '1 minute',
      '3 hours',
      '1 day 2 hours',
    ]);
  });

  it('never calls late what was in time, nor running what has ended', () => {
    const moment = fc.integer({ min: 1, max: 1000 }).map((hours) => new Date(hours * HOUR));
    fc.assert(
      fc.property(
        fc.record({ signBy: moment, regularisedAt: fc.option(moment) }),
        fc.constantFrom(...CHANGE_STATUSES),
        moment,
        ({ signBy, regularisedAt }, status, now) => {
          const row = { confirmedAt: new Date(0), withdrawnAt: null, signBy, regularisedAt };
          const state = emergencyState(row, status, now);
          if (regularisedAt) expect(state).toBe(regularisedAt <= signBy ? 'signed_in_time' : 'signed_late');
          else if (status !== 'in_implementation' && status !== 'verifying') expect(state).toBe('ended');
          else expect(state).toBe(now <= signBy ? 'running' : 'overdue');
        },
      ),
    );
  });
});
