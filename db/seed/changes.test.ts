import { afterAll, beforeAll, expect, it } from 'vitest';
import { listChanges } from '../../app/features/changes/list-changes.server';
import { type House, house } from '../../app/features/changes/testing';
import { listLetters } from '../../app/features/letters/list-letters.server';
import { planOfChange } from '../../app/features/plans/get-plan.server';
import { closeDatabase } from '../client.server';
import { testDatabase } from '../testing';
import { seedDemonstrationChanges } from './changes.server';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});
afterAll(closeDatabase);

it('makes what the register has devices for, once', async () => {
  const actors = [at.engineer, at.safety, at.regulatory];
  const made = await seedDemonstrationChanges(actors);
  expect(made).toBeGreaterThan(0);
  const { rows } = await listChanges(at.engineer, new URLSearchParams());
  expect(rows).toHaveLength(made);
  const rollUp = rows.find(({ title }) => title.includes('roll-up'));
  expect(rollUp).toMatchObject({ status: 'assessing', units: 12, tier: { open: expect.any(Number) } });
  const plan = rollUp && (await planOfChange(at.engineer, rollUp.id))?.plan;
  expect(plan?.steps.map(({ option }) => option)).toEqual(['segmentation', 'os_patch', 'replacement']);
  expect((await listLetters(at.engineer, new URLSearchParams())).page.rows.length).toBeGreaterThan(0);
  expect(await seedDemonstrationChanges(actors)).toBe(0);
});
