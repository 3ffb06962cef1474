/** The completeness check: what is missing first, in words. */
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import type { CompletenessLine } from './completeness';

const LOOK = { evidenced: 'success', not_evidenced: 'open', not_applicable: 'plain' } as const;
const WORDS = { evidenced: 'evidenced', not_evidenced: 'not evidenced', not_applicable: 'not applicable' } as const;
const ORDER = ['not_evidenced', 'evidenced', 'not_applicable'] as const;

export const CompletenessTable = ({ lines }: { lines: CompletenessLine[] }) => (
  <TableRegion label="Completeness">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">What an inspector looks for</th>
          <th scope="col">State</th>
          <th scope="col">In words</th>
        </tr>
      </thead>
      <tbody>
        {ORDER.flatMap((state) =>
          lines
            .filter((line) => line.state === state)
            .map((line) => (
              <tr key={line.key}>
                <td data-label="">{line.label}</td>
                <td data-label="State">
                  <StateBadge state={LOOK[line.state]}>{WORDS[line.state]}</StateBadge>
                </td>
                <td data-label="In words" className="break-words">
                  {line.words}
                </td>
              </tr>
            )),
        )}
      </tbody>
    </table>
  </TableRegion>
);
