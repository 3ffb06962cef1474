/**
 * Whether an incident would have reached a unit as it stands today: yes, no, or not known with what is missing. Pure.
 * Nothing that is not known counts as no, and a control without a fresh proof does not count as in place.
 */
import type { MeasureId } from '../../regulation/options/measures';
import { measureOf } from '../../regulation/options/measures';
import type { Incident, Need } from './incident';
import type { ReadSystem } from './windows';

/** null: not known. */
export type Tri = boolean | null;

/** What is known of units that are alike. */
export interface ReplayFacts {
  system: ReadSystem;
  network: Tri;
  /** Kind of device, in the register's words. */
  device: string;
  /** Whether the supplier reaches it, or it needs a service of the supplier. */
  supplier: Tri;
  /** Whether a security agent runs on it. */
  agent: Tri;
  /** Vulnerabilities with what matching, or the maker, says: open on it, or not. */
  faults: ReadonlyMap<string, boolean>;
  /** Ports on which it is declared to be reached. */
  listens: ReadonlySet<number>;
  /** Controls recorded for it: true where a fresh proof shows that they work. */
  controls: ReadonlyMap<MeasureId, boolean>;
}

interface Answered {
  is: Tri;
  /** Why, or what is missing. */
  says: string;
}

export type Verdict = 'hit' | 'not' | 'unknown';

export interface Replay {
  verdict: Verdict;
  /** For "hit": what it needed and found. For "not": what stood in its way. */
  because: string[];
  /** What would have to be known. Empty unless it is not known. */
  missing: string[];
  /** Measures in place that held it. */
  heldBy: MeasureId[];
  /** Measures that are not shown to be in place, and would have stopped or slowed it. */
  wouldHelp: { measure: MeasureId; effect: 'stops' | 'slows' }[];
  /** Measures recorded for the unit that made it worse. */
  worse: MeasureId[];
}

const answer = (is: Tri, yes: string, no: string, missing: string): Answered => ({
  is,
  says: is === null ? missing : is ? yes : no,
});

function windowsNeed(need: Extract<Need, { kind: 'windows' }>, { system }: ReplayFacts): Answered {
  if (system === null) return { is: null, says: 'its operating system' };
  if (system === 'windows') return { is: null, says: 'which Windows it runs' };
  const is = system !== 'other' && need.of.includes(system);
  return answer(is, 'it runs a Windows that was hit', 'its operating system was not hit', '');
}

function faultNeed({ cves, patch }: Extract<Need, { kind: 'fault' }>, { faults }: ReplayFacts): Answered {
  const said = cves.flatMap((cve) => faults.get(cve) ?? []);
  const open = said.includes(true);
  const is = open ? true : said.length === cves.length ? false : null;
  return answer(is, 'the fault is open on it', 'the fault is not on it', `whether ${patch} is on it`);
}

function listensNeed({ port, usual }: Extract<Need, { kind: 'listens' }>, { listens }: ReplayFacts): Answered {
  const is = listens.has(port) || usual ? true : null;
  return answer(
    is,
    `it listens on port ${port}${listens.has(port) ? '' : ', as Windows does by itself'}`,
    '',
    `whether it listens on port ${port}`,
  );
}

/** Answers one need. */
export function answerNeed(need: Need, facts: ReplayFacts): Answered {
  switch (need.kind) {
    case 'network':
      return answer(
        facts.network,
        'it hangs on the network',
        'it hangs on no network',
        'whether it hangs on a network',
      );
    case 'windows':
      return windowsNeed(need, facts);
    case 'fault':
      return faultNeed(need, facts);
    case 'listens':
      return listensNeed(need, facts);
    case 'agent':
      return answer(
        facts.agent,
        'a security agent runs on it',
        'no security agent may run on it',
        'whether a security agent runs on it',
      );
    case 'supplier':
      return answer(
        facts.supplier,
        'its supplier reaches it from outside',
        'its supplier does not reach it',
        'whether it hangs on its supplier’s systems',
      );
    case 'device': {
      const device = facts.device.toLowerCase();
      const is = device === '' ? null : need.words.some((word) => device.includes(word));
      return answer(is, `it is ${need.label}`, `it is not ${need.label}`, 'what kind of device it is');
    }
    case 'unasked':
      return { is: null, says: need.what };
    case 'either': {
      const answers = need.of.map((one) => answerNeed(one, facts));
      const yes = answers.find(({ is }) => is === true);
      if (yes) return yes;
      const open = answers.filter(({ is }) => is === null).map(({ says }) => says);
      return open.length > 0
        ? { is: null, says: open.join(', or ') }
        : { is: false, says: answers.map(({ says }) => says).join(', and ') };
    }
  }
}

/** Plays an incident on units that are alike. */
export function replay(incident: Incident, facts: ReplayFacts): Replay {
  const answers = incident.needs.map((need) => answerNeed(need, facts));
  const recorded = incident.measures.filter(({ measure }) => facts.controls.has(measure));
  const heldBy = recorded
    .filter(({ measure, effect }) => effect === 'stops' && facts.controls.get(measure))
    .map(({ measure }) => measure);
  const unproved = recorded.filter(({ measure, effect }) => effect === 'stops' && !facts.controls.get(measure));
  const worse = recorded.filter(({ effect }) => effect === 'worse').map(({ measure }) => measure);
  const no = answers.filter(({ is }) => is === false).map(({ says }) => says);
  if (no.length > 0 || heldBy.length > 0) {
    const held = heldBy.map((measure) => `held by: ${measureOf(measure).label}`);
    return { verdict: 'not', because: [...no, ...held], missing: [], heldBy, wouldHelp: [], worse };
  }
  const missing = [
    ...answers.filter(({ is }) => is === null).map(({ says }) => says),
    ...unproved.map(({ measure }) => `a fresh proof that this works: ${measureOf(measure).label}`),
  ];
  return {
    verdict: missing.length > 0 ? 'unknown' : 'hit',
    because: answers.filter(({ is }) => is === true).map(({ says }) => says),
    missing,
    heldBy,
    wouldHelp: incident.measures.flatMap(({ measure, effect }) =>
      (effect === 'stops' || effect === 'slows') && !facts.controls.get(measure) ? [{ measure, effect }] : [],
    ),
    worse,
  };
}
