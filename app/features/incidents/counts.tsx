/** The figures of an incident, each a way to the units behind it, each with what it is out of. */
import { Link } from '@remix-run/react';
import { SHOWN } from './address';
import type { Counted } from './count-replay';
import type { Verdict } from './replay';

const number = (n: number) => n.toLocaleString('en-GB');

const SHAPES: Record<Verdict, string> = { hit: '■', unknown: '◐', not: '○' };

/** Three figures in a row; the units are listed further down. */
export function Counts({
  counted,
  link,
  shown,
}: {
  counted: Counted;
  link: (of: Verdict) => string;
  shown: Verdict | null;
}) {
  return (
    <ul className="grid gap-3 sm:grid-cols-3">
      {SHOWN.map(({ value, label }) => (
        <li key={value} className="panel p-4">
          <Link
            to={link(value)}
            aria-current={shown === value ? 'true' : undefined}
            className="text-[1.7em] leading-tight font-semibold tabular-nums underline decoration-base-content/40 underline-offset-4"
          >
            {number(counted[value])}
            <span className="sr-only"> units: {label}</span>
          </Link>
          <span className="block">
            <span aria-hidden="true">{SHAPES[value]} </span>
            {label}
          </span>
          <span className="quiet block">of {number(counted.units)} units in use</span>
        </li>
      ))}
    </ul>
  );
}

/** "12 / 30 / 5" in a table. */
export const CountCells = ({ counted }: { counted: Counted }) => (
  <>
    {SHOWN.map(({ value, label }) => (
      <td key={value} data-label={label} className="tabular-nums">
        {number(counted[value])}
      </td>
    ))}
  </>
);
