/** The pages of the register as a browser without JavaScript meets them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type Browser, newBrowser } from '../../guard/testing/browser';
import { anOrganisation, aPerson, letIn } from '../../guard/testing/people';
import { aModel, someUnits } from './testing';

testDatabase();
afterAll(closeDatabase);

const browser = () => newBrowser({ routes: /_auth|devices|units|suppliers/ });
let engineer: Browser;
let regulatory: Browser;
let auditor: Browser;
let stranger: Browser;
let model: string;
let unit: string;

beforeAll(async () => {
  const org = await anOrganisation();
  const person = await aPerson(org, 'engineer');
  engineer = await letIn(browser(), person);
  regulatory = await letIn(browser(), await aPerson(org, 'regulatory_affairs'));
  auditor = await letIn(browser(), await aPerson(org, 'auditor'));
  stranger = await letIn(browser(), await aPerson(await anOrganisation('Southfield'), 'engineer'));
  model = await aModel(person, { softwareVersion: 'L81', osProduct: 'Windows', osRelease: '7 SP1' });
  [unit = ''] = await someUnits(person, model, ['P-1', 'P-2']);
});

const version = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const escaped = '&lt;b&gt;not bold&lt;/b&gt;';

describe('forms', () => {
  it('add a model and lead to it', async () => {
    const answer = await engineer.post('/devices/new', {
      supplierId: 'new',
      newSupplier: 'GE',
      name: 'CT 540',
      kind: 'CT scanner',
    });
    expect([answer.status, answer.location]).toEqual([
      303,
      expect.stringMatching(/^\/devices\/[0-9a-f-]{36}\?done=created$/),
    ]);
    expect((await engineer.get(answer.location ?? '')).text).toContain(
      'Added. What you did not say can be filled in later',
    );
  });

  it.each([
    ['/devices/new', { name: '<b>not bold</b>', fallback: 'Library pump' }],
    ['/devices/:model/edit', { name: '', fallback: 'Library pump', intendedPurpose: '<b>not bold</b>', version: '1' }],
    ['/devices/:model/units/new', { serials: '', location: 'Library pump', notes: '<b>not bold</b>' }],
    ['/units/:unit/edit', { serial: '', location: 'Library pump', notes: '<b>not bold</b>', version: '1' }],
    ['/devices/:model/versions/new', { release: '', releasedOn: 'Library pump', notes: '<b>not bold</b>' }],
    ['/devices/:model/components/new', { components: '', saidBy: 'Library pump', sourceDocument: '<b>not bold</b>' }],
    ['/devices/:model/mds2/edit', { pasted: 'A-1\n<b>not bold</b>', saidBy: 'Library pump', version: '1' }],
    ['/suppliers/new', { name: '', country: 'Library pump', notes: '<b>not bold</b>' }],
    ['/devices/:model/retire', { reason: ' ', withUnits: 'Library pump' }],
  ])('that are refused keep what was typed: %s', async (path, fields) => {
    const answer = await engineer.post(path.replace(':model', model).replace(':unit', unit), fields);
    expect(answer.status).toBe(422);
    if (JSON.stringify(fields).includes('<b>')) expect(answer.text).toContain(escaped);
    if (!path.endsWith('retire')) expect(answer.text).toContain('Library pump');
    expect(answer.text).not.toContain('<b>not bold</b>');
    expect(answer.text).toContain('aria-invalid="true"');
  });

  it('ask again before an odd certification is saved', async () => {
    const odd = { market: 'EU', basis: '510k', class: 'II', ends: 'never', number: 'K1' };
    const asked = await regulatory.post(`/devices/${model}/certifications/new`, odd);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('510(k) is not a basis in European Union.');
    expect(asked.text).toContain('value="K1"');
    const saved = await regulatory.post(`/devices/${model}/certifications/new`, { ...odd, reallySo: 'yes' });
    expect(saved.status).toBe(303);
    expect((await auditor.get(`/devices/${model}`)).text).toContain('K1');
  });

  it('that are stale show both values and the new version, so that nothing is lost', async () => {
    const address = `/units/${unit}/edit`;
    const before = version((await engineer.get(address)).text);
    expect((await regulatory.post(address, { serial: 'P-1', location: 'Ward 5', version: before })).status).toBe(303);
    const late = await engineer.post(address, { serial: 'P-1', location: 'Ward 6', version: before });
    expect(late.status).toBe(422);
    for (const words of ['saved this meanwhile', 'Ward 5', 'value="Ward 6"', 'Save mine over it']) {
      expect(late.text).toContain(words);
    }
    const again = await engineer.post(address, { serial: 'P-1', location: 'Ward 6', version: version(late.text) });
    expect(again.status).toBe(303);
  });

  it('without a version, or with a damaged one, are refused and overwrite nothing', async () => {
    for (const fields of [{}, { version: 'x' }, { version: '-1' }, { version: '99999999999' }]) {
      const answer = await engineer.post(`/units/${unit}/edit`, {
        serial: 'P-1',
        location: 'Ward 9',
        ...fields,
      } as Record<string, string>);
      expect(answer.status).toBe(422);
    }
    expect((await engineer.get(`/units/${unit}`)).text).not.toContain('Ward 9');
  });

  it('remove a component of this model only', async () => {
    for (const component of ['', 'nonsense', unit]) {
      expect((await engineer.post(`/devices/${model}/software`, { component })).status).toBe(404);
    }
  });
});

describe('addresses', () => {
  const pages = [
    ...['', '/edit', '/retire', '/software', '/mds2', '/mds2/edit', '/units', '/units/new', '/history'],
    ...['/versions/new', '/components/new'],
  ];

  it.each(pages)('/devices/…%s is there for its own people and absent for others', async (page) => {
    expect((await engineer.get(`/devices/${model}${page}`)).status).toBe(200);
    expect((await stranger.get(`/devices/${model}${page}`)).status).toBe(404);
    expect((await engineer.get(`/devices/0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee${page}`)).status).toBe(404);
    expect((await engineer.get(`/devices/nonsense%00${page}`)).status).toBe(404);
  });

  it.each(['', '/edit', '/retire'])('/units/…%s too', async (page) => {
    expect((await engineer.get(`/units/${unit}${page}`)).status).toBe(200);
    expect((await stranger.get(`/units/${unit}${page}`)).status).toBe(404);
    expect((await engineer.get(`/units/1${page}`)).status).toBe(404);
  });

  it.each([
    '/devices?q=%00&sort=x&order=y&after=%ff&maker=1&market=2&os=%F0%9F',
    '/units?q=%25%5C_&before=W10&os=/&zone=%00',
    '/suppliers?q=%27&after=e30',
  ])('%s with nonsense in it is a page', async (address) => expect((await engineer.get(address)).status).toBe(200));

  it('of forms refuse those who may only read, and say so', async () => {
    for (const page of ['/devices/new', `/devices/${model}/edit`, `/units/${unit}/edit`, '/suppliers/new']) {
      const answer = await auditor.get(page);
      expect(answer.status).toBe(403);
    }
    expect((await engineer.get(`/devices/${model}/certifications/new`)).status).toBe(403);
    expect((await auditor.get(`/devices/${model}`)).text).not.toContain(`/devices/${model}/edit`);
  });
});

it('downloads lists as files', async () => {
  for (const [address, name] of [
    ['/units/export.csv?q=P-', 'units'],
    ['/devices/export.csv', 'device-models'],
  ] as const) {
    const answer = await auditor.get(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toMatch(
      new RegExp(`^attachment; filename="${name}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    );
    expect(answer.text).toContain('Infusomat Space');
  }
});
