import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { endingInWords, endingState } from '../certifications/expiry';
import type { Clock } from './clocks';

const LOOK = {
  expired: 'error',
  soon: 'warning',
  year: 'info',
  far: 'plain',
  none: 'plain',
  unknown: 'plain',
} as const;

/** "What runs out first": every clock of a model on one line. */
export const ClocksPanel = ({ clocks, today }: { clocks: Clock[]; today: string }) => (
  <Panel title="What runs out first">
    <ol className="flex flex-col">
      {clocks.map(({ what, on, note }) => {
        const end = { expiresOn: on, doesNotExpire: false };
        return (
          <li
            key={what}
            className="flex flex-wrap justify-between gap-x-3 border-t border-base-300 py-1.5 first:border-t-0"
          >
            <span className="min-w-0">
              {shorten(what, 80)} <span className="quiet block text-[0.93em]">{note}</span>
            </span>
            <span className="md:text-right">
              {on ? <span className="block whitespace-nowrap">{dateInWords(on)}</span> : null}
              <StateBadge state={LOOK[endingState(end, today)]}>
                {on ? endingInWords(end, today) : 'not known'}
              </StateBadge>
            </span>
          </li>
        );
      })}
    </ol>
  </Panel>
);
