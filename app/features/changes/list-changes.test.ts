import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { listChanges } from './list-changes.server';
import { proposeChange } from './propose-change.server';
import { draft, type House, house, proposal, submitted } from './testing';

const database = testDatabase();
let at: House;
const list = (search: Record<string, string> = {}) => listChanges(at.engineer, new URLSearchParams(search));

beforeAll(async () => {
  at = await house(database);
  for (let n = 0; n < 108; n += 1) {
    const neededBy = n % 3 === 0 ? `2027-0${(n % 9) + 1}-01` : null;
    await draft(at, { title: `Proposal ${n}`, neededBy, kinds: n % 2 === 0 ? ['os_patch'] : ['segmentation'] });
  }
  await proposeChange(
    at.colleague,
    proposal(at.modelId, { title: '100 % sure_thing', kinds: ['hardening', 'os_patch'] }),
  );
  await submitted(at, ['av_install']);
}, 60_000);
afterAll(closeDatabase);

it.each(['updated', 'reference', 'needed'])('walks all pages by %s, there and back, each change once', async (sort) => {
  for (const order of ['asc', 'desc']) {
    const first = await list({ sort, order });
    const second = await list({ sort, order, after: first.after ?? '' });
    const third = await list({ sort, order, after: second.after ?? '' });
    const ids = [...first.rows, ...second.rows, ...third.rows].map(({ id }) => id);
    expect(ids).toHaveLength(110);
    expect(new Set(ids).size).toBe(110);
    expect([first.before, third.after]).toEqual([null, null]);
    expect((await list({ sort, order, before: third.before ?? '' })).rows).toEqual(second.rows);
  }
});

it('narrows by state, kind, device, proposer and words, taking wildcards literally', async () => {
  expect((await list({ status: 'assessing' })).rows).toMatchObject([{ status: 'assessing', units: 12, tier: {} }]);
  expect((await list({ kind: 'hardening' })).rows.map(({ title }) => title)).toEqual(['100 % sure_thing']);
  expect((await list({ q: '100 %' })).rows).toHaveLength(1);
  expect((await list({ q: 'e_t' })).rows).toHaveLength(1);
  expect((await list({ q: 'telemetry' })).rows).toHaveLength(50);
  expect((await list({ q: 'CVE-2017-0144', status: 'assessing' })).rows).toHaveLength(1);
  expect((await list({ model: at.modelId })).device).toBe('XTR telemetry receiver');
  expect((await list({ model: randomUUID() })).rows).toEqual([]);
  const mine = await listChanges(at.colleague, new URLSearchParams({ mine: 'yes' }));
  expect(mine.rows.map(({ title }) => title)).toEqual(['100 % sure_thing']);
});

it('takes nonsense in the address for nothing', async () => {
  const plain = await list();
  const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
  for (const search of [
    { after: 'zzz' },
    { after: cursor(['2026-99-99T00:00:00Z', randomUUID()]) },
    { sort: 'sideways' },
    { status: 'nowhere', kind: '__proto__', model: 'x' },
  ] as Record<string, string>[]) {
    expect((await list(search)).rows).toEqual(plain.rows);
  }
  const needed = await list({ sort: 'needed' });
  const bad = cursor(['2026-02-30', randomUUID()]);
  expect((await list({ sort: 'needed', after: bad })).rows).toEqual(needed.rows);
});

it('shows nothing of another organisation', async () => {
  const elsewhere = await house(database, 'Elsewhere');
  expect((await listChanges(elsewhere.engineer, new URLSearchParams())).rows).toEqual([]);
  expect((await listChanges(elsewhere.engineer, new URLSearchParams({ model: at.modelId }))).device).toBeNull();
});
