import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { changeConditions, verifications } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { verifyChain } from '../../audit/verify.server';
import { stateFacts } from '../changes/state-facts.server';
import { factWish, type House } from '../changes/testing';
import { approved, inSignOff, put, sign, signingHouse, signUpTo, stateOf } from '../sign-off/testing';
import { beginImplementation } from './begin-implementation.server';
import { getCarryOut } from './get-carry-out.server';
import { acceptProof } from './judge-proof.server';
import { progressInWords } from './outcomes';
import { proveCondition } from './prove-condition.server';
import { putToVerification } from './put-to-verification.server';
import { closeAs, recordAs, rowsOf, wordsOf } from './testing';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await signingHouse(database);
  elsewhere = await signingHouse(database, 'Southfield');
});

const statusOf = async (id: string) => (await stateOf(database, at.orgId, id)).status;
const pageOf = async (id: string, search = '') => {
  const page = await getCarryOut(at.colleague, id, new URLSearchParams(search));
  if (!page) throw new Error('no page');
  return page;
};
async function decided(): Promise<string> {
  const id = await inSignOff(at);
  await approved(at, id);
  return id;
}
async function begun(): Promise<string> {
  const id = await decided();
  expect(wordsOf(await beginImplementation(at.colleague, id))).toBe('(done)');
  return id;
}
async function verifying(): Promise<string> {
  const id = await begun();
  expect(wordsOf(await recordAs(at.colleague, id))).toBe('(done)');
  expect(wordsOf(await putToVerification(at.colleague, id))).toBe('(done)');
  return id;
}
const events = (id: string) =>
  rowsOf<{ action: string; detail: Record<string, unknown>; reason: string | null }>(
    database,
    at.orgId,
    `select action, detail, reason from audit_events where object_id = $1 order by seq`,
    id,
  );

describe('beginning', () => {
  it('is not what the decision did: somebody has to begin, and only who carries changes out', async () => {
    const id = await decided();
    expect(await statusOf(id)).toBe('approved');
    expect(wordsOf(await beginImplementation(at.riskOwner, id))).toMatch(/Your role/);
    expect(await beginImplementation(elsewhere.colleague, id)).toBeNull();
    expect(wordsOf(await beginImplementation(at.colleague, id))).toBe('(done)');
    expect(await statusOf(id)).toBe('in_implementation');
    expect((await events(id)).at(-1)).toMatchObject({ action: 'change.implementing', detail: { round: 1 } });
    expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(/cannot be put into implementation/);
  });

  it('is refused before a decision', async () => {
    const id = await inSignOff(at);
    expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(/in sign-off; it cannot/);
    expect(wordsOf(await recordAs(at.colleague, id))).toMatch(/nothing is recorded/);
  });

  it('waits for the conditions that come before it, and not for those before closure', async () => {
    const id = await inSignOff(at);
    await signUpTo(at, id);
    const due = '2099-01-01';
    const signed = await sign(at.riskOwner, id, {
      ...{ slot: 'risk_owner', meaning: 'approve_with_conditions', reason: 'as discussed' },
      conditions: [
        { text: 'Spare unit on the ward', before: 'implementation', owner: at.colleague.userId, due },
        { text: 'Traffic watched for a week', before: 'closure', owner: at.colleague.userId, due },
      ],
    });
    expect(signed).toMatchObject({ ok: true, decided: 'approved' });
    expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(/Condition 1 is not met: Spare unit/);
    const meet = async (number: number) => {
      const [row] = await inOrganisation(at.colleague, (tx) =>
        tx
          .select()
          .from(changeConditions)
          .where(eq(changeConditions.changeId, id))
          .orderBy(changeConditions.number)
          .offset(number - 1)
          .limit(1),
      );
      const condition = row?.id ?? '';
      const proof = { condition, version: 1, proof: 'It stands there.' };
      expect(wordsOf(await proveCondition(at.colleague, id, proof))).toBe('(done)');
      if (number === 1) expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(/nobody has looked/);
      expect(wordsOf(await acceptProof(at.safety, id, { condition, version: 2 }))).toBe('(done)');
    };
    await meet(1);
    expect(wordsOf(await beginImplementation(at.colleague, id))).toBe('(done)');
    await recordAs(at.colleague, id);
    await putToVerification(at.colleague, id);
    expect(wordsOf(await closeAs(at.safety, id))).toMatch(/Not met yet: condition 2/);
    await meet(2);
    expect(wordsOf(await closeAs(at.safety, id))).toBe('(done)');
  });

  it('is refused when the signatures have fallen, and says which fact did it', async () => {
    const id = await decided();
    // Behind the back of every use case, as a restored backup or an older worker would.
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update changes set title = 'Something else altogether' where id = ${id}`;
    });
    expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(/fallen: Proposal: Title .*Something else/);
    expect(await stateOf(database, at.orgId, id)).toMatchObject({
      status: 'options_ready',
      rounds: ['lapsed'],
      live: [],
    });
    expect((await events(id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['signature.voided', 'change.lapsed']),
    );
  });

  it('is refused after the last day of the approval', async () => {
    const id = await decided();
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`alter table sign_off_rounds disable trigger keep_round`;
      await tx`update sign_off_rounds set expires_on = '2020-01-31' where change_id = ${id}`;
      await tx`alter table sign_off_rounds enable trigger keep_round`;
    });
    expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(/good until 31 Jan 2020/);
    expect(await statusOf(id)).toBe('approved');
  });
});

describe('what was done on units', () => {
  it('is recorded for one, for some and for the rest; the register follows, with its reason; no signature falls', async () => {
    const id = await begun();
    // Other changes of this house were carried out before.
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update units set installed_version = '4.2.0' where model_id = ${at.modelId}`;
    });
    const [first, second] = (await pageOf(id)).list.rows;
    expect(wordsOf(await recordAs(at.colleague, id, { scope: 'ticked', unit: [first?.id ?? ''] }))).toBe('(done)');
    const rolled = { scope: 'serials', serials: second?.serial ?? '', outcome: 'rolled_back', versionAfter: '' };
    expect(wordsOf(await recordAs(at.colleague, id, rolled))).toMatch(/Say how it was taken back/);
    expect(wordsOf(await recordAs(at.colleague, id, { ...rolled, rollBack: 'image put back' }))).toBe('(done)');
    expect(progressInWords((await pageOf(id)).progress)).toBe('1 of 12 done, 1 rolled back, 10 without a record');
    expect(wordsOf(await putToVerification(at.colleague, id))).toMatch(/10 units have no record/);
    expect(wordsOf(await recordAs(at.colleague, id, { outcome: 'not_done' }))).toMatch(/Say why it was not done/);
    expect(wordsOf(await recordAs(at.colleague, id))).toBe('(done)');
    const rows = await rowsOf<{ serial: string; installed_version: string }>(
      database,
      at.orgId,
      'select serial, installed_version from units where model_id = $1 order by serial',
      at.modelId,
    );
    const versions = new Map(rows.map((row) => [row.serial, row.installed_version]));
    expect(versions.get(second?.serial ?? '')).toBe('4.2.0');
    expect([...versions.values()].filter((version) => version === '4.2.1')).toHaveLength(11);
    const facts = await rowsOf<{ source_document: string }>(
      database,
      at.orgId,
      `select source_document from register_facts where subject_id = $1 and superseded_at is null and field = 'installedVersion'`,
      first?.id ?? '',
    );
    expect(facts).toEqual([{ source_document: expect.stringMatching(/^changed under CM-/) }]);
    expect((await stateOf(database, at.orgId, id)).fallen).toEqual([]);
    expect(wordsOf(await putToVerification(at.colleague, id))).toBe('(done)');
    expect((await stateOf(database, at.orgId, id)).fallen).toEqual([]);
  });

  it('supersedes what was recorded before, and keeps it; a mistake takes the register back', async () => {
    const id = await begun();
    const unit = [(await pageOf(id)).list.rows[0]?.id ?? ''];
    await recordAs(at.colleague, id, { scope: 'ticked', unit, versionBefore: '4.1.9', versionAfter: '9.9' });
    const mistake = { scope: 'ticked', unit, outcome: 'not_done', deviation: 'another unit was meant' };
    expect(wordsOf(await recordAs(at.colleague, id, mistake))).toBe('(done)');
    const rows = await rowsOf<{ outcome: string; current: boolean }>(
      database,
      at.orgId,
      'select outcome, superseded_at is null as current from implementations where change_id = $1 order by recorded_at',
      id,
    );
    expect(rows).toEqual([
      { outcome: 'done', current: false },
      { outcome: 'not_done', current: true },
    ]);
    const [now] = await rowsOf(
      database,
      at.orgId,
      'select installed_version as v from units where id = $1',
      unit[0] ?? '',
    );
    expect(now?.v).toBe('4.1.9');
  });

  it('by two people on the same unit: one is taken, the other is told what was recorded meanwhile', async () => {
    const id = await begun();
    const unit = [(await pageOf(id)).list.rows[0]?.id ?? ''];
    const wish = { scope: 'ticked', unit, seen: '' };
    const both = await Promise.all([
      recordAs(at.colleague, id, wish),
      recordAs(at.engineer, id, {
        ...wish,
        outcome: 'failed',
        deviation: 'no start',
        test: 'failed',
        testNote: 'dark',
      }),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    const told = both.map(wordsOf).find((words) => words !== '(done)');
    expect(told).toMatch(/recorded “(done|failed)” meanwhile/);
    const rows = await rowsOf(database, at.orgId, 'select 1 from implementations where change_id = $1', id);
    expect(rows).toHaveLength(1);
  });

  it('is refused for units of other changes, moments to come, people elsewhere, and reasons left out', async () => {
    const id = await begun();
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    expect(wordsOf(await recordAs(at.colleague, id, { doneOn: day }))).toMatch(/still to come/);
    expect(wordsOf(await recordAs(at.colleague, id, { doneTime: '25:00' }))).toMatch(/hours and minutes/);
    expect(wordsOf(await recordAs(at.colleague, id, { scope: 'ticked', unit: [randomUUID()] }))).toMatch(
      /not one of this/,
    );
    expect(wordsOf(await recordAs(at.colleague, id, { scope: 'serials', serials: 'XTR-1\nnowhere' }))).toMatch(
      /“nowhere”/,
    );
    expect(wordsOf(await recordAs(at.colleague, id, { doneBy: elsewhere.engineer.userId }))).toMatch(
      /this organisation/,
    );
    expect(wordsOf(await recordAs(at.colleague, id, { test: 'not_tested', testNote: '' }))).toMatch(
      /why it was not tested/,
    );
    expect(wordsOf(await recordAs(at.regulatory, id))).toMatch(/Your role/);
    expect(await recordAs(elsewhere.colleague, id)).toBeNull();
    expect((await pageOf(id)).progress.unrecorded).toBe(12);
  });

  it('names whoever did it on the spot beside who answers for it', async () => {
    const id = await begun();
    await recordAs(at.colleague, id, { onTheSpot: 'Service engineer of the maker', doneBy: at.engineer.userId });
    const line = (await pageOf(id)).list.rows[0];
    expect(line?.record?.doneByName).toBe('Service engineer of the maker, with Jonas Lindqvist');
  });
});

describe('verifying and closing', () => {
  it('by somebody who made nothing of it: four people to closure, signed, and every step on record', async () => {
    const id = await verifying();
    expect(wordsOf(await closeAs(at.safety, id, { outcome: 'as_planned', words: '' }))).toMatch(
      /otherwise than planned/,
    );
    expect(wordsOf(await closeAs(at.safety, id, { words: '' }))).toMatch(/why the deviations are acceptable/);
    expect(wordsOf(await closeAs(at.safety, id, { password: 'guessed' }))).toMatch(/not your password/);
    expect(wordsOf(await closeAs(at.safety, id))).toBe('(done)');
    const [row] = await rowsOf<Record<string, string>>(
      database,
      at.orgId,
      `select s.slot, s.meaning, s.reason, s.signer_id, r.status as round from signatures s
        join sign_off_rounds r on r.id = s.round_id where s.change_id = $1 and s.slot = 'verifier'`,
      id,
    );
    expect(row).toMatchObject({ meaning: 'review', round: 'approved', signer_id: at.safety.userId });
    expect(row?.reason).toMatch(/^Verified with deviations\. What was done: SHA-256 [0-9a-f]{64}\. The checklist/);
    const trail = (await events(id)).map(({ action }) => action);
    expect(trail.slice(-3)).toEqual(['signature.signed', 'verification.recorded', 'change.closed']);
    expect(await statusOf(id)).toBe('closed');
    const page = await pageOf(id);
    expect(page.verifications).toMatchObject([
      { number: 1, outcome: 'with_deviations', signed: true, byName: 'Ruth Adeyemi' },
    ]);
    expect(page.may).toEqual({ begin: false, record: false, putToVerification: false, verify: false });
    expect(await verifyChain(at.orgId, 'Northbridge')).toMatchObject({ ok: true, faults: [] });
  });

  it('is refused to the proposer, the author and whoever worked on a unit, in the application and in the database', async () => {
    const id = await verifying();
    expect(wordsOf(await closeAs(at.engineer, id))).toMatch(/You proposed this change.*signed as the author/);
    expect(wordsOf(await closeAs(at.colleague, id))).toMatch(/You worked on this change/);
    expect(wordsOf(await closeAs(at.auditor, id))).not.toBe('(done)');
    expect(wordsOf(await closeAs(at.colleague, id, { outcome: 'failed' }))).toMatch(/You worked on this change/);
    await expect(
      inOrganisation(at.colleague, (tx) =>
        tx.insert(verifications).values({
          ...{ orgId: at.orgId, changeId: id, number: 1, outcome: 'failed', comparison: 'mine' },
          ...{ verifiedBy: at.colleague.userId, verifiedByName: at.colleague.name },
        }),
      ),
    ).rejects.toThrow();
    const forged = `insert into signatures (org_id, change_id, round_id, slot, meaning, snapshot_id, snapshot_sha256,
      signer_id, printed_name, role, method, signed_at, zone, shown, payload, payload_sha256)
      select org_id, change_id, round_id, 'verifier', 'review', snapshot_id, snapshot_sha256, signer_id, printed_name,
      role, method, now(), zone, shown, payload, 'x' || payload_sha256 from signatures where change_id = $1 and slot = 'author'`;
    await expect(rowsOf(database, at.orgId, forged, id)).rejects.toThrow(/one person cannot sign for two/);
    expect(await statusOf(id)).toBe('verifying');
  });

  it('takes nothing that was not on the page: what was done has moved since', async () => {
    const id = await verifying();
    const closing = (await getCarryOut(at.safety, id, new URLSearchParams()))?.closing;
    await closeAs(at.regulatory, id, { outcome: 'failed', words: 'Unit 3 shows the old version.' });
    expect(await statusOf(id)).toBe('in_implementation');
    await recordAs(at.colleague, id, { scope: 'serials', serials: 'XTR-3', deviation: 'once more' });
    await putToVerification(at.colleague, id);
    expect(wordsOf(await closeAs(at.safety, id, { ...closing }))).toMatch(/has changed since you opened the page/);
    expect(wordsOf(await closeAs(at.safety, id))).toBe('(done)');
    const found = (await pageOf(id)).verifications.map(({ outcome, signed }) => ({ outcome, signed }));
    expect(found).toEqual([
      { outcome: 'failed', signed: false },
      { outcome: 'with_deviations', signed: true },
    ]);
  });

  it('of two at once, one closes it', async () => {
    const id = await verifying();
    const both = await Promise.all([closeAs(at.safety, id), closeAs(at.regulatory, id)]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(await statusOf(id)).toBe('closed');
  });

  it('is over when a fact changes before: the approval lapses, and nothing is closed', async () => {
    const id = await verifying();
    const stated = await stateFacts(at.engineer, id, [
      factWish('solely_strengthens_cybersecurity', 'yes', 'read in the notes'),
    ]);
    expect(stated).toMatchObject({ ok: true });
    expect(await statusOf(id)).toBe('options_ready');
    expect(wordsOf(await closeAs(at.safety, id))).toMatch(/cannot be closed/);
    // Put forward and signed again, it goes on; what was recorded on units is still there.
    await put(at, id).catch(() => undefined);
    expect((await pageOf(id)).progress.byOutcome.done).toBe(12);
  });
});
