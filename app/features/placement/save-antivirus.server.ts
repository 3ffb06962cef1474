/** Recording what the maker says on anti-virus, and clinical hours. Two editors: the second is told and loses nothing. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { antivirusStatements, clinicalHours } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { conflictOver } from '../conflict.server';
import { lockModel, modelObject } from '../devices/model-row.server';
import { sourceColumns, sourceInWords, sourceOf, sourceOfColumns } from '../provenance/source';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { type HoursInput, STATEMENT_FIELDS, type StatementInput } from './antivirus-form';
import { makerOf, statementRow } from './antivirus-rows.server';
import { windowInWords } from './weekly';

const RETIRED = 'This model is retired. Restore it before you edit what is said of it.';

/** Saves what the maker says; null when the organisation has no such model. */
export const saveStatement = (actor: Actor, modelId: string, input: StatementInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    // The model's row is the lock that makes two first writers wait for each other.
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    if (model.retiredAt) return refused('', RETIRED);
    const row = await statementRow(tx, actor.orgId, modelId);
    const { version: based, saidBy: _by, sourceDocument: _in, sourcePage: _on, sourceDate: _at, ...values } = input;
    const source = sourceOf(input);
    const [was, is] = [row && sourceInWords(sourceOfColumns(row)), sourceInWords(source)];
    const changed = [
      ...fieldChanges(STATEMENT_FIELDS, makerOf(row), values),
      ...(was === is ? [] : [{ field: 'source', label: 'Source', from: was, to: is }]),
    ];
    if (row && based !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (changed.length === 0) return saved(modelId);
    const version = (row?.version ?? 0) + 1;
    const stamp = { version, updatedAt: new Date(), updatedBy: actor.userId };
    const columns = { ...values, ...sourceColumns(source), ...stamp };
    if (row) {
      await tx
        .update(antivirusStatements)
        .set(columns)
        .where(and(eq(antivirusStatements.orgId, actor.orgId), eq(antivirusStatements.id, row.id)));
    } else {
      await tx.insert(antivirusStatements).values({ orgId: actor.orgId, modelId, ...columns, createdBy: actor.userId });
    }
    await record(tx, auditActor(actor), {
      action: 'antivirus.stated',
      object: modelObject(modelId, model.values),
      detail: { version, changed: changed.map((one) => ({ ...one })), source: { ...source } },
    });
    return saved(modelId);
  });

/** Adds clinical hours, of the model or of a place; null when the organisation has no such model. */
export const addHours = (actor: Actor, modelId: string, input: HoursInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    if (model.retiredAt) return refused('', RETIRED);
    const { label, windows, scope, site, location, source } = input;
    await tx.insert(clinicalHours).values({
      ...{ orgId: actor.orgId, modelId: scope === 'model' ? modelId : null, site, location, label, windows, source },
      ...{ createdBy: actor.userId, updatedBy: actor.userId },
    });
    await record(tx, auditActor(actor), {
      action: 'hours.set',
      object: modelObject(modelId, model.values),
      detail: { label, windows: windows.map(windowInWords), scope, site, location, source },
    });
    return saved(modelId);
  });

/** Ends clinical hours; null when the organisation has none of that id. */
export const retireHours = (actor: Actor, modelId: string, hoursId: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    const now = new Date();
    const [gone] = await tx
      .update(clinicalHours)
      .set({ retiredAt: now, updatedAt: now, updatedBy: actor.userId })
      .where(and(eq(clinicalHours.orgId, actor.orgId), eq(clinicalHours.id, hoursId), isNull(clinicalHours.retiredAt)))
      .returning({ label: clinicalHours.label, windows: clinicalHours.windows });
    if (!gone) return null;
    const detail: Record<string, Json> = { label: gone.label, windows: gone.windows.map(windowInWords), retired: true };
    await record(tx, auditActor(actor), { action: 'hours.set', object: modelObject(modelId, model.values), detail });
    return saved(hoursId);
  });
