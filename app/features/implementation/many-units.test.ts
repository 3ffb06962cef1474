import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import type { House } from '../changes/testing';
import { approved, inSignOff, signingHouse } from '../sign-off/testing';
import { beginImplementation } from './begin-implementation.server';
import { getCarryOut } from './get-carry-out.server';
import { putToVerification } from './put-to-verification.server';
import { closeAs, recordAs, rowsOf, wordsOf } from './testing';

const database = testDatabase();
let at: House;
const MANY = 2000;
beforeAll(async () => {
  at = await signingHouse(database);
  await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`insert into units (org_id, model_id, serial, location, installed_version)
      select ${at.orgId}, ${at.modelId}, 'MANY-' || lpad(n::text, 5, '0'), 'Ward ' || n % 40, '4.2.0'
      from generate_series(13, ${MANY}) n`;
  });
}, 60_000);

it('two thousand units are recorded in one go, read in pages, compared and closed; no signature falls', async () => {
  const id = await inSignOff(at);
  await approved(at, id);
  expect(wordsOf(await beginImplementation(at.colleague, id))).toBe('(done)');
  const before = performance.now();
  expect(wordsOf(await recordAs(at.colleague, id))).toBe('(done)');
  // Some three seconds on an idle machine; what matters is that it does not grow with the square.
  expect(performance.now() - before).toBeLessThan(60_000);
  const [told] = await rowsOf(
    database,
    at.orgId,
    `select count(*)::int as units, (select count(*)::int from register_facts where field = 'installedVersion'
      and superseded_at is null and source_document like 'changed under CM-%') as facts
      from units where installed_version = '4.2.1'`,
  );
  expect(told).toEqual({ units: MANY, facts: MANY });
  const first = await getCarryOut(at.colleague, id, new URLSearchParams());
  expect(first?.list.rows).toHaveLength(50);
  expect(first?.list.rows[0]?.serial).toBe('MANY-00013');
  const second = await getCarryOut(at.colleague, id, new URLSearchParams({ after: first?.list.after ?? '' }));
  expect(second?.list.rows[0]?.serial).toBe('MANY-00063');
  expect(wordsOf(await putToVerification(at.colleague, id))).toBe('(done)');
  expect(wordsOf(await closeAs(at.safety, id))).toBe('(done)');
  const [event] = await rowsOf<{ detail: { units: number; serials: string[] } }>(
    database,
    at.orgId,
    `select detail from audit_events where object_id = $1 and action = 'implementation.recorded'`,
    id,
  );
  expect(event?.detail.units).toBe(MANY);
  expect(event?.detail.serials).toHaveLength(200);
}, 240_000);
