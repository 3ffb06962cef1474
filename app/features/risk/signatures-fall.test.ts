import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { signatures } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { inSignOff, sign, signingHouse } from '../sign-off/testing';
import { acceptRisk } from './accept-risk.server';
import { HazardForm } from './hazard-form';
import { saveHazard } from './save-hazard.server';
import { acceptance, rate } from './testing';

const database = testDatabase();
afterAll(closeDatabase);

const standing = (actor: Actor, changeId: string) =>
  inOrganisation(actor, (tx) =>
    tx
      .select({ id: signatures.id })
      .from(signatures)
      .where(and(eq(signatures.changeId, changeId), isNull(signatures.voidedAt))),
  );

it('a signature falls when a risk is rated otherwise or a hazard is added, and not when what is left is accepted', async () => {
  const at = await signingHouse(database);
  const id = await inSignOff(at);
  const signed = () => sign(at.engineer, id, { slot: 'author', meaning: 'author' });
  await signed();
  expect(await standing(at.auditor, id)).toHaveLength(1);

  const accepted = await acceptRisk(at.riskOwner, id, await acceptance(at.riskOwner, id));
  expect(accepted?.ok).toBe(true);
  expect(await standing(at.auditor, id)).toHaveLength(1);

  expect((await rate(at.safety, id, 'security', 3, 3))?.ok).toBe(true);
  expect(await standing(at.auditor, id)).toHaveLength(0);

  await signed();
  expect(await standing(at.auditor, id)).toHaveLength(1);
  const hazard = HazardForm.parse({ version: '0', title: 'Alarms do not get through', status: 'open' });
  expect((await saveHazard(at.safety, id, null, hazard))?.ok).toBe(true);
  expect(await standing(at.auditor, id)).toHaveLength(0);
});
