import { Link } from '@remix-run/react';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import type { RationaleUse } from './uses.server';

/** Where a rationale was read, or what was read here; with the note, and how many things were different. */
export function UsesPanel({ title, uses }: { title: string; uses: readonly RationaleUse[] }) {
  if (uses.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className="flex flex-col gap-3">
        {uses.map(({ id, other, note, differences, usedByName, usedAt }) => (
          <li key={id}>
            <Link to={`/changes/${other.id}`} className="inline-block py-0.5 font-semibold underline">
              {other.reference}
            </Link>{' '}
            {other.title}
            <span className="quiet block">
              {usedByName}, {timeInWords(usedAt)}; {differences.length === 0 ? 'nothing' : differences.length} different
              then
            </span>
            <LongText text={note} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
