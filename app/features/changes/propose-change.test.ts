import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { getChange } from './get-change.server';
import { proposeChange } from './propose-change.server';
import { draft, type House, house, proposal } from './testing';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});
afterAll(closeDatabase);

const references = async () =>
  (
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx<{ reference: string }[]>`select reference from changes order by reference`;
    })
  ).map(({ reference }) => Number(reference.slice(-6)));

describe('proposing a change', () => {
  it('keeps a draft with a reference, version 1 and the units chosen', async () => {
    const made = await proposeChange(at.engineer, proposal(at.modelId));
    expect(made).toMatchObject({ ok: true, version: 1 });
    if (!made.ok) return;
    expect(made.reference).toMatch(/^CM-\d{4}-\d{6}$/);
    const view = await getChange(at.engineer, made.id);
    expect(view).toMatchObject({
      status: 'draft',
      softwareVersion: '4.2.0',
      units: { count: 12, ofModel: 12 },
      resumeAt: `/changes/${made.id}/edit/where`,
      assessment: { number: null },
    });
    expect(view?.units.wards.map(({ count }) => count)).toEqual([4, 4, 4]);
    expect(view?.history.map(({ action }) => action)).toEqual(['change.proposed']);
  });

  it('gives 20 proposals at once 20 numbers without gap or repetition', async () => {
    const before = await references();
    const made = await Promise.all(Array.from({ length: 20 }, () => proposeChange(at.engineer, proposal(at.modelId))));
    expect(made.every(({ ok }) => ok)).toBe(true);
    const all = await references();
    expect(all).toEqual(Array.from({ length: before.length + 20 }, (_, index) => index + 1));
  });

  it('takes no number for a proposal that is refused half way', async () => {
    const before = await references();
    const refused = await proposeChange(
      at.engineer,
      proposal(at.modelId, { units: { mode: 'picked', wards: [], unitIds: [], serials: ['XTR-1', 'NO-SUCH'] } }),
    );
    expect(refused).toMatchObject({ ok: false, errors: { serials: [expect.stringContaining('NO-SUCH')] } });
    await draft(at);
    expect(await references()).toEqual([...before, before.length + 1]);
  });

  it('makes one draft of a form that is sent twice, also at the same moment', async () => {
    const form = proposal(at.modelId);
    const [one, two] = await Promise.all([proposeChange(at.engineer, form), proposeChange(at.engineer, form)]);
    expect([one?.ok && one.id, two?.ok && two.id]).toEqual([form.draftId, form.draftId]);
  });

  it('takes whole wards, and single units by id or serial number', async () => {
    const ward = await draft(at, { units: { mode: 'wards', wards: ['CCU'], unitIds: [], serials: [] } });
    expect((await getChange(at.engineer, ward))?.units.wards).toEqual([{ name: 'CCU', count: 4 }]);
    const single = await draft(at, { units: { mode: 'picked', wards: [], unitIds: [], serials: ['XTR-1', 'XTR-2'] } });
    expect((await getChange(at.engineer, single))?.units.count).toBe(2);
    const later = await draft(at, { units: { mode: 'later', wards: [], unitIds: [], serials: [] } });
    expect((await getChange(at.engineer, later))?.units.count).toBe(0);
  });

  it('refuses a model that is not in the register of the organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    for (const modelId of [elsewhere.modelId, randomUUID()]) {
      const refused = await proposeChange(at.engineer, proposal(modelId));
      expect(refused).toMatchObject({ ok: false, errors: { modelId: [expect.any(String)] } });
    }
  });

  it('holds 100,000 characters of any script, and markup, as typed', async () => {
    const title = '<script>alert(1)</script> مضخة التسريب 输液泵 😀';
    const description = '😀ж'.repeat(33_000);
    const id = await draft(at, { title, description });
    const view = await getChange(at.engineer, id);
    expect(view?.title).toBe(title);
    expect(view?.description).toBe(description);
  });

  it('is not there for people of another organisation', async () => {
    const elsewhere = await house(database, 'Far away');
    const id = await draft(at);
    expect(await getChange(elsewhere.engineer, id)).toBeNull();
  });
});
