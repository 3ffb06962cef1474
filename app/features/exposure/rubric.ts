/**
 * The questions of MITRE's rubric for applying CVSS to medical devices (V:S17, rubric v0.12.04, qualified by FDA on
 * 20 October 2020) with the logic of its calculator. An answer "unknown", and a question left open beside answered ones,
 * takes the worse value. The words of the questions are ours.
 */
import type { Tri } from './reason';

export const RUBRIC_METRICS = ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'] as const;
export type RubricMetric = (typeof RUBRIC_METRICS)[number];

export interface RubricQuestion {
  id: string;
  metric: RubricMetric;
  asks: string;
}

const KINDS = [
  { letter: 'P', of: 'data about patients or staff' },
  { letter: 'D', of: 'diagnosis or monitoring' },
  { letter: 'T', of: 'the delivery of therapy' },
  { letter: 'W', of: 'clinical workflow' },
  { letter: 'S', of: 'passwords, keys and other secrets of the system or its users' },
  { letter: 'O', of: 'other data of the device' },
] as const;

const LOSS = [
  { metric: 'C', asks: (of: string) => `Could an attacker read what belongs to ${of}?` },
  { metric: 'I', asks: (of: string) => `Could an attacker change what belongs to ${of}?` },
  { metric: 'A', asks: (of: string) => `Could an attacker stop or delay ${of}, or the data for it?` },
] as const;

export const RUBRIC: readonly RubricQuestion[] = [
  { id: 'XAVN', metric: 'AV', asks: 'Can the vulnerability be used over a network protocol?' },
  { id: 'XAVT', metric: 'AV', asks: 'Does that protocol reach across networks (OSI layer 3 or 4)?' },
  { id: 'XAVW', metric: 'AV', asks: 'Is it wireless?' },
  { id: 'XAVR', metric: 'AV', asks: 'Does the radio reach only about 3 metres (10 feet) or less?' },
  { id: 'XAVP', metric: 'AV', asks: 'Does the attacker have to touch the device?' },
  { id: 'XAVPA', metric: 'AV', asks: 'Is it attacked through the screen and keys that people use?' },
  { id: 'XACL', metric: 'AC', asks: 'Does the attack work whenever the attacker wants?' },
  { id: 'XPRL', metric: 'PR', asks: 'Does the device tell levels of rights apart?' },
  { id: 'XPRZ', metric: 'PR', asks: 'Does the attacker need rights on it first?' },
  { id: 'XPRS', metric: 'PR', asks: 'Do they have to be those of an administrator?' },
  { id: 'XUI', metric: 'UI', asks: 'Does somebody else have to do something for it to work?' },
  { id: 'XS', metric: 'S', asks: 'Are components under another authority affected besides?' },
  ...LOSS.flatMap(({ metric, asks }) =>
    KINDS.flatMap(({ letter, of }) => [
      { id: `X${metric}${letter}`, metric, asks: asks(of) },
      ...(metric === 'C' && letter === 'P'
        ? [{ id: 'XCPM', metric, asks: 'Could it be the data of 500 patients or more?' } as const]
        : []),
    ]),
  ),
];

export type Answers = ReadonlyMap<string, Tri>;

/** What the answers make of one metric, and which of them. */
export interface RubricValue {
  metric: RubricMetric;
  /** As in CVSS 3.x. */
  value: string;
  questions: string[];
  /** Something was not known, and the worse value was taken. */
  worseTaken: boolean;
}

/** Every metric on which somebody answered at least one question. The others keep their published value. */
export function rubricValues(answers: Answers): RubricValue[] {
  return RUBRIC_METRICS.flatMap((metric) => {
    const asked = RUBRIC.filter((question) => question.metric === metric).map(({ id }) => id);
    const questions = asked.filter((id) => answers.has(id));
    if (questions.length === 0) return [];
    const open: string[] = [];
    const answer = (id: string): Tri => {
      const said = answers.get(id) ?? 'unknown';
      if (said === 'unknown') open.push(id);
      return said;
    };
    return [{ metric, value: VALUES[metric](answer), questions, worseTaken: open.length > 0 }];
  });
}

type Ask = (id: string) => Tri;

function attackVector(answer: Ask): string {
  if (answer('XAVN') === 'no') return answer('XAVP') === 'yes' ? 'P' : 'L';
  if (answer('XAVN') === 'unknown' || answer('XAVT') !== 'no') return 'N';
  return answer('XAVW') === 'yes' && answer('XAVR') === 'yes' ? 'L' : 'A';
}

function privileges(answer: Ask): string {
  if (answer('XPRL') !== 'yes' || answer('XPRZ') !== 'yes') return 'N';
  return answer('XPRS') === 'yes' ? 'H' : 'L';
}

/**
 * The worst kind of data counts. Our source gives two steps only for data about patients (below 500 or not); for the
 * other kinds a yes takes the worse one (derived).
 */
const loss =
  (metric: 'C' | 'I' | 'A') =>
  (answer: Ask): string => {
    const kinds = KINDS.map(({ letter }) => {
      if (answer(`X${metric}${letter}`) === 'no') return 'N';
      return metric === 'C' && letter === 'P' && answer('XCPM') === 'no' ? 'L' : 'H';
    });
    return kinds.includes('H') ? 'H' : kinds.includes('L') ? 'L' : 'N';
  };

const VALUES: Record<RubricMetric, (answer: Ask) => string> = {
  AV: attackVector,
  AC: (answer) => (answer('XACL') === 'no' ? 'H' : 'L'),
  PR: privileges,
  UI: (answer) => (answer('XUI') === 'yes' ? 'R' : 'N'),
  S: (answer) => (answer('XS') === 'no' ? 'U' : 'C'),
  C: loss('C'),
  I: loss('I'),
  A: loss('A'),
};
