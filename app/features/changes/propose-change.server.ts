/** Beginning a proposal: a draft with its reference, kept from the first step on. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, deviceModels } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { presentMoment } from '../today';
import type { WhatInput } from './change-form';
import { changeObject, lockChange } from './change-row.server';
import { chooseUnits } from './choose-units.server';
import { type EditChangeResult, editWithin } from './edit-change.server';
import { nextChangeReference } from './references.server';
import { RefusedInside } from './refusal.server';
import type { UnitChoice } from './unit-choice';

export interface Proposal extends WhatInput {
  modelId: string;
  units: UnitChoice;
  /** Made with the form, so that a form sent twice makes one draft. */
  draftId: string;
}

/** The same form, sent a second time, found the first sending's draft only after waiting for its reference number. */
class SentTwice extends Error {}

/**
 * Creates the draft. Sent a second time, the same form edits the draft that the first sending made.
 * Refusals name the field; a model of another organisation is refused like one that does not exist.
 */
export async function proposeChange(actor: Actor, proposal: Proposal): Promise<EditChangeResult> {
  try {
    return await inOrganisation(actor, (tx) => propose(tx, actor, proposal));
  } catch (error) {
    if (error instanceof RefusedInside) return { ok: false, errors: error.errors, conflict: null };
    if (error instanceof SentTwice) return proposeChange(actor, proposal);
    throw error;
  }
}

const fieldsOf = (proposal: Proposal): WhatInput => ({
  title: proposal.title,
  description: proposal.description,
  kinds: proposal.kinds,
  softwareVersion: proposal.softwareVersion,
  vulnerabilities: proposal.vulnerabilities,
  neededBy: proposal.neededBy,
});

async function propose(tx: Tx, actor: Actor, proposal: Proposal): Promise<EditChangeResult> {
  const [model] = await tx
    .select({ id: deviceModels.id, name: deviceModels.name, softwareVersion: deviceModels.softwareVersion })
    .from(deviceModels)
    .where(
      and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, proposal.modelId), isNull(deviceModels.retiredAt)),
    );
  if (!model) throw new RefusedInside({ modelId: ['Choose a device model from the register.'] });
  const present = await lockChange(tx, actor.orgId, proposal.draftId);
  if (present) return editWithin(tx, actor, present, { version: 1, fields: fieldsOf(proposal), units: proposal.units });
  const now = presentMoment();
  const reference = await nextChangeReference(tx, actor.orgId, now);
  const [row] = await tx
    .insert(changes)
    .values({
      orgId: actor.orgId,
      id: proposal.draftId,
      reference,
      modelId: model.id,
      ...fieldsOf(proposal),
      softwareVersion: proposal.softwareVersion || model.softwareVersion,
      proposerId: actor.userId,
      proposerName: actor.name,
      step: 'where',
      ...{ createdAt: now, createdBy: actor.userId, updatedAt: now, updatedBy: actor.userId },
    })
    .onConflictDoNothing({ target: [changes.orgId, changes.id] })
    .returning();
  if (!row) throw new SentTwice();
  const units = await chooseUnits(tx, actor.orgId, row, proposal.units);
  if (!units.ok) throw new RefusedInside(units.errors);
  await record(tx, auditActor(actor), {
    action: 'change.proposed',
    object: changeObject(row),
    detail: {
      version: row.version,
      title: row.title,
      model: model.name,
      modelId: model.id,
      kinds: row.kinds,
      vulnerabilities: row.vulnerabilities.map(({ cve }) => cve),
      units: units.after,
    },
  });
  return { ok: true, id: row.id, reference: row.reference, version: row.version };
}
