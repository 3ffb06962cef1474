/** Undecided contradictions of a supplier or a device, for its page. Nothing where there are none. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { CONTRADICTION_STATUS, type ContradictionView } from './contradiction-view';

const words = (text: string) => `“${shorten(text.replaceAll('\n', ' '), 90)}”`;

/** @param all address of the whole list, narrowed to this supplier or device */
export function ContradictionsPanel({ contradictions, all }: { contradictions: ContradictionView[]; all: string }) {
  if (contradictions.length === 0) return null;
  return (
    <Panel title="Statements that contradict" aside={<Link to={all}>All contradictions</Link>}>
      <ul className="divide-y divide-base-300">
        {contradictions.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 py-2 break-words">
            <p className="flex flex-wrap items-center gap-2">
              <Link to={`/contradictions/${one.id}`} className="inline-block min-h-6 font-semibold underline">
                {shorten(one.label, 160)}
              </Link>
              <StateBadge state={CONTRADICTION_STATUS[one.status].look}>
                {CONTRADICTION_STATUS[one.status].label}
              </StateBadge>
            </p>
            <p className="quiet">
              {words(one.one.quotation)} ({one.one.document}) and {words(one.other.quotation)} ({one.other.document})
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
