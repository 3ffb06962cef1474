/** A pack of a device with everything about it: letters, a reply, files, hazards, signatures. It verifies, and fits in print. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { nodeTools } from '../../audit/node-tools.server';
import { readArchive } from '../../audit/read-archive';
import { checkpointNow } from '../../audit/take-checkpoint.server';
import { verifyBundle } from '../../audit/verify-bundle';
import { type FullHouse, fullHouse } from '../../guard/testing/two-houses';
import { buildPack } from './build-pack.server';
import { countEvidence } from './count-evidence.server';
import { downloadPack } from './download-pack.server';
import { FRAMEWORKS } from './frameworks';
import { getFramework } from './get-framework.server';
import { listPacks } from './list-packs.server';
import { rebuildPack, requestPack } from './request-pack.server';

const database = testDatabase();
let at: FullHouse;

beforeAll(async () => {
  at = await fullHouse(database, 'Northbridge');
  await checkpointNow(at.orgId);
}, 120_000);
afterAll(() => stopRendering());

it('holds every file with the digest that the trail states, and every signature over its snapshot [11.10(b)]', async () => {
  const { auditor } = at.people;
  const asked = await requestPack(auditor, { scope: 'device', id: at.ids.modelId ?? '' });
  if (!asked?.ok) throw new Error(JSON.stringify(asked));
  await buildPack({ orgId: at.orgId, packId: asked.id });
  const file = await downloadPack(auditor, asked.id);
  const bytes = new Uint8Array(await new Response(file?.bytes).arrayBuffer());
  const proof = await verifyBundle(bytes, nodeTools);
  expect(proof.findings).toEqual([]);
  expect(proof.signatures.length).toBeGreaterThan(0);
  const paths = readArchive(bytes).entries.map(({ path }) => path);
  for (const folder of ['letters/', 'replies/', 'attachments/', 'snapshots/', 'library/']) {
    expect(paths.filter((path) => path.startsWith(folder)).length, folder).toBeGreaterThan(0);
  }
  const again = await rebuildPack(at.people.regulatory_affairs, asked.id);
  if (!again?.ok) throw new Error(JSON.stringify(again));
  await buildPack({ orgId: at.orgId, packId: again.id });
  expect((await downloadPack(auditor, again.id))?.sha256).toBe(file?.sha256);
  const { rows } = await listPacks(auditor, new URLSearchParams());
  expect(rows.map(({ id }) => id).slice(0, 2)).toEqual([again.id, asked.id]);
}, 120_000);

it.each(FRAMEWORKS.map(({ id }) => id))('%s shows what there is, and says where there is nothing', async (id) => {
  const page = await getFramework(at.people.auditor, id);
  expect(page?.lines.length).toBeGreaterThan(5);
  for (const line of page?.lines ?? []) {
    const there = line.records.some(({ count }) => count > 0);
    expect(line.state === 'evidenced', line.clause).toBe(there);
    if (line.outside && !there) expect(line.state).toBe('not_evidenced');
  }
});

it('counts nothing of another organisation, and links only to what the reader may see', async () => {
  const other = await fullHouse(database, 'Southfield');
  expect((await countEvidence(other.people.auditor)).packs).toBe(1);
  const page = await getFramework(at.people.clinical_safety, 'part-11');
  const people = page?.lines.flatMap(({ records }) => records).find(({ label }) => label === 'people with a role');
  expect(people?.to).toBeNull();
  expect(await getFramework(at.people.auditor, 'no-such')).toBeNull();
}, 120_000);
