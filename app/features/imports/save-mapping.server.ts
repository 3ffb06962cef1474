/** A person says what the columns of a table mean; rows are then held against the register by it. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { imports } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { enqueue } from '../jobs/enqueue.server';
import { refused, type SaveResult, saved } from '../save-result';
import { storableText } from '../text-input';
import { fileDetail, type ImportRow, importObject, lockImport, ownImport } from './import-row.server';
import { type ColumnMapping, isDateField, isField, mappingProblems, settleDates } from './mapping/column-mapping';
import { dateCells, keepProfile } from './mapping/profiles.server';

const Order = z.enum(['day_first', 'month_first']);

/** The headings of an import's table, as written. */
export const headingsOf = (row: Pick<ImportRow, 'head'>): string[] => {
  const headings = row.head?.facts.headings;
  return Array.isArray(headings) ? headings.map(String) : [];
};

/** What is said of each column: "column.3" → field, "dates.3" → order. Names of fields that do not exist are left out. */
export function postedMapping(form: FormData, columns: number): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (let column = 0; column < columns; column += 1) {
    const field = String(form.get(`column.${column}`) ?? '');
    if (!isField(field)) continue;
    mapping[String(column)] = field;
    const order = Order.safeParse(form.get(`dates.${column}`));
    if (isDateField(field) && order.success) mapping[`${column}.dates`] = order.data;
  }
  return mapping;
}

const LONGEST_NAME = 120;

/** Saves the mapping; null when the organisation has no such import, or it is no table. */
export const saveMapping = (actor: Actor, id: string, form: FormData): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockImport(tx, actor.orgId, id);
    if (row?.kind !== 'table') return null;
    if (row.status !== 'mapping' && row.status !== 'ready' && row.status !== 'undone') {
      return refused('', 'The columns of this import cannot be named any more.');
    }
    const headings = headingsOf(row);
    const said = postedMapping(form, headings.length);
    const problems = mappingProblems(said);
    if (problems.length > 0) return refused('', problems.join(' '));
    const { mapping, open } = settleDates(said, await dateCells(tx, actor.orgId, id, said));
    if (open.length > 0) {
      const message = 'Say whether the day or the month stands first: these dates can be read in both ways.';
      return {
        ok: false,
        errors: Object.fromEntries(open.map((column) => [`dates.${column}`, [message]])),
        conflict: null,
      };
    }
    const name = storableText(String(form.get('profile') ?? ''))
      .trim()
      .slice(0, LONGEST_NAME);
    const events: AuditEvent[] = [
      {
        action: 'import.mapped',
        object: importObject(row),
        detail: { ...fileDetail(row), columns: named(mapping, headings) },
      },
    ];
    if (name) {
      await keepProfile(tx, actor, name, headings, mapping);
      events.push({
        ...{ action: 'import.profile_saved', object: { type: 'column_profile', id: null, ref: name } },
        detail: { columns: named(mapping, headings) },
      });
    }
    await tx
      .update(imports)
      .set({
        ...{ mapping, status: 'reading', progress: 0, cancelAsked: false, version: row.version + 1 },
        ...{ updatedAt: new Date(), updatedBy: actor.userId },
      })
      .where(ownImport(actor.orgId, id));
    await enqueue(tx, 'import.run', { orgId: actor.orgId, importId: id });
    await record(tx, auditActor(actor), ...events);
    return saved(id);
  });

/** "Serial No (column 3)" → field. */
const named = (mapping: ColumnMapping, headings: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapping).map(([key, field]) => {
      const [column = '', what] = key.split('.');
      const heading = `${headings[Number(column)] ?? ''} (column ${Number(column) + 1})`;
      return [what ? `${heading}, ${what}` : heading, field];
    }),
  );
