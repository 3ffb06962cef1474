/**
 * What a place does to a vector: environmental metrics, each with its reason. Twice: with what is proved, and with what
 * is only said. The score of the second is the least that can be, that of the first the greatest. Pure.
 */

import type { Place } from './place';
import { isTri, type Reason, type Tri } from './reason';
import { RUBRIC, type RubricMetric, type RubricValue, rubricValues } from './rubric';
import type { Modified, Vector } from './score';

/** One answer in force, as far as the score needs it. */
export interface SaidAnswer {
  question: string;
  answer: string;
  reason: string;
  saidByName: string;
}

export interface Modifications {
  /** Nothing that is not proved. */
  proved: Modified;
  /** With every control that is said to be there. */
  claimed: Modified;
  reasons: Reason[];
  /** What would have to be known or proved for the two to agree. */
  open: string[];
}

const RANK = ['P', 'L', 'A', 'N'];
const lower = (one: string, other: string): string => (RANK.indexOf(one) <= RANK.indexOf(other) ? one : other);

/** How far an attacker still comes behind a control. Ours, derived: no authority publishes it. */
const LEFT_BEHIND: Readonly<Record<string, { left: string; says: string }>> = {
  isolation: { left: 'L', says: 'off the network: only somebody, or a medium, at the device itself' },
  segmentation: { left: 'A', says: 'only machines of its own segment reach it' },
  network_firewall: { left: 'A', says: 'only listed peers reach it' },
};

const REQUIREMENTS = { CR: 'Confidentiality', IR: 'Integrity', AR: 'Availability' } as const;
const WEIGHTS: Readonly<Record<string, string>> = { low: 'L', medium: 'M', high: 'H' };

/** Name of a rubric metric among the environmental ones of a version; null: that version has none. */
function modifiedName(version: Vector['version'], { metric, value }: RubricValue): [string, string] | null {
  if (version === '2.0') return null;
  if (version !== '4.0') return [`M${metric}`, value];
  const names: Partial<Record<RubricMetric, string>> = { C: 'MVC', I: 'MVI', A: 'MVA' };
  // 4.0 knows no scope, and tells passive from active interaction: the worse of the two is the passive one.
  if (metric === 'S') return null;
  return [names[metric] ?? `M${metric}`, metric === 'UI' && value === 'R' ? 'P' : value];
}

function fromRubric(vector: Vector, answers: readonly SaidAnswer[], modified: Map<string, string>): Reason[] {
  const given = new Map<string, Tri>();
  for (const { question, answer } of answers) if (isTri(answer)) given.set(question, answer);
  return rubricValues(given).flatMap((found) => {
    const named = modifiedName(vector.version, found);
    if (!named) return [];
    modified.set(...named);
    const said = answers.filter(({ question }) => found.questions.includes(question));
    const words = said.map(({ question, answer }) => `${asks(question)} ${answer}`).join(' ');
    return [
      {
        rule: named.join(':'),
        says: `${words}${found.worseTaken ? ' What is not known takes the worse value.' : ''}`,
        source: `MITRE rubric ${found.questions.join(', ')}; answered by ${[...new Set(said.map((one) => one.saidByName))].join(', ')}`,
        mark: 'CIA'.includes(found.metric) ? ('V/D' as const) : ('V' as const),
      },
    ];
  });
}

const asks = (id: string): string => RUBRIC.find((question) => question.id === id)?.asks ?? id;

/** Everything the place and the answers do to the metrics of a vector. */
export function modificationsOf(vector: Vector, place: Place, answers: readonly SaidAnswer[]): Modifications {
  const proved = new Map<string, string>();
  const reasons = fromRubric(vector, answers, proved);
  for (const [metric, name] of Object.entries(REQUIREMENTS)) {
    const said = answers.find(({ question }) => question === metric);
    const weight = WEIGHTS[said?.answer ?? ''];
    if (!said || !weight) continue;
    proved.set(metric, weight);
    const says = `${name} is of ${said.answer} importance here${said.reason ? `: ${said.reason}` : ''}.`;
    reasons.push({ rule: `${metric}:${weight}`, says, source: `answered by ${said.saidByName}`, mark: 'V' });
  }
  const claimed = new Map(proved);
  const open = reachInto(vector, place, { proved, claimed, reasons });
  return { proved, claimed, reasons, open };
}

interface Into {
  proved: Map<string, string>;
  claimed: Map<string, string>;
  reasons: Reason[];
}

/** The attack vector as the place leaves it; never a worse one than published or answered. */
function reachInto(vector: Vector, place: Place, { proved, claimed, reasons }: Into): string[] {
  const from = proved.get('MAV') ?? vector.metrics.get('AV') ?? 'N';
  if (from !== 'N' && from !== 'A') return [];
  if (vector.version === '2.0') {
    const says = 'CVSS 2.0 has no metric for where a unit stands: its place is not in this score.';
    reasons.push({ rule: 'CVSS 2.0', says, source: 'FIRST, CVSS v2.0', mark: 'M' });
    return [];
  }
  const put = (into: Map<string, string>, left: string) => into.set('MAV', lower(into.get('MAV') ?? from, left));
  if (place.networkConnected === false) {
    const says = 'The model is not connected to a network: only somebody, or a medium, at the device itself.';
    reasons.push({ rule: 'MAV:L', says, source: 'register, field “connected to a network” of the model', mark: 'D' });
    put(proved, 'L');
    put(claimed, 'L');
    return [];
  }
  if (place.internetReachable === true || place.behindControl === 'no') {
    const says = place.internetReachable
      ? 'It is reachable from the internet: no control lowers the score.'
      : 'A person answered that no control stands before it: none lowers the score.';
    const source = place.internetReachable ? 'network details of the unit' : 'answer “behind a control: no”';
    reasons.push({ rule: 'AV', says, source, mark: 'D' });
    return [];
  }
  const open: string[] = [];
  for (const control of place.controls) {
    const behind = LEFT_BEHIND[control.measure];
    if (!behind || control.standing === 'failed') continue;
    put(claimed, behind.left);
    if (control.standing === 'proved') put(proved, behind.left);
    else open.push(`a fresh proof that ${control.label.toLowerCase()} works`);
    const counts = control.standing === 'proved' ? '' : ' It counts only for the lower end until it is proved.';
    const says = `${control.says}; ${behind.says}.${counts}`;
    reasons.push({ rule: `MAV:${behind.left}`, says, source: 'network details and proofs of controls', mark: 'D' });
  }
  if (place.behindControl === 'yes' && open.length === 0 && claimed.get('MAV') === undefined) {
    put(claimed, 'A');
    open.push('which control it is, and a proof that it works');
    const says = 'A person answered that a control stands before it; without a proof it counts only for the lower end.';
    reasons.push({ rule: 'MAV:A', says, source: 'answer “behind a control: yes”', mark: 'D' });
  }
  return open;
}
