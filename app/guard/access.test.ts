import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../db/testing';
import { stopRendering } from '../../documents/render.server';
import { ROLES, type Role } from './roles';
import { ACCESS, COLUMNS } from './testing/access-matrix';
import { type Answer, newBrowser } from './testing/browser';
import { letIn } from './testing/people';
import { type FullHouse, fullHouse } from './testing/two-houses';

/** Parameters that name something public to every organisation. */
const PUBLIC_VALUES: Record<string, string> = {
  instrument: 'UK-MDR-H',
  framework: 'part-11',
  number: '1',
  option: 'isolation',
  '*': 'no/such/page',
  version: '1',
  kind: 'reminder',
  incident: 'wannacry-2017',
  subject: 'antivirus',
};
const NOWHERE = '/*';
const API = '/api/';

const parameters = (address: string): string[] =>
  Array.from(address.matchAll(/:([A-Za-z]+)/g), ([, name]) => name ?? '');

const fill = (address: string, ids: Record<string, string>): string =>
  address
    .replace(/:([A-Za-z]+)/g, (_, name: string) => {
      const value = PUBLIC_VALUES[name] ?? ids[name];
      if (!value)
        throw new Error(`There is no sample for the parameter ${name} of ${address}: add it to two-houses.ts`);
      return value;
    })
    .replace('*', PUBLIC_VALUES['*'] ?? '');

/** Addresses of own organisation in which one identifier belongs to the other. */
function withForeign(address: string, own: FullHouse, other: FullHouse): string[] {
  return parameters(address)
    .filter((name) => !(name in PUBLIC_VALUES))
    .map((name) => fill(address, { ...own.ids, [name]: other.ids[name] ?? '' }));
}

describe('every address × every role × own and foreign organisation', () => {
  const database = testDatabase();
  let ours: FullHouse;
  let theirs: FullHouse;

  beforeAll(async () => {
    ours = await fullHouse(database, 'Northbridge');
    theirs = await fullHouse(database, 'Southfield');
    await newBrowser().get('/sign-in');
  }, 120_000);
  afterAll(() => stopRendering());

  const send = async (role: Role | null, path: string, form?: Record<string, string>): Promise<Answer> => {
    const browser = role ? await letIn(newBrowser(), ours.people[role]) : newBrowser();
    return form ? browser.post(path, form) : browser.get(path);
  };
  /** What the use case behind a form insists on before it looks at anything else. */
  const formFor = (address: string): Record<string, string> =>
    address.endsWith('/software') ? { component: crypto.randomUUID() } : {};

  describe.each(Object.entries(ACCESS))('%s', (address, { load, act }) => {
    const roles = (letters: string): Role[] =>
      Object.entries(COLUMNS).flatMap(([letter, role]) => (letters.includes(letter) ? [role] : []));
    /** Whether the address names a record of an organisation. */
    const isOwned = parameters(address).some((name) => !(name in PUBLIC_VALUES));
    const strangersTurnedAway = (answer: Answer) =>
      address.startsWith(API)
        ? expect(answer.status).toBe(401)
        : expect([answer.status, answer.location?.split('?')[0]]).toEqual([302, '/sign-in']);

    if (load) {
      it('opens for whom it should, and for nobody else [11.10(d)] [ASVS 8.2.1] [Annex 11 §12]', async () => {
        const path = fill(address, ours.ids);
        strangersTurnedAway(await send(null, path));
        for (const role of ROLES) {
          const answer = await send(role, path);
          const wanted = roles(load).includes(role) ? (address === NOWHERE ? 404 : 'open') : 403;
          const open = answer.status < 400 && !answer.location?.startsWith('/sign-in');
          const is = open || (address.startsWith(API) && answer.status === 405) ? 'open' : answer.status;
          expect(`${role}: ${is}`).toBe(`${role}: ${wanted}`);
        }
      }, 60_000);

      if (isOwned) {
        it('shows nothing of another organisation', async () => {
          for (const role of roles(load)) {
            for (const path of withForeign(address, ours, theirs)) {
              expect(`${role}: ${(await send(role, path)).status}`).toBe(`${role}: 404`);
            }
          }
        }, 60_000);
      }
    }

    if (act) {
      it('takes forms from whom it should, and from nobody else', async () => {
        const path = fill(address, ours.ids);
        strangersTurnedAway(await send(null, path, {}));
        for (const role of ROLES) {
          const answer = await send(role, path, formFor(address));
          const refused = [401, 403, 404].includes(answer.status) || answer.status >= 500;
          // Nobody here has a passkey that could be asked.
          const absent = address === NOWHERE || /\/(software|factors\/challenge)$/.test(address);
          const missing = absent ? 404 : 'taken';
          const wanted = roles(act).includes(role) ? missing : 403;
          expect(`${role}: ${refused ? answer.status : 'taken'}`).toBe(`${role}: ${wanted}`);
        }
      }, 60_000);

      if (isOwned) {
        it('changes nothing of another organisation', async () => {
          for (const role of roles(act)) {
            for (const path of withForeign(address, ours, theirs)) {
              const answer = await send(role, path, formFor(address));
              expect(`${role}: ${answer.status}`).toBe(`${role}: 404`);
            }
          }
        }, 60_000);
      }
    }
  });
});
