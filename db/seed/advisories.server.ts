/** Published advisories of the demonstration models. */
import { inOrganisation } from '../client.server';
import { modelAdvisories } from '../schema/index.server';
import type { DemoActors } from './actors';
import advisories from './catalogue/advisories.json';
import type { DemoModel } from './catalogue/types';

/** Stores the advisories that name these models. */
export async function seedAdvisories(
  { engineer }: DemoActors,
  models: readonly { id: string; model: DemoModel }[],
): Promise<void> {
  const rows = models.flatMap(({ id, model }) =>
    advisories
      .filter(({ advisory }) => model.advisories.includes(advisory))
      .map((advisory) => ({ orgId: engineer.orgId, modelId: id, ...advisory, createdBy: engineer.userId })),
  );
  await inOrganisation(engineer, (tx) => tx.insert(modelAdvisories).values(rows));
}
