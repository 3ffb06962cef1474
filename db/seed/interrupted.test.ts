import { eq } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { authDb, closeDatabase } from '../client.server';
import { users } from '../schema/index.server';
import { testDatabase } from '../testing';
import { freeAddresses, letThemIn, nobodyIsHere, storeOrganisation } from './organisations.server';
import { DEMO_ORGANISATIONS } from './people';

testDatabase();
afterAll(closeDatabase);

it('begins anew when it was interrupted before anybody could come in', async () => {
  expect(await nobodyIsHere()).toBe(true);
  const left = await storeOrganisation(DEMO_ORGANISATIONS.northbridge);
  expect(await nobodyIsHere()).toBe(true);
  await freeAddresses();
  const again = await storeOrganisation(DEMO_ORGANISATIONS.northbridge);
  await letThemIn([again]);
  expect(await nobodyIsHere()).toBe(false);
  const rows = await authDb().select().from(users).where(eq(users.email, left.actors.engineer.email));
  expect(rows.map(({ orgId }) => orgId)).toEqual([again.actors.engineer.orgId]);
  const behind = await authDb().select().from(users).where(eq(users.orgId, left.actors.engineer.orgId));
  expect(behind.every(({ active }) => !active)).toBe(true);
});
