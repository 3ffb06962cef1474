/** What `inspect` prints of a table. */
import type { FoundTable } from './collect-rows';
import { proposeMapping } from './headings';

export function tableFacts({ headings, headingRow, rowCount }: FoundTable): Record<string, unknown> {
  const meanings = proposeMapping(headings);
  return {
    headings,
    heading_row: headingRow,
    recognised: meanings.flatMap(({ column, heading, field, sure }) =>
      field ? [{ column, heading, field, sure }] : [],
    ),
    row_count: rowCount,
  };
}
