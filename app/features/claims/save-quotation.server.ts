/** Typing in, correcting and retiring what a supplier says elsewhere; each time it is held against everything else said. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels, quotedStatements, suppliers } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { conflictOver } from '../conflict.server';
import { refused, type SaveResult, saved } from '../save-result';
import { requiredText } from '../text-input';
import { findContradictions } from './find-contradictions.server';
import type { EditQuotationForm, QuotationInput } from './quotation-form';
import { subjectInWords } from './subject';
import { saidInWords } from './value-in-words';

type Row = typeof quotedStatements.$inferSelect;

const columnsOf = (input: QuotationInput) => ({
  modelId: input.modelId || null,
  subject: input.subject,
  label: subjectInWords(input.subject),
  value: input.value,
  ...{ quotation: input.quotation, source: input.source, document: input.document, page: input.page },
  ...{ saidBy: input.saidBy, saidOn: input.saidOn },
});

type Columns = ReturnType<typeof columnsOf>;

const FIELDS = [
  ['label', 'About'],
  ['quotation', 'Words'],
  ['document', 'Document'],
  ['page', 'Page'],
  ['saidBy', 'Said by'],
  ['saidOn', 'Said on'],
] as const;

const differences = (before: Row, after: Columns) =>
  [
    ...FIELDS.map(([field, label]) => ({ field, label, from: before[field], to: after[field] })),
    {
      field: 'value',
      label: 'Says',
      from: saidInWords(before.subject, before.value),
      to: saidInWords(after.subject, after.value),
    },
  ].filter(({ from, to }) => (from ?? '') !== (to ?? ''));

const recorded = (id: string, columns: Columns, before: Row | null): AuditEvent => ({
  action: 'quotation.recorded',
  object: { type: 'quotation', id, ref: columns.label.slice(0, 300) },
  detail: {
    ...{ subject: columns.subject, value: (columns.value ?? null) as Json, quotation: columns.quotation },
    ...{ source: columns.source, document: columns.document, page: columns.page },
    ...{ said_by: columns.saidBy, said_on: columns.saidOn },
    before: before ? { quotation: before.quotation, value: (before.value ?? null) as Json } : null,
  },
});

/** Why a quotation cannot be about this supplier and device; null when it can. Undefined: no such supplier here. */
async function problemWith(
  tx: Tx,
  orgId: string,
  supplierId: string,
  modelId: string,
): Promise<SaveResult | null | undefined> {
  const [supplier] = await tx
    .select({ retiredAt: suppliers.retiredAt })
    .from(suppliers)
    .where(and(eq(suppliers.orgId, orgId), eq(suppliers.id, supplierId)));
  if (!supplier) return undefined;
  if (modelId === '') return null;
  const [model] = await tx
    .select({ id: deviceModels.id })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId), eq(deviceModels.supplierId, supplierId)));
  return model ? null : refused('modelId', 'This supplier makes no such device here. Choose from the list.');
}

/** Null when the supplier does not exist in the actor's organisation. */
export const addQuotation = (actor: Actor, supplierId: string, input: QuotationInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const problem = await problemWith(tx, actor.orgId, supplierId, input.modelId);
    if (problem === undefined || problem) return problem ?? null;
    const columns = columnsOf(input);
    const [row] = await tx
      .insert(quotedStatements)
      .values({
        ...{ orgId: actor.orgId, supplierId, ...columns },
        ...{ recordedByName: actor.name, createdBy: actor.userId, updatedBy: actor.userId },
      })
      .returning({ id: quotedStatements.id });
    if (!row) throw new Error('A quotation was not stored');
    await findContradictions(tx, auditActor(actor), { supplierId, quotationIds: [row.id] });
    await record(tx, auditActor(actor), recorded(row.id, columns, null));
    return saved(row.id);
  });

async function lockQuotation(tx: Tx, orgId: string, supplierId: string, id: string): Promise<Row | null> {
  const [row] = await tx
    .select()
    .from(quotedStatements)
    .where(
      and(
        eq(quotedStatements.orgId, orgId),
        eq(quotedStatements.supplierId, supplierId),
        eq(quotedStatements.id, id),
        isNull(quotedStatements.retiredAt),
      ),
    )
    .for('update');
  return row ?? null;
}

/** Null when the quotation does not exist, or is retired. Contradictions that were found keep the words they were found with. */
export const editQuotation = (
  actor: Actor,
  { supplierId, quotationId }: { supplierId: string; quotationId: string },
  input: z.output<typeof EditQuotationForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockQuotation(tx, actor.orgId, supplierId, quotationId);
    if (!row) return null;
    const problem = await problemWith(tx, actor.orgId, supplierId, input.modelId);
    if (problem === undefined || problem) return problem ?? null;
    const columns = columnsOf(input);
    if (input.version !== row.version) {
      const conflict = await conflictOver(tx, row, differences(row, columns));
      if (conflict) return conflict;
    }
    await tx
      .update(quotedStatements)
      .set({
        ...columns,
        version: sql`${quotedStatements.version} + 1`,
        updatedAt: new Date(),
        updatedBy: actor.userId,
      })
      .where(and(eq(quotedStatements.orgId, actor.orgId), eq(quotedStatements.id, quotationId)));
    await findContradictions(tx, auditActor(actor), { supplierId, quotationIds: [quotationId] });
    await record(tx, auditActor(actor), recorded(quotationId, columns, row));
    return saved(quotationId);
  });

export const RetireQuotationForm = z.object({
  reason: requiredText('Say why, in a few words. The record keeps it.'),
});

/** It is compared with nothing any more; what was found stays. Null when it does not exist, or is retired already. */
export const retireQuotation = (
  actor: Actor,
  { supplierId, quotationId }: { supplierId: string; quotationId: string },
  { reason }: z.output<typeof RetireQuotationForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockQuotation(tx, actor.orgId, supplierId, quotationId);
    if (!row) return null;
    await tx
      .update(quotedStatements)
      .set({ retiredAt: new Date(), updatedAt: new Date(), updatedBy: actor.userId })
      .where(and(eq(quotedStatements.orgId, actor.orgId), eq(quotedStatements.id, quotationId)));
    await record(tx, auditActor(actor), {
      action: 'quotation.retired',
      object: { type: 'quotation', id: quotationId, ref: row.label.slice(0, 300) },
      detail: { quotation: row.quotation, document: row.document },
      reason,
    });
    return saved(quotationId);
  });
