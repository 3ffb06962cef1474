import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { editChange } from './edit-change.server';
import { getChange } from './get-change.server';
import { saveWhat } from './save-what.server';
import { submitChange } from './submit-change.server';
import { draft, type House, house, submitted } from './testing';
import { whatStep } from './what-step.server';
import { saveWhere, whereStep } from './where-step.server';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});
afterAll(closeDatabase);

const form = (fields: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
  return data;
};
const view = async (id: string) => {
  const found = await getChange(at.engineer, id);
  if (!found) throw new Error('not found');
  return found;
};

describe('editing a proposal', () => {
  it('raises the version with each edit, and only with an edit', async () => {
    const id = await draft(at);
    expect(await editChange(at.engineer, id, { version: 1, fields: { title: 'Another title' } })).toMatchObject({
      version: 2,
    });
    expect(await editChange(at.engineer, id, { version: 2, fields: { title: 'Another title' } })).toMatchObject({
      version: 2,
    });
    const { history } = await view(id);
    expect(history.map(({ action, detail }) => [action, detail])).toEqual([
      ['change.edited', 'Title'],
      ['change.proposed', ''],
    ]);
  });

  it('tells the second of two editors who changed what, and overwrites nothing', async () => {
    const id = await draft(at);
    await editChange(at.colleague, id, { version: 1, fields: { title: 'Theirs', description: 'New steps' } });
    const refused = await editChange(at.engineer, id, { version: 1, fields: { title: 'Mine' } });
    expect(refused).toMatchObject({
      ok: false,
      conflict: {
        version: 2,
        edits: [{ by: 'Mei Tanaka', fields: 'Title, Description' }],
        differences: [{ label: 'Title', from: 'Theirs', to: 'Mine' }],
      },
    });
    expect((await view(id)).title).toBe('Theirs');
    expect(await editChange(at.engineer, id, { version: 2, fields: { title: 'Mine' } })).toMatchObject({ ok: true });
    expect(await view(id)).toMatchObject({ title: 'Mine', description: 'New steps', version: 3 });
  });

  it('lets one of two who save at the same moment through', async () => {
    const id = await draft(at);
    const both = await Promise.all([
      editChange(at.engineer, id, { version: 1, fields: { title: 'A' } }),
      editChange(at.colleague, id, { version: 1, fields: { title: 'B' } }),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect((await view(id)).version).toBe(2);
  });

  it('does not quarrel when both typed the same', async () => {
    const id = await draft(at);
    await editChange(at.colleague, id, { version: 1, fields: { title: 'Same' } });
    expect(await editChange(at.engineer, id, { version: 1, fields: { title: 'Same' } })).toMatchObject({ ok: true });
  });

  it('keeps everything typed when a step is refused, and names the line', async () => {
    const id = await draft(at);
    const typed = {
      title: '',
      description: 'ж'.repeat(50_000),
      kinds: ['os_patch', 'hardening'],
      cves: 'CVE-1',
      version: '1',
    };
    const refused = await saveWhat(at.engineer, id, form(typed));
    if (!refused || refused.ok) throw new Error('it was not refused');
    expect(Object.keys(refused.errors).sort()).toEqual(['cves', 'title']);
    expect(refused.errors.cves?.[0]).toContain('Line 1');
    expect(refused.kept).toMatchObject({ description: [typed.description], kinds: ['os_patch', 'hardening'] });
  });

  it('goes on, back, or away as the pressed button says, saving each time', async () => {
    const id = await draft(at);
    const saved = async (go: string, title: string) => {
      const { version } = await view(id);
      return saveWhat(at.engineer, id, form({ title, kinds: 'os_patch', version: String(version), go }));
    };
    expect(await saved('on', 'One')).toEqual({ ok: true, redirect: `/changes/${id}/edit/where` });
    expect(await saved('leave', 'Two')).toEqual({ ok: true, redirect: `/changes/${id}` });
    expect(await saved('somewhere', 'Three')).toMatchObject({ redirect: `/changes/${id}/edit/where` });
    expect((await view(id)).title).toBe('Three');
  });

  it('asks for the place only where the kind leaves it open, and takes the answer as a fact', async () => {
    const patch = await draft(at);
    expect(await whereStep(at.engineer, patch)).toMatchObject({ isAsked: false });
    const remote = await draft(at, { kinds: ['remote_access'] });
    expect(await whereStep(at.engineer, remote)).toMatchObject({ isAsked: true, ofKinds: null });
    const where = form({ actor: 'hospital', location: 'environment', version: '1', seen: '', go: 'on' });
    expect(await saveWhere(at.engineer, remote, where)).toEqual({
      ok: true,
      redirect: `/changes/${remote}/edit/facts`,
    });
    expect(await view(remote)).toMatchObject({
      actor: 'hospital',
      version: 2,
      facts: [{ key: 'change_location', value: 'environment' }],
      resumeAt: `/changes/${remote}/edit/facts`,
    });
    expect(await saveWhere(at.engineer, remote, form({ actor: 'nobody', version: '2' }))).toMatchObject({
      ok: false,
      errors: { actor: [expect.any(String)] },
    });
  });

  it('judges a submitted change again when it is edited', async () => {
    const id = await submitted(at);
    const { version, assessment } = await view(id);
    await editChange(at.engineer, id, { version, fields: { kinds: ['network_firewall'] } });
    expect((await view(id)).assessment).toMatchObject({ number: (assessment?.number ?? 0) + 1, stale: false });
  });

  it('is over once the change is withdrawn, and never begins for another organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    const id = await draft(at);
    for (const [actor, wanted] of [
      [elsewhere.engineer, id],
      [at.engineer, randomUUID()],
    ] as const) {
      expect(await editChange(actor, wanted, { version: 1, fields: { title: 'x' } })).toBeNull();
      expect(await whatStep(actor, wanted)).toBeNull();
      expect(await whereStep(actor, wanted)).toBeNull();
      expect(await saveWhere(actor, wanted, form({ actor: 'hospital', version: '1' }))).toBeNull();
      expect(await submitChange(actor, wanted, 1)).toBeNull();
    }
  });
});

describe('submitting a proposal', () => {
  it('names what is missing, and never an unknown fact', async () => {
    const id = await draft(at, { kinds: [], units: { mode: 'later', wards: [], unitIds: [], serials: [] } });
    const refused = await submitChange(at.engineer, id, 1);
    expect(refused).toMatchObject({ ok: false, errors: { '': expect.any(Array) } });
    expect(refused && !refused.ok && refused.errors['']).toHaveLength(3);
  });

  it('keeps the first assessment and moves the change on, once', async () => {
    const id = await submitted(at);
    const after = await view(id);
    expect(after).toMatchObject({ status: 'assessing', assessment: { number: 1 }, may: { submit: false } });
    expect(after.history.slice(0, 2).map(({ action }) => action)).toEqual(['change.assessed', 'change.submitted']);
    expect(await submitChange(at.engineer, id, after.version)).toMatchObject({ ok: false });
  });

  it('is refused on a page that somebody has outdated', async () => {
    const id = await draft(at);
    await editChange(at.colleague, id, { version: 1, fields: { actor: 'manufacturer' } });
    expect(await submitChange(at.engineer, id, 1)).toMatchObject({ ok: false });
    expect((await view(id)).status).toBe('draft');
  });
});
