/** Figures one below the other: the number, of how many, and the rows behind it one click away. */
import { Link } from '@remix-run/react';
import { TableRegion } from '../../ui/table';
import { type Figure, inWordsOf } from './figures';

export interface FigureLine {
  key: string;
  label: string;
  means?: string;
  figure: Figure;
  /** What it is a share of: "units". */
  of: string;
  to: string;
  /** Instead of a number, where nobody can know it. */
  unknown?: string;
  /** Beside the number: "oldest 3 Oct 2026". */
  note?: string;
}

/** A number with its denominator; where it is zero there is nothing to open. */
export const FigureLink = ({ line }: { line: FigureLine }) => {
  if (line.unknown) return <span>{line.unknown}</span>;
  const words = inWordsOf(line.figure, line.of);
  if (line.figure.n === 0) return <span>{words}</span>;
  return (
    <Link to={line.to} className="inline-block py-0.5 font-semibold underline">
      {words}
      <span className="sr-only">: {line.label}</span>
    </Link>
  );
};

export const FigureTable = ({ label, lines }: { label: string; lines: readonly FigureLine[] }) => (
  <TableRegion label={label}>
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row" className="font-medium">
              {line.label}
              {line.means ? <span className="quiet block font-normal">{line.means}</span> : null}
            </th>
            <td data-label="How many">
              <FigureLink line={line} />
              {line.note ? <span className="quiet block">{line.note}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
