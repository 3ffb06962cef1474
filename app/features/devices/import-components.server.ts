/** Components of a model by the thousand: what an import looks up, adds, changes and takes back. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { components } from '../../../db/schema/index.server';
import { anyId, asJsonb } from '../in-json.server';
import { type Source, type SourceColumns, sourceColumns } from '../provenance/source';
import type { Recorder } from '../provenance/state-facts.server';
import type { HeldComponent } from './compare-components';

/** Components on a model's list. */
export const listedComponents = (tx: Tx, orgId: string, modelId: string): Promise<HeldComponent[]> =>
  tx
    .select({
      id: components.id,
      name: components.name,
      release: components.release,
      supplier: components.supplier,
      purl: components.purl,
      version: components.version,
    })
    .from(components)
    .where(and(eq(components.orgId, orgId), eq(components.modelId, modelId), isNull(components.retiredAt)))
    .orderBy(asc(components.id));

export interface ComponentValues {
  id: string;
  name: string;
  release: string;
  supplier: string;
  purl: string;
}

/** A component with the source it has. */
export type SourcedComponent = ComponentValues & SourceColumns & { version: number; retired: boolean };

/** Components by id, with their sources; those of an import that is undone may be retired. */
export async function sourcedComponents(tx: Tx, orgId: string, ids: readonly string[]): Promise<SourcedComponent[]> {
  const rows = await tx
    .select()
    .from(components)
    .where(and(eq(components.orgId, orgId), sql`${components.id} = ${anyId(ids)}`));
  return rows.map(({ id, name, release, supplier, purl, saidBy, sourceDocument, sourcePage, sourceDate, ...row }) => ({
    ...{ id, name, release, supplier, purl, saidBy, sourceDocument, sourcePage, sourceDate },
    ...{ version: row.version, retired: row.retiredAt !== null },
  }));
}

const TYPES = sql.raw('id uuid, name text, release text, supplier text, purl text');

/** Adds components to a model's list; one of an undone import is taken back onto it. */
export async function addImportedComponents(
  tx: Tx,
  by: Recorder,
  modelId: string,
  added: readonly ComponentValues[],
  source: Source,
): Promise<void> {
  if (added.length === 0) return;
  const { saidBy, sourceDocument, sourcePage, sourceDate } = sourceColumns(source);
  await tx.execute(sql`
    insert into components (org_id, id, model_id, name, release, supplier, purl, said_by, source_document, source_page,
      source_date, created_by, updated_by)
    select ${by.orgId}::uuid, id, ${modelId}::uuid, name, release, supplier, purl, ${saidBy}::text,
      ${sourceDocument}::text, ${sourcePage}::text, ${sourceDate}::text, ${by.userId}::uuid, ${by.userId}::uuid
    from jsonb_to_recordset(${asJsonb(added)}) as given (${TYPES})`);
}

/** Overwrites components with what is given, each with its own source. */
export async function overwriteComponents(
  tx: Tx,
  by: Recorder,
  changed: readonly (ComponentValues & SourceColumns)[],
): Promise<void> {
  if (changed.length === 0) return;
  await tx.execute(sql`
    update components c set name = given.name, release = given.release, supplier = given.supplier, purl = given.purl,
      said_by = given."saidBy", source_document = given."sourceDocument", source_page = given."sourcePage",
      source_date = given."sourceDate", version = c.version + 1, updated_at = now(), updated_by = ${by.userId}::uuid
    from jsonb_to_recordset(${asJsonb(changed)}) as given
      (${TYPES}, "saidBy" text, "sourceDocument" text, "sourcePage" text, "sourceDate" text)
    where c.org_id = ${by.orgId} and c.id = given.id and c.id = ${anyId(changed.map(({ id }) => id))}`);
}

/** Takes components off their list, or back onto it. */
export async function setComponentsRetired(
  tx: Tx,
  by: Recorder,
  ids: readonly string[],
  retired: boolean,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(components)
    .set({
      retiredAt: retired ? sql`now()` : null,
      version: sql`${components.version} + 1`,
      updatedAt: new Date(),
      updatedBy: by.userId,
    })
    .where(and(eq(components.orgId, by.orgId), sql`${components.id} = ${anyId(ids)}`));
}
