/** Fills an empty database with two demonstration organisations. */

import { checkpointNow } from '../../app/audit/take-checkpoint.server';
import type { DemoStaff } from './actors';
import { seedAdvisories } from './advisories.server';
import { IMAGING } from './catalogue/imaging';
import { INFUSION } from './catalogue/infusion';
import { LABORATORY_AND_IMPLANTS } from './catalogue/laboratory-and-implants';
import { MONITORING } from './catalogue/monitoring';
import type { DemoModel, DemoSite } from './catalogue/types';
import { seedDemonstrationChanges } from './changes.server';
import { seedFeeds } from './feeds.server';
import { seedLetters, seedQuotations } from './letters.server';
import { freeAddresses, letThemIn, nobodyIsHere, storeOrganisation } from './organisations.server';
import { seedPen } from './pen.server';
import { DEMO_ORGANISATIONS } from './people';
import { seedPlacement } from './placement.server';
import { seedPublished } from './published.server';
import { seedModel, seedSuppliers } from './register.server';
import { seedHistories } from './sign-off.server';
import { HISTORIES } from './sign-off-scenarios';
import { seedUnits } from './units.server';

export { DEMO_SIGN_INS, type DemoSignIn } from './people';

/** The whole demonstration catalogue; a model's place in it makes its invented numbers its own. */
export const DEMO_MODELS: readonly DemoModel[] = [...MONITORING, ...IMAGING, ...INFUSION, ...LABORATORY_AND_IMPLANTS];

async function seedOrganisation(site: DemoSite): Promise<DemoStaff> {
  const staff = await storeOrganisation(DEMO_ORGANISATIONS[site]);
  const { actors } = staff;
  const wanted = DEMO_MODELS.map((model, index) => ({ model, index })).filter(({ model }) => model.units[site]);
  const suppliers = await seedSuppliers(
    actors,
    wanted.map(({ model }) => model),
  );
  const models: { id: string; model: DemoModel; index: number }[] = [];
  for (const { model, index } of wanted) {
    const supplierId = suppliers.get(model.maker);
    if (!supplierId) throw new Error(`The demonstration data has no supplier called ${model.maker}`);
    models.push({ id: await seedModel(actors, supplierId, model, index), model, index });
  }
  await seedUnits(actors, site, models);
  await seedPlacement(actors, models);
  await seedAdvisories(actors, models);
  await seedDemonstrationChanges(Object.values(actors));
  return staff;
}

/**
 * Seeds the demonstration when nobody can sign in yet. Passwords come last, all at once: when seeding is interrupted the
 * next start begins anew, and what was left behind belongs to an organisation into which nobody ever comes.
 * @returns whether it seeded
 */
export async function seedWhenEmpty(): Promise<boolean> {
  if (!(await nobodyIsHere())) return false;
  await freeAddresses();
  const [northbridge, anselm] = await Promise.all([seedOrganisation('northbridge'), seedOrganisation('anselm')]);
  const everybody = [northbridge, anselm];
  for (const staff of everybody) {
    await seedQuotations(staff.actors);
    await seedLetters(staff.actors);
    await seedPen(staff);
  }
  await seedHistories(northbridge, HISTORIES.northbridge);
  await seedHistories(anselm, HISTORIES.anselm);
  for (const { actors } of everybody) {
    await seedPublished(actors);
    await seedFeeds(actors);
  }
  await letThemIn(everybody);
  for (const { actors } of everybody) await checkpointNow(actors.administrator.orgId);
  return true;
}
