/** The makers and models of the register as an inventory is held against them; read once a run, and after each addition. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import { connectedDetails } from '../../../../db/schema/index.server';
import { type DetailValues, detailValues } from '../../connected/detail-values';
import { knownModels } from '../../devices/import-models.server';
import { knownSuppliers } from '../../suppliers/import-suppliers.server';
import { unitsByTag } from '../../units/import-units.server';
import type { Context } from '../rows/row-kind';
import { type Register, registerOf } from './find-model';

const REGISTER = 'register';
const TAGS = 'tags';

/** The register of this run. */
export async function knownRegister(tx: Tx, { kept, orgId }: Context): Promise<Register> {
  const known = kept.get(REGISTER) as Register | undefined;
  if (known) return known;
  const register = registerOf(await knownSuppliers(tx, orgId), await knownModels(tx, orgId));
  kept.set(REGISTER, register);
  return register;
}

/** To be called when makers or models were added: the next piece reads them anew. */
export const forgetRegister = ({ kept }: Context): void => {
  kept.delete(REGISTER);
};

export const tagKey = (modelId: string, assetTag: string) => `${modelId} ${assetTag.trim().toLowerCase()}`;

/** Units by model and asset tag; two with the same tag are found under none. */
export async function knownTags(tx: Tx, { kept, orgId }: Context): Promise<Map<string, string | null>> {
  const known = kept.get(TAGS) as Map<string, string | null> | undefined;
  if (known) return known;
  const tags = new Map<string, string | null>();
  for (const { id, modelId, assetTag } of await unitsByTag(tx, orgId)) {
    const key = tagKey(modelId, assetTag);
    tags.set(key, tags.has(key) ? null : id);
  }
  kept.set(TAGS, tags);
  return tags;
}

/** What is kept of these units on the network. */
export async function knownDetails(tx: Tx, orgId: string, unitIds: string[]): Promise<Map<string, DetailValues>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(connectedDetails)
    .where(and(eq(connectedDetails.orgId, orgId), inArray(connectedDetails.unitId, unitIds)));
  return new Map(rows.map((row) => [row.unitId, detailValues(row)]));
}
