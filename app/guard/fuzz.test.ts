import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../db/testing';
import { stopRendering } from '../../documents/render.server';
import type { Role } from './roles';
import { ACCESS, COLUMNS } from './testing/access-matrix';
import { type Browser, newBrowser } from './testing/browser';
import { letIn } from './testing/people';
import { type FullHouse, fullHouse } from './testing/two-houses';

/** What people, proxies and attackers put where something else was meant. */
const ODD_SEGMENTS = [
  '%20',
  '%25',
  '..%2f..%2fetc%2fpasswd',
  '%ef%bf%bd',
  '%F0%9F%92%A9',
  "'%20or%201=1--",
  '00000000-0000-0000-0000-000000000000',
  '{}',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e999',
  'a'.repeat(3000),
];

const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ufffd\u202e\u200b',
  "'; drop table users; --",
  '<script>alert(1)</script>',
  '-1',
  '9'.repeat(400),
  '2026-02-31',
  '0000-00-00',
  'NaN',
  '[object Object]',
  '{"$gt":""}',
  '漢字 العربية Ελληνικά 🏥',
  'x'.repeat(100_000),
];

const UUID = '01900000-0000-7000-8000-000000000001';

/** Cursors that decode, but to something else than a row's place. */
const ODD_CURSORS = [
  'x',
  '%%%',
  ...[[], {}, null, 'text', ['x'], ['x', UUID], ['2026-02-31', UUID], ['infinity', UUID], ['9'.repeat(30), UUID]],
  ...[
    ['x', 'y', UUID],
    ['\u0000', UUID],
    ['', UUID],
    ['x', UUID, UUID],
    ['a', 'b', 'c', UUID],
    [1, 2],
    [[], {}],
  ],
  ...[['9999999999'], ['-2147483648'], ['2026-11-23T00:00:00Z', UUID], ['0000-01-01T00:00:00Z', UUID]],
].map((value) => (typeof value === 'string' ? value : Buffer.from(JSON.stringify(value)).toString('base64url')));

const PARAMETERS = [
  'q',
  'sort',
  'order',
  'status',
  'state',
  'kind',
  'model',
  'maker',
  'os',
  'market',
  'basis',
  'class',
];
const MORE_PARAMETERS = [
  'expiring',
  'zone',
  'site',
  'support',
  'person',
  'action',
  'object',
  'from',
  'to',
  'part',
  'view',
  'done',
  'next',
  'units',
  'supplier',
  'role',
  'mine',
  'retired',
];

const PUBLIC_VALUES: Record<string, string> = {
  instrument: 'UK-MDR-H',
  number: '1',
  framework: 'part-11',
  incident: 'wannacry-2017',
  subject: 'antivirus',
};

const place = (address: string, ids: Record<string, string>, odd?: { name: string; segment: string }) =>
  address
    .replace(/:([A-Za-z]+)/g, (_, name: string) =>
      odd?.name === name ? odd.segment : (PUBLIC_VALUES[name] ?? ids[name] ?? ''),
    )
    .replace('*', 'no/such/page');

/** Names of everything a page's forms can send, and the intents of their buttons. */
function fieldsOf(html: string): { names: string[]; intents: string[] } {
  const names = Array.from(html.matchAll(/\bname="([^"]+)"/g), ([, name]) => name ?? '');
  const intents = Array.from(html.matchAll(/name="intent" value="([^"]+)"/g), ([, intent]) => intent ?? '');
  return { names: [...new Set(names)].filter((name) => name !== 'csrf'), intents: [...new Set(['', ...intents])] };
}

describe('nothing that is sent ends in a 500', () => {
  const database = testDatabase();
  let ours: FullHouse;
  beforeAll(async () => {
    ours = await fullHouse(database, 'Northbridge');
    await newBrowser().get('/sign-in');
  }, 120_000);
  afterAll(() => stopRendering());

  /** Somebody who may use the address, so that what is sent gets past the guard. */
  const insider = (letters: string | undefined): Promise<Browser> => {
    const [letter] = [...(letters ?? 'E')].filter((one) => one !== '.');
    return letIn(newBrowser(), ours.people[COLUMNS[letter as keyof typeof COLUMNS] as Role]);
  };
  const fine = (status: number) => status < 500 || status === 503;

  describe.each(Object.entries(ACCESS))('%s', (address, { load, act }) => {
    const names = Array.from(address.matchAll(/:([A-Za-z]+)/g), ([, name]) => name ?? '');

    it('odd parameters are not found, odd queries are ignored or refused', async () => {
      const browser = await insider(load ?? act);
      const bad: string[] = [];
      const look = async (path: string) => {
        const { status } = await browser.get(path);
        if (!fine(status)) bad.push(`${status} ${path.slice(0, 200)}`);
      };
      for (const name of names)
        for (const segment of ODD_SEGMENTS) await look(place(address, ours.ids, { name, segment }));
      const plain = place(address, ours.ids);
      // Only lists read cursors and filters; elsewhere one round of odd queries is enough.
      const isList = /aria-label="Pages"/.test((await browser.get(plain)).text) || /\.csv$/.test(address);
      for (const cursor of isList ? ODD_CURSORS : []) {
        await look(`${plain}?${new URLSearchParams({ after: cursor })}`);
        await look(`${plain}?${new URLSearchParams({ before: cursor, sort: 'maker', order: 'desc' })}`);
      }
      for (const text of isList ? ODD_TEXTS : ODD_TEXTS.slice(-2)) {
        const all = [...PARAMETERS, ...MORE_PARAMETERS].map((name) => [name, text.slice(0, 2000)]);
        await look(`${plain}?${new URLSearchParams(all)}`);
      }
      expect(bad).toEqual([]);
    }, 120_000);

    if (act) {
      it('odd forms are refused in words, and nothing typed is lost to an error', async () => {
        const browser = await insider(act);
        const path = place(address, ours.ids);
        const { names: fields, intents } = fieldsOf((await browser.get(path)).text);
        const bad: string[] = [];
        for (const intent of intents) {
          // The longest text once a page: it makes megabytes of every form.
          for (const text of intent === intents.at(-1) ? ODD_TEXTS : ODD_TEXTS.slice(0, -1)) {
            const form = Object.fromEntries(fields.map((name) => [name, text]));
            if (/sign-out|account/.test(path)) await letIn(browser, ours.people[insiderRole(act)]);
            const { status } = await browser.post(path, { ...form, ...(intent ? { intent } : {}) });
            if (!fine(status)) bad.push(`${status} intent=${intent} all fields=${JSON.stringify(text.slice(0, 40))}`);
          }
        }
        expect(bad).toEqual([]);
      }, 240_000);

      it('bodies that are no forms are refused', async () => {
        const browser = await insider(act);
        const bodies: [string, string][] = [
          ['application/x-www-form-urlencoded', '%%%&=&&a=%ff&b=%00'],
          ['application/json', '{"a":'],
          ['multipart/form-data; boundary=x', '--x\r\nbroken'],
          ['multipart/form-data', 'no boundary'],
          ['text/plain', 'hello'],
          ['nonsense', ''],
        ];
        const bad: string[] = [];
        for (const [type, body] of bodies) {
          const init = { method: 'POST', body, headers: { 'Content-Type': type } };
          const { status } = await browser.send(place(address, ours.ids), init);
          if (status < 300 || !fine(status)) bad.push(`${status} ${type}`);
        }
        expect(bad).toEqual([]);
      });
    }
  });

  const insiderRole = (letters: string): Role => {
    const [letter] = [...letters].filter((one) => one !== '.');
    return COLUMNS[letter as keyof typeof COLUMNS] as Role;
  };
});
