/**
 * Until when somebody still looks after a unit: the maker of the operating system, the maker of the device, and whoever
 * was paid to. Three clocks on one line, and which runs out first. Not known is never "supported". Pure.
 */
import type { OsName, OsSupport } from '../devices/os-support';
import { osInWords } from '../devices/os-support';

export type ClockKind = 'os' | 'maker' | 'contract';
export type ClockState = 'ended' | 'running' | 'no_end' | 'unknown';

export interface SupportClock {
  kind: ClockKind;
  /** "Windows 7 SP1", "The maker", "The contract". */
  what: string;
  /** Last day; null where there is none or it is not known. */
  on: string | null;
  state: ClockState;
  /** Where the day comes from. */
  from: string;
}

export interface SupportClocks {
  clocks: SupportClock[];
  /** The clock that ran out, or runs out, first of those that are known; null: none is known. */
  first: ClockKind | null;
  /** "Windows 7 SP1 first: ended 14 Jan 2020 …" is made by the view; this says what could still be earlier. */
  notKnown: string[];
}

export interface SupportFacts {
  os: OsName;
  osSupport: OsSupport;
  /** The day comes from dates that were imported, and not from those that come with the program. */
  osImported: boolean;
  makerSupportEnds: string | null;
  contractEnds: string | null;
}

const state = (on: string | null, today: string): ClockState =>
  on === null ? 'unknown' : on < today ? 'ended' : 'running';

function osClock({ os, osSupport, osImported }: SupportFacts, today: string): SupportClock {
  const what = osInWords(os) || 'Operating system';
  const from = osImported ? 'imported end-of-support dates' : 'end-of-support dates that come with the program';
  if (osSupport.state === 'unknown') {
    return { kind: 'os', what, on: null, state: 'unknown', from: osInWords(os) ? 'no date held' : 'not recorded' };
  }
  const { lastDay } = osSupport;
  return { kind: 'os', what, on: lastDay, state: lastDay === null ? 'no_end' : state(lastDay, today), from };
}

/** The three clocks in the order of their ends, those without a known end last. */
export function supportClocks(facts: SupportFacts, today: string): SupportClocks {
  const { makerSupportEnds: maker, contractEnds: contract } = facts;
  const clocks: SupportClock[] = [
    osClock(facts, today),
    {
      kind: 'maker',
      what: 'The maker',
      on: maker,
      state: state(maker, today),
      from: maker ? 'register' : 'not recorded',
    },
    {
      kind: 'contract',
      what: 'The contract',
      on: contract,
      state: state(contract, today),
      from: contract ? 'network details of the unit' : 'not recorded',
    },
  ];
  const last = '9999-12-31';
  clocks.sort((one, other) =>
    (one.on ?? last) < (other.on ?? last) ? -1 : (one.on ?? last) > (other.on ?? last) ? 1 : 0,
  );
  return {
    clocks,
    first: clocks[0]?.on ? clocks[0].kind : null,
    notKnown: clocks.filter((clock) => clock.state === 'unknown').map(({ what }) => what),
  };
}
