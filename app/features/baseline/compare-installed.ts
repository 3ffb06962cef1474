/**
 * Whether what a document says and what was found are the same thing. Texts that cannot be held against each other by
 * rule are "unclear" and wait for a person: never "no" from silence, and no alarm from another wording. Pure.
 */

import type { Reads } from './subjects';

export type Compared = 'same' | 'differs' | 'unclear';
/** Of a whole line: silence on either side has names of its own. */
export type LineState = Compared | 'nobody_said' | 'not_looked_at';

const YES = /^(yes|y|true|on|enabled|present|installed|active|supported|allowed|possible|required)$/;
const NO = /^(no|n|none|false|off|disabled|absent|inactive|removed|unsupported|forbidden|blocked|impossible)$/;
const NO_WORDS = /^(no |not |none\b|without )/;

/** Lower case, one blank between words; digits and letters as people join them: "windows 7-sp1" and "Windows 7 SP1". */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(microsoft|ms)\s+(?=windows\b)/g, '')
    .replace(/\bwin(?=\s*(xp|7|8|8\.1|10|11|nt|20\d\d)\b)/g, 'windows ')
    .replace(/\bservice\s*pack\s*(?=\d)/g, 'sp')
    .replace(/\bsp\s+(?=\d)/g, 'sp')
    .replace(/\b(version|release|ver\.?|rel\.?|build)\s*(?=\d)/g, '')
    .replace(/\bv\.?\s*(?=\d)/g, '')
    .replace(/[^\p{L}\p{N}.+≥≤<>=]+/gu, ' ')
    .replace(/(\d)\.0+(?=\s|$)/g, '$1')
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** yes, no, or null for a text that is neither by itself. */
function polarity(plain: string): boolean | null {
  const first = plain.split(' ')[0] ?? '';
  if (YES.test(plain) || (YES.test(first) && first.startsWith('y'))) return true;
  if (NO.test(plain) || NO_WORDS.test(`${plain} `) || NO.test(first)) return false;
  return null;
}

const NUMBER = /\d+(?:\.\d+)*/;
const numbersOf = (version: string): number[] => version.split('.').map(Number);

function compareNumbers(a: string, b: string): number {
  const [x, y] = [numbersOf(a), numbersOf(b)];
  for (let place = 0; place < Math.max(x.length, y.length); place += 1) {
    const by = (x[place] ?? 0) - (y[place] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}

interface Wanted {
  words: string;
  holds(version: string): boolean;
}

/** A text that names versions by a rule: "4.2.x", "4.2 or later", ">= 4.2". Null for any other. */
function ruleIn(plain: string): Wanted | null {
  const wild = /(\d+(?:\.\d+)*)\.x\b/.exec(plain);
  if (wild) {
    const stem = wild[1] ?? '';
    return { words: rest(plain, wild[0]), holds: (version) => version === stem || version.startsWith(`${stem}.`) };
  }
  const least =
    /(?:(?:>=|≥|from|at least) ?(\d+(?:\.\d+)*))|(?:(\d+(?:\.\d+)*) (?:or|and) (?:later|higher|newer|above))/.exec(
      plain,
    );
  if (!least) return null;
  const bound = least[1] ?? least[2] ?? '';
  return { words: rest(plain, least[0]), holds: (version) => compareNumbers(version, bound) >= 0 };
}

const rest = (plain: string, taken: string) => plain.replace(taken, ' ').replace(/\s+/g, ' ').trim();

function byRule(says: string, found: string): Compared | null {
  const rule = ruleIn(says);
  if (!rule) return null;
  const version = NUMBER.exec(found)?.[0];
  if (version === undefined || rest(found, version) !== rule.words) return 'unclear';
  return rule.holds(version) ? 'same' : 'differs';
}

/** Ports in a text: "tcp 104, 443/tcp"; null when the text is no list of ports. */
function portsIn(text: string): Set<string> | null {
  const parts = text
    .toLowerCase()
    .split(/[,;\n]+|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean);
  const ports = new Set<string>();
  let protocol = '';
  for (const part of parts) {
    const match = /^(?:(tcp|udp)[\s/:]*)?(?:ports?\s*)?(\d{1,5})(?:[\s/]*(tcp|udp))?$/.exec(part);
    if (!match) return null;
    protocol = match[1] ?? match[3] ?? protocol;
    ports.add(`${match[3] ?? protocol} ${Number(match[2])}`.trim());
  }
  return ports.size > 0 ? ports : null;
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((one) => b.has(one));

/** Alternatives: "Sophos 10.8 or Defender". */
const alternatives = (text: string): string[] =>
  text.split(/\s+or\s+(?!later|higher|newer|above)|\s*\|\s*/i).filter(Boolean);

/** What is longer is prose for a person to read. */
const LONGEST = 2000;

/**
 * Holds what was found against what a document says; both are given.
 * @param exact the subject is one thing by name or number, so that other words are another thing
 */
export function compareTexts(says: string, found: string, exact: boolean): Compared {
  if (says.length > LONGEST || found.length > LONGEST) {
    return says.trim().toLowerCase() === found.trim().toLowerCase() ? 'same' : 'unclear';
  }
  const [left, right] = [plainText(says), plainText(found)];
  if (left === '' || right === '') return 'unclear';
  if (left === right) return 'same';
  const choices = alternatives(says);
  if (choices.length > 1) {
    const each = choices.map((choice) => compareTexts(choice, found, exact));
    if (each.includes('same')) return 'same';
    return each.includes('unclear') ? 'unclear' : 'differs';
  }
  const ports = [portsIn(says), portsIn(found)] as const;
  if (ports[0] && ports[1] && !exact) return sameSet(ports[0], ports[1]) ? 'same' : 'differs';
  const ruled = byRule(left, right);
  if (ruled) return ruled;
  const [a, b] = [polarity(left), polarity(right)];
  if (a !== null && b !== null) return a === b ? 'same' : 'differs';
  // The document says there is none, and something was found by name.
  if (a === false && b === null && !exact) return 'differs';
  if (a !== null || b !== null) return 'unclear';
  if (exact) return 'differs';
  // The same name with another number is another version; anything else is for a person to read.
  const [x, y] = [NUMBER.exec(left)?.[0], NUMBER.exec(right)?.[0]];
  return x !== undefined && y !== undefined && x !== y && rest(left, x) === rest(right, y) && rest(left, x) !== ''
    ? 'differs'
    : 'unclear';
}

/** The state of one line: one document on one subject, against one value found. Null and empty are silence. */
export function compareLine(
  says: string | null,
  found: string | null,
  { exact, reads = 'state' }: { exact: boolean; reads?: Reads },
): LineState {
  if (!says?.trim()) return 'nobody_said';
  if (!found?.trim()) return 'not_looked_at';
  if (reads === 'beside') return 'unclear';
  if (reads === 'forbids' && polarity(plainText(says.slice(0, LONGEST))) !== false) return 'unclear';
  return compareTexts(says, found, exact);
}

/** What matters most first: a difference outweighs everything, agreement counts only where nothing else stands. */
export const LINE_ORDER: readonly LineState[] = ['differs', 'unclear', 'not_looked_at', 'nobody_said', 'same'];

export const worstLine = (states: readonly LineState[]): LineState =>
  LINE_ORDER.find((state) => states.includes(state)) ?? 'nobody_said';

export const LINE_WORDS: Record<LineState, string> = {
  same: 'same',
  differs: 'differs',
  unclear: 'for a person to compare',
  nobody_said: 'nobody said',
  not_looked_at: 'not looked at',
};
