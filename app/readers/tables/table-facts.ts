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
    // What a heading may mean when it does not mean one thing only: a person says.
    to_decide: meanings.flatMap(({ column, heading, sure, candidates }) =>
      sure || candidates.length === 0 ? [] : [{ column, heading, candidates }],
    ),
    row_count: rowCount,
  };
}
