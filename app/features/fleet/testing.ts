/** What the tests of the fleet share: a house whose units, matches and papers are drawn by chance from a seed. */
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { Tx } from '../../../db/client.server';
import type { VersionVerdict } from '../../../db/schema/intake.server';
import { advise, listInKev, matchWith } from '../exposure/testing';

/** A transaction that tells how many queries were asked of it. */
export function counting(tx: Tx, count: { queries: number }): Tx {
  return new Proxy(tx, {
    get(target, name) {
      if (['execute', 'select', 'selectDistinct', 'insert', 'update', 'delete'].includes(String(name)))
        count.queries += 1;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Numbers between 0 and 1 that come again with the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const VERDICTS: VersionVerdict[] = ['affected', 'not_affected', 'fixed', 'under_investigation', 'unclear'];
const CVES = ['CVE-2017-0144', 'CVE-2019-0708', 'CVE-2020-1111', 'CVE-2021-2222', 'CVE-2022-3333'];
const SYSTEMS = [
  ['Windows', '7 SP1'],
  ['Windows', '10 22H2'],
  ['Windows', '11 IoT LTSC 2024'],
  ['Homemade', '1'],
  ['', ''],
] as const;

/** Fills an organisation with models, units, advisories, matches and verdicts; every rule of counting is met. */
export async function aFleet(owner: Sql, orgId: string, supplierId: string, seed = 7): Promise<void> {
  const next = chance(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const models: string[] = [];
  await owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    for (let m = 0; m < 12; m += 1) {
      const id = randomUUID();
      models.push(id);
      const [product, release] = pick(SYSTEMS);
      await tx`insert into device_models (org_id, id, supplier_id, name, kind, software_version, os_product, os_release, mds2_date)
        values (${orgId}, ${id}, ${supplierId}, ${`Model ${m}`}, 'monitor', ${pick(['1.0', '2.0', ''])}, ${product}, ${release},
          ${next() < 0.3 ? '2024-01-01' : null})`;
      if (next() < 0.4)
        await tx`insert into mds2_answers (org_id, model_id, question, answer) values (${orgId}, ${id}, 'DOC-1', 'Yes')`;
      if (next() < 0.5)
        await tx`insert into components (org_id, model_id, name, retired_at) values (${orgId}, ${id}, 'openssl', ${next() < 0.3 ? new Date() : null})`;
      for (const market of ['EU', 'US'])
        if (next() < 0.6)
          await tx`insert into certifications (org_id, model_id, market, basis, class) values (${orgId}, ${id}, ${market}, 'mdr', ${pick(['IIa', 'IIb'])})`;
      const many = Math.floor(next() * 30);
      for (let u = 0; u < many; u += 1) {
        const [ownProduct, ownRelease] = next() < 0.3 ? pick(SYSTEMS) : ['', ''];
        await tx`insert into units (org_id, model_id, serial, site, installed_version, os_product, os_release, retired_at)
          values (${orgId}, ${id}, ${`${m}-${u}`}, ${pick(['North', 'NORTH', 'South', ''])}, ${pick(['', '1.0', '1.5', '2.0'])},
            ${ownProduct}, ${ownRelease}, ${next() < 0.1 ? new Date() : null})`;
      }
    }
  });
  await listInKev(owner, orgId, CVES.slice(0, 2));
  for (let a = 0; a < 14; a += 1) {
    const cves = CVES.filter(() => next() < 0.4);
    const advisoryId = await advise(
      owner,
      orgId,
      cves.map((cve) => ({ cve })),
      { id: `A-${a}` },
    );
    if (next() < 0.1)
      await owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${orgId}, true)`;
        await tx`update advisories set retired_at = now() where id = ${advisoryId}`;
      });
    for (const modelId of models.filter(() => next() < 0.2)) {
      const verdicts: Record<string, Record<string, VersionVerdict>> = {};
      for (const version of ['', '1.0', '1.5', '2.0']) {
        const own: Record<string, VersionVerdict> = {};
        if (next() < 0.6) own[''] = pick(VERDICTS);
        for (const cve of cves) if (next() < 0.3) own[cve] = pick(VERDICTS);
        verdicts[version] = own;
      }
      const state = pick(['proposed', 'proposed', 'confirmed', 'rejected'] as const);
      const confidence = pick(['certain', 'likely', 'possible'] as const);
      await matchWith(owner, orgId, { advisoryId, modelId, cves, state, confidence, verdicts });
    }
  }
}
