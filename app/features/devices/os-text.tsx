/** An operating system and whether it is still supported, in words. */
import { StateBadge } from '../../ui/badge';
import { dateInWords } from '../../ui/time';
import type { OsSupport } from './os-support';

/** "support ended 14 Jan 2020" */
export function supportInWords({ state, lastDay, lastPaidDay }: OsSupport): string {
  switch (state) {
    case 'ended':
      return `support ended${lastDay ? ` ${dateInWords(lastDay)}` : ''}`;
    case 'paid':
      return `support ended${lastDay ? ` ${dateInWords(lastDay)}` : ''}, paid updates until ${lastPaidDay ? dateInWords(lastPaidDay) : '?'}`;
    case 'supported':
      return lastDay ? `supported until ${dateInWords(lastDay)}` : 'supported';
    case 'unknown':
      return 'support not known';
  }
}

const LOOK = { ended: 'error', paid: 'warning', supported: 'plain', unknown: 'plain' } as const;

/** For pages: name and state; for tables `compact` puts the state below. */
export function OsText({ os, support, compact }: { os: string; support: OsSupport; compact?: boolean }) {
  if (!os) return <span className="quiet">not recorded</span>;
  if (compact) {
    return (
      <>
        {os}
        <span className={`block text-[0.93em] ${support.state === 'ended' ? 'font-medium text-error' : 'quiet'}`}>
          {supportInWords(support)}
        </span>
      </>
    );
  }
  return (
    <>
      {os} <StateBadge state={LOOK[support.state]}>{supportInWords(support)}</StateBadge>
    </>
  );
}
