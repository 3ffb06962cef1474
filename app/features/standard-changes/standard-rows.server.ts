/** Reading standard changes, each with how it stands now. */
import { and, desc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, deviceModels, signOffRounds, standardChanges, standardUses } from '../../../db/schema/index.server';
import { deviceForDossier } from '../devices/device-for-dossier.server';
import { today } from '../today';
import { deviceBasis, deviceChanges, editionChanges } from './basis';
import { editionsNow, readBasis } from './basis-of.server';
import { type StandardStanding, standingOf } from './standard-state';

export type StandardRow = typeof standardChanges.$inferSelect;

export interface StandardOnFile {
  row: StandardRow;
  modelName: string;
  /** The change whose decision it rests on. */
  changeReference: string;
  decisionStands: boolean;
}

/** Standard changes with what stands beside them; `narrowed`, `order` and `limit` as the list wants them. */
export const standardsOf = (
  tx: Tx,
  orgId: string,
  { where, order = [desc(standardChanges.number)], limit = 200 }: { where?: SQL; order?: SQL[]; limit?: number },
): Promise<StandardOnFile[]> =>
  tx
    .select({
      row: standardChanges,
      modelName: deviceModels.name,
      changeReference: changes.reference,
      roundStatus: signOffRounds.status,
    })
    .from(standardChanges)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, standardChanges.modelId)))
    .innerJoin(changes, and(eq(changes.orgId, orgId), eq(changes.id, standardChanges.changeId)))
    .innerJoin(signOffRounds, and(eq(signOffRounds.orgId, orgId), eq(signOffRounds.id, standardChanges.roundId)))
    .where(and(eq(standardChanges.orgId, orgId), where))
    .orderBy(...order)
    .limit(limit)
    .then((rows) => rows.map(({ roundStatus, ...row }) => ({ ...row, decisionStands: roundStatus === 'approved' })));

/** One of them, or null when it is not here. */
export async function standardOf(tx: Tx, orgId: string, id: string): Promise<StandardOnFile | null> {
  const [found] = await standardsOf(tx, orgId, { where: eq(standardChanges.id, id), limit: 1 });
  return found ?? null;
}

/** Those of a model that nobody has retired. */
export const standardsOfModel = (tx: Tx, orgId: string, modelId: string): Promise<StandardOnFile[]> =>
  standardsOf(tx, orgId, { where: and(eq(standardChanges.modelId, modelId), isNull(standardChanges.retiredAt)) });

/** How some of them stand now: held against the register and the library in force, each model read once. */
export async function standingsOf(tx: Tx, standards: readonly StandardOnFile[]): Promise<StandardStanding[]> {
  const devices = new Map<string, ReturnType<typeof deviceBasis>>();
  for (const { row } of standards) {
    if (devices.has(row.modelId)) continue;
    devices.set(row.modelId, deviceBasis((await deviceForDossier(tx, row.modelId))?.device ?? {}));
  }
  return standards.map(({ row, decisionStands }) => {
    const basis = readBasis(row);
    const device = devices.get(row.modelId);
    const changed = [
      ...(device ? deviceChanges(basis, device) : []),
      ...editionChanges(basis.editions, editionsNow(basis.editions)),
    ];
    return standingOf(row, { today: today(), decisionStands, changes: changed });
  });
}

/** The standard change under which a change was approved; null: none. */
export async function standardUsedBy(tx: Tx, orgId: string, changeId: string): Promise<StandardOnFile | null> {
  const [use] = await tx
    .select({ id: standardUses.standardId })
    .from(standardUses)
    .where(and(eq(standardUses.orgId, orgId), eq(standardUses.changeId, changeId)));
  return use ? standardOf(tx, orgId, use.id) : null;
}
