import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { controlProofs } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { can } from '../../guard/permissions';
import { type House, house, submitted } from '../changes/testing';
import { today } from '../today';
import { controlState } from './control-state.server';
import { dayAfter, neededProofs } from './needed-proofs';
import { ProofForm } from './proof-form';
import { proofsOfModel } from './proofs-page.server';
import { recordProof } from './record-proof.server';
import { staleProofs } from './stale-proofs.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(closeDatabase);

const posted = (what: string, over: Record<string, string> = {}) =>
  ProofForm.parse({ what, result: 'holds', taken_on: today(), document: 'Export 7', ...over });
const isolation = async (day = today()) =>
  (await inOrganisation(at.engineer, (tx) => controlState(tx, at.orgId, [at.modelId], day)))
    .get(at.modelId)
    ?.get('isolation');
const stored = (rows: { takenOn: string; staleOn: string; proof: string; measure: string }[]) =>
  inOrganisation(at.engineer, (tx) =>
    tx.insert(controlProofs).values(
      rows.map((row) => ({
        ...{ orgId: at.orgId, modelId: at.modelId, result: 'holds' as const, recordedByName: 'Jonas Lindqvist' },
        ...row,
      })),
    ),
  );

describe('proofs of a control', () => {
  it('make it count as in place while they are fresh, and not a day longer', async () => {
    expect(await isolation()).toBeUndefined();
    expect(await recordProof(at.engineer, at.modelId, posted('isolation/0'))).toMatchObject({ ok: true });
    expect(await isolation()).toMatchObject({ state: 'fresh', inPlace: true });
    expect(await isolation(dayAfter(today(), 91))).toMatchObject({ inPlace: true });
    expect(await isolation(dayAfter(today(), 92))).toMatchObject({ state: 'stale', inPlace: false });
    expect(await isolation(dayAfter(today(), -1))).toBeUndefined();
  });

  it('are never edited: the newest takes over, the older stays on file', async () => {
    await recordProof(at.engineer, at.modelId, posted('isolation/0'));
    await recordProof(at.safety, at.modelId, posted('isolation/0', { result: 'fails', note: 'Port 12 was open' }));
    expect(await isolation()).toMatchObject({ state: 'failed', inPlace: false });
    await recordProof(at.engineer, at.modelId, posted('isolation/0'));
    expect(await isolation()).toMatchObject({ state: 'fresh' });
    const page = await proofsOfModel(at.auditor, at.modelId);
    expect(page?.recorded.slice(0, 2)).toMatchObject([
      { result: 'holds' },
      { result: 'fails', note: 'Port 12 was open' },
    ]);
    expect(page).toMatchObject({ mayRecord: false });
    expect(page?.controls).toHaveLength(15);
  });

  it('may belong to a change on the model, and to no other', async () => {
    const change = await submitted(at);
    expect(await recordProof(at.engineer, at.modelId, posted('segmentation/1', { change }))).toMatchObject({
      ok: true,
    });
    expect((await proofsOfModel(at.engineer, at.modelId))?.recorded[0]?.change?.id).toBe(change);
    expect(
      await recordProof(at.engineer, at.modelId, posted('segmentation/1', { change: randomUUID() })),
    ).toMatchObject({
      errors: { change: [expect.any(String)] },
    });
  });

  it('are on record, with what was shown and until when', async () => {
    await recordProof(at.engineer, at.modelId, posted('antivirus/1', { note: 'Console of 9 o’clock' }));
    const [event] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select detail, reason from audit_events where action = 'proof.recorded' order by seq desc limit 1`;
    });
    expect(event).toMatchObject({
      reason: 'Console of 9 o’clock',
      detail: { measure: 'antivirus', result: 'holds', staleOn: dayAfter(today(), 1), document: 'Export 7' },
    });
  });

  it('are for those who say what options cost, and for nobody of another organisation', async () => {
    expect(
      ['engineer', 'clinical_safety', 'regulatory_affairs'].map((role) =>
        can({ role: role as 'engineer' }, 'option:write'),
      ),
    ).toEqual([true, true, true]);
    expect(can({ role: 'auditor' }, 'option:write')).toBe(false);
    expect(await recordProof(elsewhere.engineer, at.modelId, posted('isolation/0'))).toBeNull();
    expect(await proofsOfModel(elsewhere.engineer, at.modelId)).toBeNull();
    const theirs = await inOrganisation(elsewhere.engineer, (tx) =>
      controlState(tx, elsewhere.orgId, [at.modelId], today()),
    );
    expect(theirs.size).toBe(0);
    expect((await staleProofs(elsewhere.engineer, new URLSearchParams())).rows).toEqual([]);
  });
});

describe('the list of proofs that hold no more', () => {
  it('holds each once, the newest of its kind, longest stale first, page by page', async () => {
    const other = await house(database, 'Westgate');
    const [needed] = neededProofs('allow_listing');
    const fill = (modelId: string, n: number) => ({
      ...{ orgId: other.orgId, modelId, result: 'holds' as const, recordedByName: 'x', measure: 'allow_listing' },
      ...{ proof: `${needed?.text} ${n}`, takenOn: '2020-01-01', staleOn: dayAfter('2020-02-01', n % 60) },
    });
    await inOrganisation(other.engineer, (tx) =>
      tx.insert(controlProofs).values(Array.from({ length: 120 }, (_, n) => fill(other.modelId, n))),
    );
    // One was renewed, one fails, one is fresh.
    await inOrganisation(other.engineer, (tx) =>
      tx.insert(controlProofs).values([
        { ...fill(other.modelId, 0), takenOn: today(), staleOn: dayAfter(today(), 30) },
        { ...fill(other.modelId, 500), result: 'fails', takenOn: today(), staleOn: dayAfter(today(), 30) },
        { ...fill(other.modelId, 501), takenOn: today(), staleOn: dayAfter(today(), 30) },
      ]),
    );
    const seen: string[] = [];
    let search = new URLSearchParams();
    for (let page = 0; page < 5; page += 1) {
      const list = await staleProofs(other.auditor, search);
      seen.push(...list.rows.map(({ proof }) => proof));
      if (!list.after) break;
      search = new URLSearchParams({ after: list.after });
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen).not.toContain(`${needed?.text} 0`);
    expect(seen.at(-1)).toBe(`${needed?.text} 500`);
  });

  it('takes no cursor that somebody made up', async () => {
    await stored([{ measure: 'os_patch', proof: 'x', takenOn: '2020-01-01', staleOn: '2020-02-01' }]);
    for (const after of ['nonsense', '0000-00-00', 'WyIwMDAwLTAxLTAxIiwieCJd']) {
      expect((await staleProofs(at.engineer, new URLSearchParams({ after }))).rows.length).toBeGreaterThan(0);
    }
  });
});
