import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { SupportClock, SupportClocks } from './support-clocks';

const LOOK = { ended: 'error', running: 'plain', no_end: 'settled', unknown: 'open' } as const;

function inWords({ state, on }: SupportClock): string {
  if (state === 'unknown') return 'not known';
  if (state === 'no_end' || !on) return 'no end announced';
  return state === 'ended' ? `ended ${dateInWords(on)}` : `until ${dateInWords(on)}`;
}

/** Three clocks on one line, the first to run out first; what nobody knows is said, and may be earlier. */
export function SupportLine({ support }: { support: SupportClocks }) {
  const { clocks, first, notKnown } = support;
  const leading = clocks.find(({ kind }) => kind === first);
  return (
    <Panel title="What runs out first">
      <ol className="flex flex-wrap gap-x-6 gap-y-2">
        {clocks.map((clock) => (
          <li key={clock.kind}>
            <span className="font-medium">{clock.what}</span>{' '}
            <StateBadge state={LOOK[clock.state]}>{inWords(clock)}</StateBadge>
            <span className="quiet block text-[0.93em]">{clock.from}</span>
          </li>
        ))}
      </ol>
      <p className="mt-2">
        {leading ? `${leading.what} first: ${inWords(leading)}.` : 'No end of support is known.'}
        {notKnown.length > 0 && leading ? ` Not known, and possibly earlier: ${notKnown.join(', ')}.` : ''}
      </p>
    </Panel>
  );
}
