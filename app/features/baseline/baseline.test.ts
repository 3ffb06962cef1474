import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { accepted, type Fields, posted } from '../devices/testing';
import { FoundForm, LineForm, SubjectParams } from './baseline-form';
import { exportBaseline } from './export-baseline.server';
import { getBaseline } from './get-baseline.server';
import { getSubject } from './get-subject.server';
import { PatchForm } from './patch-form';
import { getPatches, retirePatch, savePatch } from './patches.server';
import { addLine, recordFound, retireLine } from './save-baseline.server';
import { notYetValidated } from './supersedence';

const database = testDatabase();
afterAll(closeDatabase);

let at: House;
let other: House;
beforeAll(async () => {
  at = await house(database);
  other = await house(database, 'Southfield');
  await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    const mine = { org_id: at.orgId, model_id: at.modelId };
    await tx`insert into mds2_answers ${tx({ ...mine, question: 'MLDP-2', answer: 'no', note: 'closed system' })}`;
    await tx`insert into mds2_answers ${tx({ ...mine, question: 'PAUT-5', answer: 'yes' })}`;
    await tx`update units set os_product = 'Windows', os_release = '10 22H2' where serial = 'XTR-1'`;
  });
});

const search = (query = '') => new URLSearchParams(query);
const line = (over: Fields) => accepted(LineForm, { source: 'instructions', says: '', ...over });
const look = (over: Fields) => accepted(FoundForm, { found: 'none', foundOn: '2026-11-01', ...over });
const subjectNow = async (id: string) => {
  const found = (await getBaseline(at.engineer, at.modelId))?.subjects.find((one) => one.id === id);
  if (!found) throw new Error('no such subject');
  return found;
};

describe('documents against units', () => {
  it('says nothing where nobody said or looked', async () => {
    expect(await subjectNow('encryption')).toMatchObject({ state: 'nobody_said', lines: [], unitsDiffer: 0 });
    expect(await subjectNow('antivirus')).toMatchObject({ state: 'not_looked_at' });
  });

  it('counts the units that differ from what a document says, and opens them', async () => {
    const said = { says: 'windows 7-sp1', sourceDocument: 'IFU 12', sourcePage: '9', saidBy: 'Spacelabs' };
    expect(await addLine(at.engineer, at.modelId, 'os', line(said))).toMatchObject({ ok: true });
    const os = await subjectNow('os');
    expect(os).toMatchObject({ state: 'differs', unitsDiffer: 1 });
    expect(os.lines[0]).toMatchObject({ from: { document: 'IFU 12', page: '9' }, unitsDiffer: 1 });
    expect(os.values.map(({ value, units, knownBy }) => [value, units, knownBy])).toEqual([
      ['Windows 7 SP1', 11, 'model_record'],
      ['Windows 10 22H2', 1, 'unit_record'],
    ]);
    const page = await getSubject(at.auditor, at.modelId, 'os', search('shown=differs'));
    expect(page?.units.rows.map(({ serial, state }) => [serial, state])).toEqual([['XTR-1', 'differs']]);
    expect((await getSubject(at.auditor, at.modelId, 'os', search()))?.units.rows).toHaveLength(12);
  });

  it('reads the form: its “no” forbids, its “yes” of an ability proves nothing', async () => {
    expect(await recordFound(at.engineer, at.modelId, 'antivirus', look({ found: 'Sophos 10.8' }))).toMatchObject({
      ok: true,
    });
    expect(await subjectNow('antivirus')).toMatchObject({ state: 'differs', unitsDiffer: 12 });
    const one = look({ found: 'none', serials: 'XTR-2\nXTR-3' });
    expect(await recordFound(at.engineer, at.modelId, 'antivirus', one)).toMatchObject({ ok: true });
    expect(await subjectNow('antivirus')).toMatchObject({ state: 'differs', unitsDiffer: 10 });
    expect((await subjectNow('antivirus')).lines[0]).toMatchObject({
      source: 'mds2',
      says: 'no',
      about: expect.stringContaining('closed system'),
    });
    await recordFound(at.engineer, at.modelId, 'accounts', look({ found: 'no passwords' }));
    expect(await subjectNow('accounts')).toMatchObject({ state: 'unclear' });
  });

  it('the newest look counts, earlier ones stay', async () => {
    await recordFound(at.engineer, at.modelId, 'antivirus', look({ found: 'Defender', serials: 'XTR-2' }));
    const page = await getSubject(at.engineer, at.modelId, 'antivirus', search());
    const found = new Map(page?.units.rows.map(({ serial, value, knownBy }) => [serial, [value, knownBy]]));
    expect(found.get('XTR-2')).toEqual(['Defender', 'looked_at_unit']);
    expect(found.get('XTR-4')).toEqual(['Sophos 10.8', 'looked_at_some']);
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select count(*)::int as looks from installed_states where subject = 'antivirus'`;
    });
    expect(row?.looks).toBe(4);
  });

  it('refuses a unit that is not there, a second line of one document, and forms without words', async () => {
    expect(await recordFound(at.engineer, at.modelId, 'os', look({ serials: 'XTR-2, nobody' }))).toMatchObject({
      ok: false,
      errors: { serials: [expect.stringContaining('nobody')] },
    });
    expect(await addLine(at.colleague, at.modelId, 'os', line({ says: 'Windows 8' }))).toMatchObject({
      ok: false,
      errors: { source: [expect.stringContaining('already')] },
    });
    expect(posted(LineForm, { source: 'rumour', says: 'x' }).errors).toHaveProperty('source');
    expect(posted(FoundForm, { found: 'x', foundOn: '' }).errors).toHaveProperty('foundOn');
    expect(SubjectParams.safeParse({ modelId: at.modelId, subject: 'colour' }).success).toBe(false);
  });

  it('takes a line back with a reason', async () => {
    const id = (await subjectNow('os')).lines[0]?.id ?? '';
    const wish = { line: id, reason: 'Another edition' };
    expect(await retireLine(other.engineer, at.modelId, 'os', wish)).toBeNull();
    expect(await retireLine(at.engineer, at.modelId, 'ports', wish)).toBeNull();
    expect(await retireLine(at.engineer, at.modelId, 'os', wish)).toMatchObject({ ok: true });
    expect(await subjectNow('os')).toMatchObject({ state: 'nobody_said' });
    expect(await retireLine(at.engineer, at.modelId, 'os', wish)).toBeNull();
  });

  it('shows what the maker says elsewhere, as it says it', async () => {
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      const quoted = { org_id: at.orgId, supplier_id: at.supplierId, model_id: at.modelId, subject: 'mds2:NAUT-2' };
      const words = {
        label: 'x',
        value: JSON.stringify('yes'),
        quotation: 'A firewall is on.',
        source: 'bulletin',
        document: 'Bulletin 7',
        recorded_by_name: 'x',
      };
      await tx`insert into quoted_statements ${tx({ ...quoted, ...words, said_on: '2025-02-03' })}`;
    });
    await recordFound(at.engineer, at.modelId, 'firewall', look({ found: 'off' }));
    const firewall = await subjectNow('firewall');
    expect(firewall.lines[0]).toMatchObject({
      source: 'maker_statement',
      from: { document: 'Bulletin 7', date: '2025-02-03' },
      about: 'A firewall is on.',
      state: 'differs',
    });
  });

  it('is given out line by line', async () => {
    const text = (await (await exportBaseline(at.auditor, at.modelId))?.text()) ?? '';
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toContain('Who puts it right');
    expect(lines.some((one) => one.startsWith('Encryption,nobody said') && one.endsWith(',nobody said'))).toBe(true);
    expect(lines.filter((one) => one.startsWith('Anti-virus,MDS2,no')).length).toBe(3);
  });

  it('is nobody else’s', async () => {
    expect(await getBaseline(other.engineer, at.modelId)).toBeNull();
    expect(await getSubject(other.engineer, at.modelId, 'os', search())).toBeNull();
    expect(await addLine(other.engineer, at.modelId, 'os', line({ says: 'x' }))).toBeNull();
    expect(await recordFound(other.engineer, at.modelId, 'os', look({}))).toBeNull();
    expect(await exportBaseline(other.engineer, at.modelId)).toBeNull();
  });
});

describe('patches', () => {
  const patch = (over: Fields) => accepted(PatchForm, { version: '0', state: 'not_said', ...over });

  it('shows a validated patch that is replaced as such', async () => {
    await savePatch(
      at.engineer,
      at.modelId,
      patch({ patch: 'KB4012212', state: 'validated', validatedOn: '2017-06-01', published: '2017-03-14' }),
    );
    await savePatch(
      at.engineer,
      at.modelId,
      patch({ patch: 'KB4015549', supersedes: 'kb4012212', published: '2017-04-11', cves: 'cve-2017-0144' }),
    );
    const page = await getPatches(at.auditor, at.modelId);
    expect(page?.patches.map((one) => one.patch.patch)).toEqual(['KB4015549', 'KB4012212']);
    expect(page?.patches[1]).toMatchObject({ validatedButReplaced: true, supersededBy: ['KB4015549'] });
    expect(notYetValidated(page?.patches ?? []).map((one) => one.patch.patch)).toEqual(['KB4015549']);
  });

  it('takes each patch once, and tells the second of two editors', async () => {
    expect(await savePatch(at.colleague, at.modelId, patch({ patch: 'kb4012212' }))).toMatchObject({
      ok: false,
      errors: { patch: [expect.any(String)] },
    });
    const one = (await getPatches(at.engineer, at.modelId))?.patches[0]?.patch;
    if (!one) throw new Error('no patch');
    const edit = { id: one.id, version: String(one.version), patch: one.patch, supersedes: 'KB4012212' };
    expect(await savePatch(at.engineer, at.modelId, patch({ ...edit, state: 'refused' }))).toMatchObject({ ok: true });
    expect(await savePatch(at.colleague, at.modelId, patch({ ...edit, state: 'validated' }))).toMatchObject({
      ok: false,
      conflict: { version: 2 },
    });
    expect(
      posted(PatchForm, { version: '0', patch: 'KB1', state: 'not_said', validatedOn: '2020-01-01' }).errors,
    ).toHaveProperty('validatedOn');
    expect(
      posted(PatchForm, { version: '0', patch: 'KB1', state: 'not_said', cves: 'MS17-010' }).errors,
    ).toHaveProperty('cves');
  });

  it('is nobody else’s, and goes off the list with a reason', async () => {
    const one = (await getPatches(at.engineer, at.modelId))?.patches[0]?.patch;
    if (!one) throw new Error('no patch');
    expect(await getPatches(other.engineer, at.modelId)).toBeNull();
    expect(await savePatch(other.engineer, at.modelId, patch({ patch: 'KB1' }))).toBeNull();
    expect(await savePatch(other.engineer, other.modelId, patch({ id: one.id, patch: 'KB1' }))).toBeNull();
    expect(await retirePatch(other.engineer, at.modelId, { patch: one.id, reason: 'x' })).toBeNull();
    expect(await retirePatch(at.engineer, at.modelId, { patch: one.id, reason: 'not ours' })).toMatchObject({
      ok: true,
    });
    expect((await getPatches(at.engineer, at.modelId))?.patches).toHaveLength(1);
  });
});
