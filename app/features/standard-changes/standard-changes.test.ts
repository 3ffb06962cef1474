import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { PASSWORD } from '../../guard/testing/people';
import { stateFacts } from '../changes/state-facts.server';
import { factWish, type House, submitted } from '../changes/testing';
import { beginImplementation } from '../implementation/begin-implementation.server';
import { putToVerification } from '../implementation/put-to-verification.server';
import { closeAs, recordAs, rowsOf, wordsOf } from '../implementation/testing';
import { approved, inSignOff, signingHouse, stateOf } from '../sign-off/testing';
import { getStandard, newStandard } from './get-standard.server';
import { listStandards } from './list-standards.server';
import { makeStandard } from './make-standard.server';
import { retireStandard } from './retire-standard.server';
import { standardsForChange } from './standards-for-change.server';
import { useStandard as makeUnder } from './use-standard.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
let founding: string;
beforeAll(async () => {
  at = await signingHouse(database);
  elsewhere = await signingHouse(database, 'Southfield');
  founding = await inSignOff(at);
  await approved(at, founding);
}, 240_000);

const change = () => submitted(at, ['segmentation']);
async function make(actor: Actor, over: { validUntil?: string; changeId?: string; password?: string } = {}) {
  const changeId = over.changeId ?? founding;
  const offer = (await newStandard(at.regulatory, changeId))?.offer;
  const validUntil = over.validUntil ?? offer?.latest ?? '2099-01-01';
  const input = { change: changeId, title: 'Segments for telemetry', validUntil, basis: offer?.basisSha256 ?? 'x' };
  return makeStandard(actor, input, { proof_password: over.password ?? PASSWORD });
}
async function standard(): Promise<string> {
  const made = await make(at.regulatory);
  if (!made?.ok) throw new Error(wordsOf(made));
  return made.id;
}
const asOwner = (query: string, ...values: string[]) => rowsOf(database, at.orgId, query, ...values);
const standingOf = async (id: string) => (await getStandard(at.auditor, id))?.standing;
const statusOf = async (id: string) => (await stateOf(database, at.orgId, id)).status;

describe('making a standard change', () => {
  it('is for regulatory affairs and risk owners, on a decision that stands, not for its proposer', async () => {
    expect(wordsOf(await make(at.safety))).toMatch(/Regulatory affairs and risk owners/);
    expect(wordsOf(await make(at.engineer))).toMatch(/Regulatory affairs and risk owners/);
    expect(await make(elsewhere.regulatory)).toBeNull();
    expect(wordsOf(await make(at.riskOwner, { password: 'guessed' }))).toMatch(/not your password/);
    expect(wordsOf(await make(at.riskOwner, { validUntil: '2020-01-01' }))).toMatch(/day is over/);
    expect(wordsOf(await make(at.riskOwner, { validUntil: '2099-01-01' }))).toMatch(/At most until/);
    expect((await newStandard(at.regulatory, await change()))?.message).toMatch(/rests on a decision that stands/);
    expect(wordsOf(await make(at.riskOwner))).toBe('(done)');
    const [line] = (await listStandards(at.auditor, new URLSearchParams())).rows;
    expect(line).toMatchObject({ title: 'Segments for telemetry', standing: { state: 'active', because: [] } });
    expect((await listStandards(elsewhere.auditor, new URLSearchParams())).rows).toEqual([]);
    const own = await asOwner(`select detail from audit_events where action = 'standard.created'`);
    expect(own).toEqual([{ detail: expect.objectContaining({ method: 'password' }) }]);
  }, 120_000);
});

describe('a change under a standard change', () => {
  it('goes from its assessment to approved, is carried out, and is closed with a signature of its own', async () => {
    const standardId = await standard();
    const id = await change();
    expect(
      (await standardsForChange(at.engineer, id))?.standards.find((one) => one.id === standardId)?.reasons,
    ).toEqual([]);
    expect(wordsOf(await makeUnder(at.safety, id, standardId))).toMatch(/Your role/);
    expect(await makeUnder(elsewhere.engineer, id, standardId)).toBeNull();
    expect(wordsOf(await makeUnder(at.engineer, id, standardId))).toBe('(done)');
    expect(await stateOf(database, at.orgId, id)).toMatchObject({ status: 'approved', rounds: [], live: [] });
    expect(wordsOf(await beginImplementation(at.colleague, id))).toBe('(done)');
    expect(wordsOf(await recordAs(at.colleague, id))).toBe('(done)');
    expect(wordsOf(await putToVerification(at.colleague, id))).toBe('(done)');
    expect(wordsOf(await closeAs(at.engineer, id))).toMatch(/You proposed this change/);
    expect(wordsOf(await closeAs(at.safety, id))).toBe('(done)');
    expect(await stateOf(database, at.orgId, id)).toMatchObject({ status: 'closed', live: ['verifier'] });
    expect((await getStandard(at.auditor, standardId))?.uses).toMatchObject([
      { changeId: id, usedByName: 'Jonas Lindqvist' },
    ]);
    // The version that was installed is one of the units: the model, and with it the baseline, is as it was.
    expect(await standingOf(standardId)).toEqual({ state: 'active', because: [] });
  }, 240_000);

  it('is refused for another kind, another actor, another outcome, and takes the full route', async () => {
    const standardId = await standard();
    const other = await submitted(at, ['os_patch']);
    expect(wordsOf(await makeUnder(at.engineer, other, standardId))).toMatch(/Kind or actor: segmentation → os_patch/i);
    const maker = await submitted(at, ['segmentation'], 'manufacturer');
    expect(wordsOf(await makeUnder(at.engineer, maker, standardId))).toMatch(/hospital → manufacturer.*full route/i);
    expect(await statusOf(maker)).toBe('assessing');
  }, 120_000);

  it('drops back to the full route when it no longer fits at the moment of carrying it out, for good', async () => {
    const standardId = await standard();
    const id = await change();
    expect(wordsOf(await makeUnder(at.engineer, id, standardId))).toBe('(done)');
    await asOwner(`update device_models set os_release = '10 1809' where id = $1`, at.modelId);
    try {
      expect(wordsOf(await beginImplementation(at.colleague, id))).toMatch(
        /operating system Windows 7 SP1 → .*full route/i,
      );
      expect(await statusOf(id)).toBe('options_ready');
    } finally {
      await asOwner(`update device_models set os_release = '7 SP1' where id = $1`, at.modelId);
    }
    expect(wordsOf(await makeUnder(at.engineer, id, standardId))).toMatch(/fell out of it/);
    const [event] = await asOwner(
      `select reason from audit_events where object_id = $1 and action = 'change.lapsed'`,
      id,
    );
    expect(event?.reason).toMatch(/does not cover it any more/);
  }, 120_000);

  it('drops back when a fact stated since leads to another outcome or leaves the assessment behind', async () => {
    const standardId = await standard();
    const id = await change();
    await makeUnder(at.engineer, id, standardId);
    const stated = await stateFacts(at.engineer, id, [factWish('change_location', 'device', 'it is on the device')]);
    expect(stated).toMatchObject({ ok: true });
    const words = wordsOf(await beginImplementation(at.colleague, id));
    expect(words).toMatch(/outcome of the assessment|no longer current/i);
    expect(await statusOf(id)).toBe('options_ready');
  }, 120_000);
});

describe('a standard change is suspended', () => {
  const cases: [string, string, string, RegExp][] = [
    [
      'when the class changes',
      `update certifications set class = 'III' where model_id = $1 and market = 'EU'`,
      `update certifications set class = 'IIb' where model_id = $1 and market = 'EU'`,
      /^class: .*EU IIb.* → .*EU III/,
    ],
    [
      'when a certificate changes',
      `update certifications set number = 'G1 99' where model_id = $1 and market = 'EU'`,
      `update certifications set number = 'G1 12 03' where model_id = $1 and market = 'EU'`,
      /^certified baseline: .*G1 12 03.* → .*G1 99/,
    ],
    [
      'when the software of the model changes',
      `update device_models set software_version = '5.0' where id = $1`,
      `update device_models set software_version = '4.2.0' where id = $1`,
      /^certified baseline: software 4\.2\.0 → software 5\.0/,
    ],
  ];
  it.each(cases)('%s, and says which', async (_, change_, back, words) => {
    const id = await standard();
    await asOwner(change_, at.modelId);
    try {
      const standing = await standingOf(id);
      expect(standing?.state).toBe('suspended');
      expect(standing?.because.join('; ')).toMatch(words);
    } finally {
      await asOwner(back, at.modelId);
    }
    expect(await standingOf(id)).toEqual({ state: 'active', because: [] });
  });

  it('when a chart has another edition, over after its last day, and retired for good', async () => {
    const id = await standard();
    const [row] = await asOwner('select basis from standard_changes where id = $1', id);
    const basis = JSON.parse(String(row?.basis));
    const [instrument] = Object.keys(basis.editions);
    basis.editions[instrument ?? ''] = { edition: 'Rev.0, May 2001', sha256: '0'.repeat(64) };
    const altered = `with t as (select $1::text as text) update standard_changes set basis = t.text,
      basis_sha256 = encode(sha256(convert_to(t.text, 'UTF8')), 'hex') from t where id = $2::uuid`;
    const unguarded = async (query: string, ...values: string[]) =>
      database.owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx`alter table standard_changes disable trigger user`;
        await tx.unsafe(query, values);
        await tx`alter table standard_changes enable trigger user`;
      });
    await unguarded(altered, JSON.stringify(basis), id);
    expect((await standingOf(id))?.because.join()).toContain(`${instrument}: Rev.0, May 2001 → `);
    expect(wordsOf(await makeUnder(at.engineer, await change(), id))).toMatch(/edition of the rule library|Rev\.0/i);
    await unguarded(`update standard_changes set valid_until = '2020-01-01' where id = $1`, id);
    expect((await standingOf(id))?.state).toBe('over');
    const other = await standard();
    expect(wordsOf(await retireStandard(at.engineer, other, 'no'))).toMatch(/Regulatory affairs/);
    expect(await retireStandard(elsewhere.regulatory, other, 'no')).toBeNull();
    expect(wordsOf(await retireStandard(at.regulatory, other, 'a new maker'))).toBe('(done)');
    expect(wordsOf(await retireStandard(at.regulatory, other, 'again'))).toMatch(/already/);
    expect(wordsOf(await makeUnder(at.engineer, await change(), other))).toMatch(/retired/);
    await unguarded(`update standard_changes set basis = basis || ' ' where id = $1`, other);
    await expect(getStandard(at.auditor, other)).rejects.toThrow(/altered/);
    await unguarded(`update standard_changes set basis = trim(basis) where id = $1`, other);
  }, 120_000);
});
