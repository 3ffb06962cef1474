/** Reads everything that hangs on some changes: a fixed number of queries, however many changes they are. */
import { and, asc, desc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  assessments,
  changeAttachments,
  changeConditions,
  changeOptions,
  changePlans,
  changeSnapshots,
  changeStatements,
  changes,
  changeUnits,
  claimChanges,
  claims,
  derivedConfirmations,
  deviceModels,
  dissents,
  documents,
  emergencies,
  hazards,
  implementations,
  planChecks,
  reportabilityTriages,
  riskAcceptances,
  riskRatings,
  signatures,
  signOffPolicies,
  signOffRounds,
  standardChanges,
  standardUses,
  suppliers,
  units,
  verifications,
} from '../../../db/schema/index.server';

const { model: _model, bytes: _bytes, ...documentColumns } = getTableColumns(documents);
const { searchKey: _searchKey, neededKey: _neededKey, ...changeColumns } = getTableColumns(changes);

/** Rows of one kind for all changes; grouped by `byChange` afterwards. */
export async function rowsOfChanges(tx: Tx, orgId: string, ids: readonly string[]) {
  const some = [...ids];
  const heads = await tx
    .select({
      change: changeColumns,
      model: { id: deviceModels.id, name: deviceModels.name, modelNumber: deviceModels.modelNumber },
      supplier: { id: suppliers.id, name: suppliers.name },
    })
    .from(changes)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(eq(changes.orgId, orgId), inArray(changes.id, some)))
    .orderBy(asc(changes.reference));
  return {
    heads,
    units: await tx
      .select({
        changeId: changeUnits.changeId,
        id: units.id,
        serial: units.serial,
        location: units.location,
      })
      .from(changeUnits)
      .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
      .where(and(eq(changeUnits.orgId, orgId), inArray(changeUnits.changeId, some)))
      .orderBy(asc(units.serial), asc(units.id)),
    ...(await statedAbout(tx, orgId, some)),
    ...(await signedAbout(tx, orgId, some)),
    ...(await doneAbout(tx, orgId, some)),
  };
}

export type ChangeRows = Awaited<ReturnType<typeof rowsOfChanges>>;

/** Facts, answers, assessments, options, risk. */
async function statedAbout(tx: Tx, orgId: string, ids: string[]) {
  return {
    statements: await tx
      .select()
      .from(changeStatements)
      .where(
        and(
          eq(changeStatements.orgId, orgId),
          inArray(changeStatements.changeId, ids),
          isNull(changeStatements.supersededAt),
        ),
      )
      .orderBy(asc(changeStatements.recordedAt), asc(changeStatements.id)),
    assessments: await tx
      .selectDistinctOn([assessments.changeId])
      .from(assessments)
      .where(and(eq(assessments.orgId, orgId), inArray(assessments.changeId, ids)))
      .orderBy(assessments.changeId, desc(assessments.number)),
    confirmations: await tx
      .select()
      .from(derivedConfirmations)
      .where(and(eq(derivedConfirmations.orgId, orgId), inArray(derivedConfirmations.changeId, ids))),
    options: await tx
      .select()
      .from(changeOptions)
      .where(and(eq(changeOptions.orgId, orgId), inArray(changeOptions.changeId, ids)))
      .orderBy(asc(changeOptions.option)),
    ratings: await tx
      .select()
      .from(riskRatings)
      .where(and(eq(riskRatings.orgId, orgId), inArray(riskRatings.changeId, ids), isNull(riskRatings.supersededAt)))
      .orderBy(asc(riskRatings.axis), asc(riskRatings.moment)),
    hazards: await tx
      .select()
      .from(hazards)
      .where(and(eq(hazards.orgId, orgId), inArray(hazards.changeId, ids)))
      .orderBy(asc(hazards.number)),
    acceptances: await tx
      .select()
      .from(riskAcceptances)
      .where(and(eq(riskAcceptances.orgId, orgId), inArray(riskAcceptances.changeId, ids)))
      .orderBy(asc(riskAcceptances.number)),
    triages: await tx
      .select()
      .from(reportabilityTriages)
      .where(and(eq(reportabilityTriages.orgId, orgId), inArray(reportabilityTriages.changeId, ids)))
      .orderBy(asc(reportabilityTriages.number)),
    claims: await tx
      .select({ changeId: claimChanges.changeId, claim: claims })
      .from(claimChanges)
      .innerJoin(claims, and(eq(claims.orgId, claimChanges.orgId), eq(claims.id, claimChanges.claimId)))
      .where(and(eq(claimChanges.orgId, orgId), inArray(claimChanges.changeId, ids)))
      .orderBy(asc(claims.id)),
  };
}

/** Snapshots, rounds, signatures, dissents, conditions, and the policies that asked for them. */
async function signedAbout(tx: Tx, orgId: string, ids: string[]) {
  const { id, changeId, number, sha256, takenAt } = changeSnapshots;
  return {
    policies: await tx
      .select({ number: signOffPolicies.number, policy: signOffPolicies.policy })
      .from(signOffPolicies)
      .where(eq(signOffPolicies.orgId, orgId))
      .orderBy(asc(signOffPolicies.number)),
    snapshots: await tx
      .select({ id, changeId, number, sha256, takenAt })
      .from(changeSnapshots)
      .where(and(eq(changeSnapshots.orgId, orgId), inArray(changeId, ids)))
      .orderBy(asc(number)),
    rounds: await tx
      .select()
      .from(signOffRounds)
      .where(and(eq(signOffRounds.orgId, orgId), inArray(signOffRounds.changeId, ids)))
      .orderBy(asc(signOffRounds.number)),
    signatures: await tx
      .select()
      .from(signatures)
      .where(and(eq(signatures.orgId, orgId), inArray(signatures.changeId, ids)))
      .orderBy(asc(signatures.signedAt), asc(signatures.id)),
    dissents: await tx
      .select()
      .from(dissents)
      .where(and(eq(dissents.orgId, orgId), inArray(dissents.changeId, ids)))
      .orderBy(asc(dissents.number)),
    conditions: await tx
      .select()
      .from(changeConditions)
      .where(and(eq(changeConditions.orgId, orgId), inArray(changeConditions.changeId, ids)))
      .orderBy(asc(changeConditions.number)),
    standards: await tx
      .select({
        changeId: standardUses.changeId,
        number: standardChanges.number,
        title: standardChanges.title,
        usedAt: standardUses.usedAt,
        usedByName: standardUses.usedByName,
      })
      .from(standardUses)
      .innerJoin(
        standardChanges,
        and(eq(standardChanges.orgId, standardUses.orgId), eq(standardChanges.id, standardUses.standardId)),
      )
      .where(and(eq(standardUses.orgId, orgId), inArray(standardUses.changeId, ids))),
  };
}

/** Plan, tests, what was done on units, verification, emergencies, files and papers. */
async function doneAbout(tx: Tx, orgId: string, ids: string[]) {
  return {
    plans: await tx
      .select()
      .from(changePlans)
      .where(and(eq(changePlans.orgId, orgId), inArray(changePlans.changeId, ids))),
    checks: await tx
      .select()
      .from(planChecks)
      .where(and(eq(planChecks.orgId, orgId), inArray(planChecks.changeId, ids), isNull(planChecks.supersededAt)))
      .orderBy(asc(planChecks.key)),
    implementations: await tx
      .select({ done: implementations, serial: units.serial })
      .from(implementations)
      .innerJoin(units, and(eq(units.orgId, implementations.orgId), eq(units.id, implementations.unitId)))
      .where(
        and(
          eq(implementations.orgId, orgId),
          inArray(implementations.changeId, ids),
          isNull(implementations.supersededAt),
        ),
      )
      .orderBy(asc(units.serial), asc(implementations.id)),
    verifications: await tx
      .select()
      .from(verifications)
      .where(and(eq(verifications.orgId, orgId), inArray(verifications.changeId, ids)))
      .orderBy(asc(verifications.number)),
    emergencies: await tx
      .select()
      .from(emergencies)
      .where(and(eq(emergencies.orgId, orgId), inArray(emergencies.changeId, ids)))
      .orderBy(asc(emergencies.declaredAt), asc(emergencies.id)),
    attachments: await tx
      .select()
      .from(changeAttachments)
      .where(and(eq(changeAttachments.orgId, orgId), inArray(changeAttachments.changeId, ids)))
      .orderBy(asc(changeAttachments.uploadedAt), asc(changeAttachments.id)),
    documents: await tx
      .select(documentColumns)
      .from(documents)
      .where(and(eq(documents.orgId, orgId), inArray(documents.changeId, ids)))
      .orderBy(asc(documents.reference)),
  };
}
