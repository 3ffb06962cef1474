/** What a supplier says elsewhere, as typed in: the list, one of them, and what the form offers. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels, quotedStatements, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { type ContradictionView, SOURCE_LABELS } from './contradiction-view';
import { contradictionsOf } from './read-contradictions.server';
import { ANY_CVE, type SubjectGroup, sayingOf, subjectChoices } from './subject-choices';
import { saidInWords } from './value-in-words';

export interface QuotationRow {
  id: string;
  label: string;
  says: string | null;
  model: string | null;
  quotation: string;
  source: string;
  document: string;
  page: string;
  saidBy: string;
  saidOn: string | null;
  recordedByName: string;
}

export interface QuotationList {
  supplier: { id: string; name: string };
  page: Page<QuotationRow>;
  contradictions: ContradictionView[];
  mayEdit: boolean;
}

const NEWEST: Sorting = { by: [sql`${quotedStatements.id}`], parts: ['uuid'] };

async function supplierOf(tx: Tx, orgId: string, id: string) {
  const [row] = await tx
    .select({ id: suppliers.id, name: suppliers.name })
    .from(suppliers)
    .where(and(eq(suppliers.orgId, orgId), eq(suppliers.id, id)));
  return row ?? null;
}

/** Null when the supplier does not exist in the actor's organisation. */
export async function listQuotations(
  actor: Actor,
  supplierId: string,
  search: URLSearchParams,
): Promise<QuotationList | null> {
  const contradictions = await contradictionsOf(actor, { supplierId });
  return inOrganisation(actor, async (tx) => {
    const supplier = await supplierOf(tx, actor.orgId, supplierId);
    if (!supplier) return null;
    const wish = pageWish(search, NEWEST.parts);
    const rows = await tx
      .select({ row: quotedStatements, model: sql<string | null>`left(${deviceModels.name}, 200)` })
      .from(quotedStatements)
      .leftJoin(
        deviceModels,
        and(eq(deviceModels.orgId, quotedStatements.orgId), eq(deviceModels.id, quotedStatements.modelId)),
      )
      .where(
        and(
          eq(quotedStatements.orgId, actor.orgId),
          eq(quotedStatements.supplierId, supplierId),
          isNull(quotedStatements.retiredAt),
          keysetCondition(NEWEST, wish, true),
        ),
      )
      .orderBy(keysetOrder(NEWEST, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(rows, wish, ({ row }) => [row.id]);
    return {
      supplier,
      contradictions,
      mayEdit: can(actor, 'supplier:write'),
      page: {
        ...page,
        rows: page.rows.map(({ row, model }) => ({
          ...{ id: row.id, label: row.label, says: saidInWords(row.subject, row.value), model },
          ...{ quotation: row.quotation, source: SOURCE_LABELS[row.source], document: row.document, page: row.page },
          ...{ saidBy: row.saidBy, saidOn: row.saidOn, recordedByName: row.recordedByName },
        })),
      },
    };
  });
}

export interface QuotationFormView {
  supplier: { id: string; name: string };
  models: { value: string; label: string }[];
  subjects: SubjectGroup[];
  find: string;
  /** Null for a new one. */
  quotation: { id: string; version: number; label: string; values: Record<string, string> } | null;
}

/** A maker with more models than that is asked for one by the search of the list of devices. */
const MOST_MODELS = 500;

/**
 * What the form shows. Null when the supplier, or the quotation, does not exist in the actor's organisation.
 * @param quotationId null for a new one
 */
export const quotationForm = (
  actor: Actor,
  supplierId: string,
  quotationId: string | null,
  find: string,
): Promise<QuotationFormView | null> =>
  inOrganisation(actor, async (tx) => {
    const supplier = await supplierOf(tx, actor.orgId, supplierId);
    if (!supplier) return null;
    const models = await tx
      .select({
        id: deviceModels.id,
        name: sql<string>`left(${deviceModels.name} || ' ' || ${deviceModels.modelNumber}, 160)`,
      })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.supplierId, supplierId)))
      .orderBy(asc(deviceModels.nameKey), asc(deviceModels.id))
      .limit(MOST_MODELS);
    const [row] = quotationId
      ? await tx
          .select()
          .from(quotedStatements)
          .where(
            and(
              eq(quotedStatements.orgId, actor.orgId),
              eq(quotedStatements.supplierId, supplierId),
              eq(quotedStatements.id, quotationId),
              isNull(quotedStatements.retiredAt),
            ),
          )
      : [];
    if (quotationId && !row) return null;
    const isCve = row?.subject.startsWith(ANY_CVE) ?? false;
    const subject = row ? (isCve ? ANY_CVE : row.subject) : '';
    return {
      supplier,
      models: models.map(({ id, name }) => ({ value: id, label: name.trim() })),
      subjects: subjectChoices(find, subject),
      find,
      quotation: row
        ? {
            ...{ id: row.id, version: row.version, label: row.label },
            values: {
              ...{ modelId: row.modelId ?? '', subject, cve: isCve ? row.subject.slice(ANY_CVE.length) : '' },
              ...sayingOf(row.value),
              ...{ quotation: row.quotation, source: row.source, document: row.document, page: row.page },
              ...{ saidBy: row.saidBy, saidOn: row.saidOn ?? '' },
            },
          }
        : null,
    };
  });
