import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { verifyChain } from '../../audit/verify.server';
import { PASSWORD } from '../../guard/testing/people';
import { stateFacts } from '../changes/state-facts.server';
import { factWish, type House, submitted } from '../changes/testing';
import { editModel } from '../devices/edit-model.server';
import { getModel } from '../devices/get-model.server';
import { EditModelForm, modelFormDefaults } from '../devices/model-form';
import { accepted } from '../devices/testing';
import { answerDissent, recordDissent } from './dissent.server';
import { putToSignOff } from './put-to-sign-off.server';
import { stepChange } from './step-change.server';
import { expireApprovals, reviewAll } from './sweep.server';
import {
  approved,
  confirmAll,
  inSignOff,
  put,
  rateAll,
  readyToSign,
  sign,
  signingHouse,
  signUpTo,
  stateOf,
} from './testing';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await signingHouse(database);
});
const now = (id: string) => stateOf(database, at.orgId, id);
const author = { slot: 'author', meaning: 'author' } as const;
const review = { slot: 'clinical_safety', meaning: 'review' } as const;
const approve = { slot: 'risk_owner', meaning: 'approve' } as const;
const everybody = ['author', 'clinical_safety', 'regulatory_affairs', 'risk_owner'];
const ok = { ok: true } as const;
const words = async (answer: ReturnType<typeof sign>) => {
  const result = await answer;
  return result?.ok === false ? Object.values(result.errors).flat().join(' ') : '(signed)';
};

describe('signing', () => {
  it('goes from author to decision, and each signature says what was signed by whom [11.50(a)]', async () => {
    const id = await inSignOff(at);
    expect(await sign(at.engineer, id, author)).toMatchObject({ ...ok, decided: null });
    expect(await sign(at.regulatory, id, { ...review, slot: 'regulatory_affairs' })).toMatchObject({ decided: null });
    expect(await words(sign(at.riskOwner, id, approve))).toMatch(/clinical safety officer signs first/);
    expect(await sign(at.safety, id, review)).toMatchObject({ decided: null });
    expect(await sign(at.riskOwner, id, approve)).toMatchObject({ ...ok, decided: 'approved' });
    expect(await now(id)).toEqual({
      status: 'approved',
      rounds: ['approved'],
      live: ['author', 'regulatory_affairs', 'clinical_safety', 'risk_owner'],
      fallen: [],
    });
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select s.*, n.content from signatures s join change_snapshots n on n.id = s.snapshot_id where s.slot = 'risk_owner' and s.change_id = ${id}`;
    });
    expect(JSON.parse(row?.payload)).toMatchObject({
      change: { id },
      meaning: 'approve',
      signer: { name: 'Priya Raman', role: 'risk_owner' },
      snapshot: { sha256: row?.snapshot_sha256 },
      zone: 'Europe/London',
    });
    expect(JSON.parse(row?.content).parts.proposal[0]).toMatchObject({ label: 'Title' });
    expect((await verifyChain(at.orgId, 'Northbridge')).ok).toBe(true);
  });

  it('is refused before its turn, with everything that stands in the way', async () => {
    const id = await inSignOff(at);
    expect(await words(sign(at.safety, id, review))).toMatch(/Not yet your turn: author/);
    expect(await words(sign(at.engineer, id, { ...author, unread: true }))).toMatch(/Open first: /);
    expect(await words(sign(at.engineer, id, { ...author, password: 'not the password' }))).toMatch(
      /not your password/,
    );
    expect(await words(sign(at.engineer, id, { ...author, snapshot: 'a'.repeat(64) }))).toMatch(/has changed since/);
    expect((await now(id)).live).toEqual([]);
  });

  it('wants every derived answer confirmed by a person [Annex 11 §6]', async () => {
    const id = await submitted(at, ['segmentation']);
    await rateAll(at.safety, id);
    await put(at, id);
    expect(await words(sign(at.engineer, id, author))).toMatch(/derived answers? on the path still/);
    await confirmAll(at.colleague, id);
    expect(await sign(at.engineer, id, author)).toMatchObject(ok);
  });

  it('is not for those who proposed it, hold another place, or have no place [11.10(g)]', async () => {
    const id = await inSignOff(at);

    expect(await words(sign(at.safety, id, author))).toMatch(/not one of your role/);
    expect(await words(sign(at.auditor, id, author))).toMatch(/password|does not sign/);
    expect(await sign(at.colleague, id, author)).toMatchObject(ok);
    expect(await words(sign(at.engineer, id, author))).toMatch(/signed already/);
    expect((await now(id)).live).toEqual(['author']);
  });

  it('of one’s own proposal is refused by the database too [ASVS 2.3.5]', async () => {
    const id = await inSignOff(at);
    await sign(at.engineer, id, author);
    const forged = database.app.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`insert into signatures (org_id, change_id, round_id, slot, meaning, snapshot_id, snapshot_sha256, signer_id,
          printed_name, role, method, signed_at, zone, shown, payload, payload_sha256)
        select org_id, change_id, round_id, 'clinical_safety', 'approve', snapshot_id, snapshot_sha256, signer_id,
          printed_name, role, method, signed_at, zone, shown, payload || ' ', md5(payload) || md5(payload)
        from signatures where change_id = ${id}`;
    });
    await expect(forged).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('one person cannot sign for two'),
    });
    const pushed = database.app.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update changes set status = 'approved' where id = ${id}`;
    });
    await expect(pushed).rejects.toMatchObject({ code: '42501' });
    const decided = database.app.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update sign_off_rounds set status = 'approved', decided_at = now(), expires_on = '2030-01-01',
        decided_snapshot_id = (select snapshot_id from signatures where change_id = ${id}) where change_id = ${id}`;
    });
    await expect(decided).rejects.toMatchObject({ code: '42501' });
  });

  it('a rejection ends it, with its reason', async () => {
    const id = await inSignOff(at);
    await sign(at.engineer, id, author);
    expect(await words(sign(at.safety, id, { ...review, meaning: 'reject' }))).toMatch(/Say why/);
    expect(await sign(at.safety, id, { ...review, meaning: 'reject', reason: 'No fallback at night.' })).toMatchObject({
      decided: 'rejected',
    });
    expect(await now(id)).toMatchObject({ status: 'rejected', rounds: ['rejected'] });
  });

  it('with conditions makes them tasks', async () => {
    const id = await inSignOff(at);
    await signUpTo(at, id);
    const conditional = { ...approve, meaning: 'approve_with_conditions', reason: 'Step by step.' } as const;
    expect(await words(sign(at.riskOwner, id, conditional))).toMatch(/at least one condition/);
    const conditions = [
      { text: 'One ward first.', before: 'implementation', owner: at.engineer.userId, due: '2199-01-01' },
    ];
    expect(await sign(at.riskOwner, id, { ...conditional, conditions })).toMatchObject({ decided: 'approved' });
    const rows = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select text, status, owner_name from change_conditions where change_id = ${id}`;
    });
    expect(rows).toEqual([{ text: 'One ward first.', status: 'open', owner_name: 'Jonas Lindqvist' }]);
  });

  it('shows a foreign organisation nothing', async () => {
    const id = await inSignOff(at);
    const foreign = await signingHouse(database, 'Southfield');
    expect(await putToSignOff(foreign.engineer, id, { version: 1, option: 'as_proposed', note: '' })).toBeNull();
    expect(await stepChange(foreign.engineer, id, 'leave', { reason: 'x' })).toBeNull();
  });
});

describe('a signature falls', () => {
  it('when a fact it covers changes, says which, and those on other changes stand [11.70] [Annex 11 §14]', async () => {
    const [id, other] = [await inSignOff(at), await inSignOff(at)];
    for (const one of [id, other]) await sign(at.engineer, one, author);
    await stateFacts(at.engineer, id, [factWish('solely_strengthens_cybersecurity', 'yes', 'read in the notes')]);
    expect(await now(id)).toMatchObject({ status: 'in_sign_off', live: [], fallen: ['author'] });
    expect(await now(other)).toMatchObject({ live: ['author'] });
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select voided_because from signatures where change_id = ${id}`;
    });
    expect(row?.voided_because).toContainEqual(
      expect.objectContaining({
        part: 'facts',
        key: 'solely_strengthens_cybersecurity',
        before: 'not there',
        after: 'yes',
      }),
    );
    await confirmAll(at.engineer, id);
    expect(await sign(at.engineer, id, author)).toMatchObject(ok);
  });

  it('when the register says something else about the device, on every change of that model', async () => {
    const [id, other] = [await inSignOff(at), await inSignOff(at)];
    for (const one of [id, other]) await sign(at.engineer, one, author);
    const found = await getModel(at.engineer, at.modelId);
    if (!found) throw new Error('the model is gone');
    const fields = { ...modelFormDefaults(found.model.values), version: String(found.model.version) };
    const edited = accepted(EditModelForm, { ...fields, modelNumber: '96281' });
    expect(await editModel(at.engineer, at.modelId, edited)).toMatchObject(ok);
    for (const one of [id, other]) expect(await now(one)).toMatchObject({ live: [], fallen: ['author'] });
  });

  it('also when somebody wrote past every use case: the next look finds it', async () => {
    const id = await inSignOff(at);
    await sign(at.engineer, id, author);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update device_models set os_release = '7 SP2' where id = ${at.modelId}`;
    });
    expect(await reviewAll(at.orgId)).toBeGreaterThan(0);
    expect(await now(id)).toMatchObject({ live: [], fallen: ['author'] });
  });

  it('and takes an approval with it, for good', async () => {
    const id = await inSignOff(at);
    await approved(at, id);
    await stateFacts(at.engineer, id, [factWish('solely_strengthens_cybersecurity', 'yes', 'read in the notes')]);
    expect(await now(id)).toEqual({
      status: 'options_ready',
      rounds: ['lapsed'],
      live: [],
      fallen: everybody,
    });
    // Taking the fact back does not bring it back: a new round, with signatures of its own.
    await stateFacts(at.engineer, id, [factWish('solely_strengthens_cybersecurity', 'unknown', 'misread')]);
    expect((await now(id)).status).toBe('options_ready');
    await confirmAll(at.engineer, id);
    await put(at, id);
    await approved(at, id);
    expect((await now(id)).rounds).toEqual(['lapsed', 'approved']);
  });
});

describe('a dissent', () => {
  it('is answered by another before anybody decides', async () => {
    const id = await inSignOff(at);
    await signUpTo(at, id);
    const proof = { proof_password: PASSWORD };
    expect(
      await recordDissent(at.regulatory, id, { party: 'manufacturer', voice: '', opinion: 'No.', ...proof }),
    ).toMatchObject({ ok: false });
    expect(
      await recordDissent(at.regulatory, id, {
        party: 'regulatory_affairs',
        voice: '',
        opinion: 'The certificate speaks of one segment.',
        ...proof,
      }),
    ).toEqual(ok);
    expect(await words(sign(at.riskOwner, id, approve))).toMatch(/Dissent 1 waits/);
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select id from dissents where change_id = ${id}`;
    });
    expect(
      await answerDissent(at.safety, id, {
        dissent: row?.id,
        answer: 'The segment is the same; only its border moves.',
      }),
    ).toEqual(ok);
    expect(await sign(at.riskOwner, id, approve)).toMatchObject({ decided: 'approved' });
  });
});

describe('an approval', () => {
  it('expires on its day, whatever created it, and never comes back by itself', async () => {
    const id = await inSignOff(at);
    await approved(at, id);
    expect(await expireApprovals(at.orgId, '2026-11-29')).toBe(0);
    expect(await expireApprovals(at.orgId, '2199-01-01')).toBeGreaterThan(0);
    expect(await now(id)).toMatchObject({ status: 'expired', rounds: ['expired'] });
    expect(await stepChange(at.engineer, id, 'take-up', { reason: 'Still wanted.' })).toEqual(ok);
    expect(await now(id)).toMatchObject({ status: 'assessing', rounds: ['expired'] });
    await put(at, id);
    expect((await now(id)).rounds).toEqual(['expired', 'open']);
    expect(await words(sign(at.riskOwner, id, approve))).toMatch(/Not yet your turn/);
  });

  it('is revoked by those who may, with a reason [Annex 11 §9]', async () => {
    const id = await inSignOff(at);
    await approved(at, id);
    expect(await stepChange(at.engineer, id, 'revoke', { reason: 'x' })).toMatchObject({ ok: false });
    expect(await stepChange(at.riskOwner, id, 'revoke', { reason: 'An incident elsewhere.' })).toEqual(ok);
    expect(await now(id)).toMatchObject({ status: 'revoked', rounds: ['revoked'] });
  });
});

describe('a hundred at once', () => {
  it('leave one signature in each place, one decision, and an unbroken chain', async () => {
    const id = await inSignOff(at);
    const asAuthor = await readyToSign(at.engineer, id, author);
    const asColleague = await readyToSign(at.colleague, id, author);
    const authors = Array.from({ length: 48 }, (_, n) => (n % 2 ? asAuthor() : asColleague()));
    const edits = Array.from({ length: 2 }, (_, n) =>
      stateFacts(at.regulatory, id, [factWish('solely_strengthens_cybersecurity', n % 2 ? 'yes' : 'no', 'two of us')]),
    );
    await Promise.all([...authors, ...edits]);
    const first = await now(id);
    expect(first.live.length).toBeLessThanOrEqual(1);
    await confirmAll(at.engineer, id);
    if ((await now(id)).live.length === 0) expect(await sign(at.engineer, id, author)).toMatchObject(ok);
    await sign(at.safety, id, review);
    await sign(at.regulatory, id, { ...review, slot: 'regulatory_affairs' });
    const asOwner = await readyToSign(at.riskOwner, id, approve);
    const approvals = await Promise.all(Array.from({ length: 50 }, () => asOwner()));
    expect(approvals.filter((one) => one?.ok)).toHaveLength(1);
    expect(await now(id)).toMatchObject({ status: 'approved', live: everybody });
    expect((await verifyChain(at.orgId, 'Northbridge')).ok).toBe(true);
  });
});
