/** Fills an empty database with two demonstration organisations. */

import type { DemoActors } from './actors';
import { seedAdvisories } from './advisories.server';
import { IMAGING } from './catalogue/imaging';
import { INFUSION } from './catalogue/infusion';
import { LABORATORY_AND_IMPLANTS } from './catalogue/laboratory-and-implants';
import { MONITORING } from './catalogue/monitoring';
import type { DemoModel, DemoSite } from './catalogue/types';
import { seedDemonstrationChanges } from './changes.server';
import { seedLetters, seedQuotations } from './letters.server';
import { nobodyIsHere, storeOrganisation, storePeople } from './organisations.server';
import { seedPen } from './pen.server';
import { DEMO_ORGANISATIONS } from './people';
import { seedModel, seedSuppliers } from './register.server';
import { seedUnits } from './units.server';

export { DEMO_SIGN_INS, type DemoSignIn } from './people';

/** The whole demonstration catalogue; a model's place in it makes its invented numbers its own. */
export const DEMO_MODELS: readonly DemoModel[] = [...MONITORING, ...IMAGING, ...INFUSION, ...LABORATORY_AND_IMPLANTS];

async function seedOrganisation(site: DemoSite): Promise<DemoActors> {
  const actors = await storeOrganisation(DEMO_ORGANISATIONS[site]);
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
  await seedAdvisories(actors, models);
  await seedDemonstrationChanges(Object.values(actors));
  return actors;
}

/**
 * Seeds the demonstration when nobody can sign in yet. People come last, all at once: when seeding is interrupted the
 * next start begins anew, and what was left behind belongs to an organisation without people that nobody sees.
 * @returns whether it seeded
 */
export async function seedWhenEmpty(): Promise<boolean> {
  if (!(await nobodyIsHere())) return false;
  const everybody = await Promise.all([seedOrganisation('northbridge'), seedOrganisation('anselm')]);
  for (const actors of everybody) {
    await seedQuotations(actors);
    await seedLetters(actors);
  }
  await storePeople(everybody);
  for (const actors of everybody) await seedPen(actors);
  return true;
}
