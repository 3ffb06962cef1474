import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { claimChanges, claims, contradictions } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { inTheBackground } from '../../audit/outsiders';
import { getChange } from '../changes/get-change.server';
import { stateFacts } from '../changes/state-facts.server';
import { factWish, type House, house, submitted } from '../changes/testing';
import { getMds2 } from '../devices/get-mds2.server';
import { Mds2Form, recordMds2 } from '../devices/record-mds2.server';
import { accepted, savedId } from '../devices/testing';
import { confirmClaims } from './confirm-claims.server';
import type { Decided } from './decisions';
import { findContradictions } from './find-contradictions.server';
import { setAsideClaim } from './set-aside-claim.server';
import { answered, yesNoQuestion } from './testing';

const database = testDatabase();
afterAll(closeDatabase);

let at: House;
let foreign: House;
beforeAll(async () => {
  at = await house(database);
  foreign = await house(database, 'Southfield');
});

const NOTHING = new Map<string, Decided>();
const permission = yesNoQuestion(1, 'fact:manufacturer_authorised', ['manufacturer_authorised']);
const row = (id: string) =>
  inOrganisation(at.engineer, async (tx) => (await tx.select().from(claims).where(eq(claims.id, id)))[0]);
const found = (where: House) => inOrganisation(where.engineer, (tx) => tx.select().from(contradictions));
const facts = async (changeId: string) => (await getChange(at.engineer, changeId))?.facts ?? [];

describe('a reply', () => {
  it('becomes one claim for each answered question, in its own words [Annex 11 §3]', async () => {
    const change = await submitted(at);
    const { claims: ids } = await answered(
      at,
      [change],
      [
        { question: permission, choice: 'no', fill: 'the driver is not validated', comment: 'See bulletin 17.' },
        { question: yesNoQuestion(2, 'mds2:CSUP-7'), choice: 'later', fill: '1 May 2026' },
        { question: yesNoQuestion(3, 'block:F.undo') },
      ],
    );
    expect(ids).toHaveLength(2);
    expect(await row(ids[0] ?? '')).toMatchObject({
      status: 'proposed',
      value: false,
      fact: 'manufacturer_authorised',
      quotation: 'No, because the driver is not validated\nSee bulletin 17.',
      saidBy: 'Ana Silva (regulatory affairs), Spacelabs',
      saidOn: '2026-03-03',
      page: 'question 1',
      statement: expect.stringContaining('may not be made'),
    });
    expect(await row(ids[1] ?? '')).toMatchObject({ value: null, fact: '' });
    expect(await facts(change)).toEqual([]);
  });

  it('gives one claim for each statement of a VEX file [Annex 11 §5]', async () => {
    const vex = {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      timestamp: '2026-02-02T10:00:00Z',
      statements: [
        {
          vulnerability: { name: 'CVE-2017-0144' },
          products: [{ '@id': 'pkg:generic/xtr@4.2.0' }],
          status: 'not_affected',
          justification: 'vulnerable_code_not_present',
        },
        { vulnerability: { name: 'CVE-2019-0708' }, products: [], status: 'under_investigation' },
        { vulnerability: { name: 'nonsense' }, products: [], status: 'fixed' },
      ],
    };
    const change = await submitted(at);
    const files = [
      { name: 'vex.json', text: JSON.stringify(vex) },
      { name: 'broken.json', text: '{' },
    ];
    const { claims: ids } = await answered(at, [change], [], { files });
    expect(ids).toHaveLength(2);
    expect(await row(ids[0] ?? '')).toMatchObject({
      subject: 'vex:CVE-2017-0144',
      value: 'not_affected',
      document: 'vex.json',
      page: 'statements[0]',
      quotation: 'CVE-2017-0144: not_affected\npkg:generic/xtr@4.2.0\nvulnerable code not present',
    });
    expect(await row(ids[1] ?? '')).toMatchObject({ value: null });
  });
});

describe('an answer on the form or on a vulnerability', () => {
  it('says what its choice says, where the form gives the choice no value', async () => {
    const change = await submitted(at);
    const plain = (id: string, label: string) => ({ id, label });
    const form = { ...yesNoQuestion(1, 'mds2:CSUP-11.2'), choices: [plain('yes', 'Yes'), plain('no', 'No')] };
    const vex = { ...yesNoQuestion(2, 'vex:CVE-2019-0708'), choices: [plain('not_affected', 'Not affected')] };
    const { claims: ids } = await answered(
      at,
      [change],
      [
        { question: form, choice: 'yes' },
        { question: vex, choice: 'not_affected', comment: 'No remote desktop.' },
      ],
    );
    expect([await row(ids[0] ?? ''), await row(ids[1] ?? '')]).toMatchObject([
      { value: 'yes', label: expect.stringContaining('MDS2 CSUP-11.2') },
      { value: 'not_affected' },
    ]);
  });
});

describe('confirming', () => {
  it('changes the assessment, and keeps what it said before and says now', async () => {
    const change = await submitted(at);
    const before = await getChange(at.engineer, change);
    const { claims: ids } = await answered(at, [change], [{ question: permission, choice: 'yes' }]);
    expect(await confirmClaims(at.regulatory, ids, NOTHING)).toEqual({ ok: true, confirmed: 1 });
    const after = await getChange(at.engineer, change);
    expect(after?.assessment?.number).toBe((before?.assessment?.number ?? 0) + 1);
    expect(after?.assessment?.result).not.toEqual(before?.assessment?.result);
    const claim = await row(ids[0] ?? '');
    expect(claim).toMatchObject({ status: 'confirmed', decidedByName: 'Amara Osei' });
    const open = { before: before?.assessment?.result.ask.length, after: after?.assessment?.result.ask.length };
    expect(claim?.effects).toMatchObject([
      { changeId: change, before: { open: open.before }, after: { open: open.after } },
    ]);
    expect(open.after).toBeLessThan(open.before ?? 0);
    expect(await facts(change)).toMatchObject([
      {
        key: 'manufacturer_authorised',
        value: true,
        source: {
          saidBy: 'Ana Silva (regulatory affairs), Spacelabs',
          document: expect.stringMatching(/^Reply to CM-/),
          page: 'question 1',
          date: '2026-03-03',
        },
        recordedByName: 'Amara Osei',
      },
    ]);
  });

  it('shows both where something else is on record, and overwrites nothing unseen', async () => {
    const change = await submitted(at);
    await stateFacts(at.engineer, change, [factWish('manufacturer_authorised', 'no', 'Told by telephone.')]);
    const { claims: ids } = await answered(at, [change], [{ question: permission, choice: 'yes' }]);
    const refused = await confirmClaims(at.regulatory, ids, NOTHING);
    if (!refused || refused.ok) throw new Error('confirmed unseen');
    const [conflict] = refused.conflicts;
    expect(refused.conflicts).toHaveLength(1);
    expect(conflict).toMatchObject({
      key: `${ids[0]}/${change}`,
      present: { value: 'no', by: 'Jonas Lindqvist' },
      claimed: { value: 'yes', source: expect.stringContaining('Ana Silva') },
    });
    expect((await row(ids[0] ?? ''))?.status).toBe('proposed');
    expect(await facts(change)).toMatchObject([{ value: false }]);
    const stale = new Map([[conflict?.key ?? '', { choice: 'replace', seen: at.orgId } as Decided]]);
    expect(await confirmClaims(at.regulatory, ids, stale)).toMatchObject({ ok: false });
    const keep = new Map([[conflict?.key ?? '', { choice: 'keep', seen: conflict?.seen ?? '' } as Decided]]);
    expect(await confirmClaims(at.regulatory, ids, keep)).toEqual({ ok: true, confirmed: 1 });
    expect(await facts(change)).toMatchObject([{ value: false, because: 'Told by telephone.' }]);
    expect((await row(ids[0] ?? ''))?.effects).toMatchObject([{ kept: 'no', statementId: null }]);
  });

  it('replaces what was said where a person chose so; the earlier statement stays in the history', async () => {
    const change = await submitted(at);
    await stateFacts(at.engineer, change, [factWish('manufacturer_authorised', 'no')]);
    const { claims: ids } = await answered(at, [change], [{ question: permission, choice: 'yes' }]);
    const first = await confirmClaims(at.engineer, ids, NOTHING);
    const [conflict] = first && !first.ok ? first.conflicts : [];
    const replace = new Map([[conflict?.key ?? '', { choice: 'replace', seen: conflict?.seen ?? '' } as Decided]]);
    expect(await confirmClaims(at.engineer, ids, replace)).toEqual({ ok: true, confirmed: 1 });
    expect(await facts(change)).toMatchObject([{ value: true }]);
    const statements = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select value from change_statements where change_id = ${change} and key = 'manufacturer_authorised'`;
    });
    expect(statements).toHaveLength(2);
  });

  it('of two people at once, lets one', async () => {
    const change = await submitted(at);
    const { claims: ids } = await answered(at, [change], [{ question: permission, choice: 'yes' }]);
    const both = await Promise.all([
      confirmClaims(at.engineer, ids, NOTHING),
      confirmClaims(at.regulatory, ids, NOTHING),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    const refused = both.find((one) => one && !one.ok);
    expect(refused).toMatchObject({ message: expect.stringContaining('confirmed already by') });
    expect(await facts(change)).toHaveLength(1);
  });

  it('states nothing for “not yet assessed”, and records that it was confirmed', async () => {
    const change = await submitted(at);
    const { claims: ids } = await answered(at, [change], [{ question: permission, choice: 'later', fill: 'May' }]);
    expect(await confirmClaims(at.engineer, ids, NOTHING)).toEqual({ ok: true, confirmed: 1 });
    expect(await facts(change)).toEqual([]);
    expect(await row(ids[0] ?? '')).toMatchObject({ status: 'confirmed', effects: [] });
  });

  it('takes an answer on the form into the register of the model, with its source', async () => {
    const change = await submitted(at);
    const question = yesNoQuestion(1, 'mds2:CSUP-2.4');
    const { claims: ids } = await answered(at, [change], [{ question, choice: 'no', fill: 'by list only' }]);
    expect(await confirmClaims(at.engineer, ids, NOTHING)).toEqual({ ok: true, confirmed: 1 });
    const form = await getMds2(at.engineer, at.modelId);
    expect(form?.answers).toMatchObject([
      {
        question: 'CSUP-2.4',
        answer: 'no',
        source: { saidBy: 'Ana Silva (regulatory affairs), Spacelabs', date: '2026-03-03' },
      },
    ]);
    const claim = await row(ids[0] ?? '');
    expect(claim?.effects).toMatchObject([{ changeId: change }]);
    const changed = await inOrganisation(at.engineer, (tx) =>
      tx
        .select()
        .from(claimChanges)
        .where(eq(claimChanges.claimId, ids[0] ?? '')),
    );
    expect(changed).toMatchObject([{ changeId: change }]);
  });

  it('confirms several or none', async () => {
    const change = await submitted(at);
    await stateFacts(at.engineer, change, [factWish('manufacturer_authorised', 'no')]);
    const { claims: ids } = await answered(
      at,
      [change],
      [
        { question: permission, choice: 'yes' },
        { question: yesNoQuestion(2, 'fact:connection_needed', ['connection_needed']), choice: 'no' },
      ],
    );
    expect(await confirmClaims(at.engineer, ids, NOTHING)).toMatchObject({ ok: false, conflicts: [{}] });
    expect((await row(ids[1] ?? ''))?.status).toBe('proposed');
    expect(await facts(change)).toHaveLength(1);
  });

  it('does nothing in another organisation', async () => {
    const change = await submitted(at);
    const { claims: ids } = await answered(at, [change], [{ question: permission, choice: 'yes' }]);
    expect(await confirmClaims(foreign.engineer, ids, NOTHING)).toBeNull();
    expect(await setAsideClaim(foreign.engineer, ids[0] ?? '', { reason: 'no' })).toBeNull();
    expect((await row(ids[0] ?? ''))?.status).toBe('proposed');
  });
});

describe('setting aside', () => {
  it('keeps the reason and who decided, and is final', async () => {
    const change = await submitted(at);
    const { claims: ids } = await answered(at, [change], [{ question: permission, choice: 'yes' }]);
    expect(await setAsideClaim(at.engineer, ids[0] ?? '', { reason: 'It speaks of another model.' })).toMatchObject({
      ok: true,
    });
    expect(await row(ids[0] ?? '')).toMatchObject({ status: 'set_aside', reason: 'It speaks of another model.' });
    expect(await confirmClaims(at.engineer, ids, NOTHING)).toMatchObject({
      ok: false,
      message: expect.stringContaining('set aside already by Jonas Lindqvist'),
    });
    expect(await setAsideClaim(at.engineer, ids[0] ?? '', { reason: 'again' })).toMatchObject({ ok: false });
  });
});

describe('two answers to two letters', () => {
  const block = { ...permission, key: 'block:D.permission' };

  it('that cannot both be right are found once, with both quotations', async () => {
    const here = await house(database, 'Eastwick');
    const change = await submitted(here);
    await answered(here, [change], [{ question: block, choice: 'yes' }], { day: '2026-01-08' });
    await answered(here, [change], [{ question: block, choice: 'yes' }], { day: '2026-01-10' });
    const no = [{ question: block, choice: 'no', fill: 'never' }];
    const last = await answered(here, [change], no, { day: '2026-02-20', name: 'Lee Park' });
    const pairs = await found(here);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      modelId: here.modelId,
      supplierId: here.supplierId,
      status: 'open',
      one: { quotation: 'Yes', saidOn: '2026-01-10', saidBy: expect.stringContaining('Ana Silva') },
      other: { quotation: 'No, because never', saidOn: '2026-02-20', saidBy: expect.stringContaining('Lee Park') },
    });
    const again = { supplierId: here.supplierId, claimIds: last.claims };
    const by = inTheBackground(here.orgId);
    expect(await inOrganisation(here.engineer, (tx) => findContradictions(tx, by, again))).toBe(0);
  });

  it('on two changes that have nothing to do with each other do not contradict', async () => {
    const here = await house(database, 'Westbury');
    const [one, other] = [await submitted(here, ['av_install']), await submitted(here, ['logging'])];
    await answered(here, [one], [{ question: block, choice: 'yes' }]);
    await answered(here, [other], [{ question: block, choice: 'no' }]);
    expect(await found(here)).toEqual([]);
  });
});

describe('an answer on the form', () => {
  it('is held against what a letter answered, whichever comes later', async () => {
    const here = await house(database, 'Norham');
    const change = await submitted(here);
    await answered(here, [change], [{ question: { ...permission, key: 'block:D.permission' }, choice: 'yes' }]);
    const version = (await getMds2(here.engineer, here.modelId))?.model.version ?? 0;
    const input = accepted(Mds2Form, { version: String(version), pasted: 'CSUP-2.2 yes service staff only' });
    savedId(await recordMds2(here.engineer, here.modelId, input, {}));
    expect(await found(here)).toMatchObject([
      {
        subject: 'block:D.permission',
        one: { source: 'mds2', quotation: 'CSUP-2.2: yes\nservice staff only' },
        other: { source: 'claim' },
      },
    ]);
  });
});
