/** A rule of the rule language as a tree of plain questions and answers. Pure; reads the dictionary, so for the server. */
import { asking } from '../../regulation/facts/asking';
import { changeKind, isKindId } from '../../regulation/kinds';
import { parse, type RuleNode } from '../../regulation/language-parser';
import { type Name, nameAt, valueFrom } from '../../regulation/vocabulary';
import { dateInWords } from '../../ui/time';
import { jurisdictionInWords } from './jurisdictions';

/** "all" and "any" hold further conditions; a leaf asks something and says which answer is meant. */
export type Condition =
  | { op: 'all'; parts: Condition[] }
  | { op: 'any'; parts: Condition[] }
  | { op: 'none'; parts: Condition[] }
  | { op: 'is'; asks: string; answer: string; key: string };

/**
 * @param source a rule as it stands in a chart or in the table of when instruments apply
 * @returns the same in words; "not" is carried into the answers wherever it concerns one question only
 */
export const ruleInWords = (source: string): Condition => inWords(parse(source), false);

function inWords(node: RuleNode, negated: boolean): Condition {
  if (node.op === 'not') return inWords(node.part, !negated);
  if (node.op === 'and' || node.op === 'or') {
    if (negated && node.op === 'and') return { op: 'none', parts: [inWords(node, false)] };
    // Neither of several: each is denied by itself.
    const op = node.op === 'and' || negated ? 'all' : 'any';
    const parts = node.parts.map((part) => inWords(part, negated));
    // "a and (b and c)" is one list.
    return { op, parts: parts.flatMap((part) => (part.op === op ? part.parts : [part])) };
  }
  const name = nameAt(node.index);
  return { op: 'is', key: name.key, asks: asksOf(name), answer: answerOf(node, name, negated) };
}

const COMPUTED: Record<string, string> = {
  markets: 'Where is the device on the market?',
  places: 'Where does the unit stand?',
  nation: 'In which nation of the United Kingdom does the unit stand?',
  kind: 'Which kind of change is it?',
  as_of: 'On which day is it judged?',
  has_alert: 'Is there a cyber alert?',
  tga_certificate: 'Was the Australian certificate issued by the TGA?',
  result_pccp_covered: 'Does an authorised predetermined plan cover the change?',
  result_new_510k: 'Does a 510(k) chart end at a new 510(k)?',
  result_new_510k_possible: 'May a 510(k) chart still end at a new 510(k)?',
  result_us_submission: 'Does a chart of the United States end at a submission?',
  result_us_submission_possible: 'May a chart of the United States still end at a submission?',
  result_within_instructions: 'Is the change made within the instructions of the manufacturer?',
  result_v_report: 'Does the vigilance chart end at a report?',
};

const asksOf = ({ key, computed }: Name): string =>
  computed ? (COMPUTED[key] ?? key.replaceAll('_', ' ')) : asking(key).question;

function word(name: Name, value: string): string {
  if (name.key === 'kind') return isKindId(value) ? changeKind(value).label : value;
  if (name.key === 'markets' || name.key === 'places') return jurisdictionInWords(value);
  const label = name.computed ? undefined : asking(name.key).valueLabels?.[value];
  return label ?? value.replaceAll('_', ' ');
}

const list = (words: string[]) => words.map((one) => `“${one}”`).join(' or ');
const members = (name: Name, bits: number) =>
  name.values.filter((_, place) => (bits & (1 << place)) !== 0).map((value) => word(name, value));

type Comparison = Exclude<RuleNode, { op: 'and' | 'or' | 'not' }>;

function answerOf(node: Comparison, name: Name, negated: boolean): string {
  switch (node.op) {
    case 'is':
      return negated ? 'no' : 'yes';
    case 'in': {
      const values = node.codes.map((code) => valueFrom(name, code));
      if (name.type === 'boolean') return (values[0] === true) === negated ? 'no' : 'yes';
      return `${negated ? 'anything but ' : ''}${list(values.map((value) => word(name, String(value))))}`;
    }
    case 'includes_any':
      return `${negated ? 'neither ' : 'among others '}${list(members(name, node.bits))}`;
    case 'within':
      return `${negated ? 'more than ' : 'nothing but '}${list(members(name, node.bits))}`;
    case 'order': {
      const value = valueFrom(name, node.code);
      const limit = name.type === 'date' ? dateInWords(String(value)) : String(value);
      const words = name.type === 'date' ? DATES : NUMBERS;
      return `${words[negated ? OPPOSITE[node.relation] : node.relation]} ${limit}`;
    }
  }
}

type Relation = '<' | '<=' | '>' | '>=';
const OPPOSITE: Record<Relation, Relation> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
const DATES: Record<Relation, string> = { '<': 'before', '<=': 'on or before', '>': 'after', '>=': 'on or after' };
const NUMBERS: Record<Relation, string> = { '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least' };
