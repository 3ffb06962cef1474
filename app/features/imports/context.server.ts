/** What one run over an import carries along. */
import { type ImportRow, whoActed } from './import-row.server';
import type { Context } from './rows/row-kind';

export const contextOf = (row: ImportRow): Context => ({
  ...{ orgId: row.orgId, row, options: row.options, by: whoActed(row) },
  ...{ seen: new Map(), kept: new Map(), events: [] },
});
