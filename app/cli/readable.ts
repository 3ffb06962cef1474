/** An assessment as text for a terminal: the answer first, then instrument by instrument why, what is open and who says. */
import type { Confidence } from '../regulation/chart';
import { chartOf } from '../regulation/charts';
import { factOfOlderName } from '../regulation/facts/dictionary';
import type { AssessmentResult, Finding, Refusal, TraceStep } from '../regulation/result';
import { tierRange } from '../regulation/tiers';

const WIDTH = 100;

/** The report of one assessed dossier, with a line of its own at the end. */
export function readable(result: AssessmentResult): string {
  const { overall } = result;
  return join([
    `${result.id ?? 'Dossier without an id'}   as of ${result.as_of}, rule library ${result.library}`,
    '='.repeat(WIDTH),
    `Overall: ${tierRange(overall.tier, overall.worst_tier)}`,
    ...overall.reasons.map((reason) => bullet(reason)),
    ...overall.conflicts_between_instruments.map((conflict) => bullet(`Not in agreement: ${conflict}`)),
    ...section(
      'Ask, most decisive first',
      result.ask.map((one, at) =>
        hanging(`${at + 1}. `, `${one.text} (${one.to}; ${one.question} of ${one.instruments.join(', ')})`),
      ),
    ),
    ...result.findings.flatMap((found) => finding(found)),
    ...result.hints.flatMap((hint) => finding(hint, 'Forecast only, does not count')),
    ...section(
      'Does not apply',
      result.not_applicable.map((one) => bullet(`${one.instrument}: ${one.because}.`)),
    ),
    ...section(
      'Disagreements in what was given',
      result.conflicts.map((one) => bullet(`${one.key}: ${one.message}.`)),
    ),
    ...section(
      'Not known to the contract, left aside',
      result.ignored.map((key) => bullet(ignored(key))),
    ),
    '',
  ]);
}

/** The report of a refused dossier. */
export function readableRefusal(refused: Refusal & { file?: string; line?: number }): string {
  const where = [refused.id, refused.file, refused.line === undefined ? undefined : `line ${refused.line}`];
  return join([
    `REFUSED   ${where.filter((part) => part !== undefined).join(', ')}`,
    '='.repeat(WIDTH),
    ...refused.error.issues.map((issue) =>
      bullet(issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message),
    ),
    '',
  ]);
}

function finding(found: Finding, headline = ''): string[] {
  const undecided = found.outcome === 'undecided' ? ['undecided, still possible are'] : [];
  const result = [...undecided, ...found.outcomes.map((code) => outcomeText(found, code))].join('\n');
  return [
    '',
    `${found.instrument}   ${found.edition}${headline && `   [${headline}]`}`,
    '-'.repeat(WIDTH),
    hanging('  Applies   ', found.applies),
    hanging('  Outcome   ', result),
    ...found.trace.map((step, at) => hanging(at === 0 ? '  Path      ' : BLANK, stepText(step))),
    ...found.open.map((open, at) =>
      hanging(
        at === 0 ? '  Open      ' : BLANK,
        `${open.question} ? ${open.asks} (${open.who})\nyes leaves ${open.if_yes.join(', ')}; no leaves ${open.if_no.join(', ')}${
          open.facts.length > 0
            ? `\nhangs on ${open.facts.join(', ')}`
            : '\nevery fact is known, and the text does not decide'
        }`,
      ),
    ),
    ...found.beyond.map((step, at) => hanging(at === 0 ? '  Beyond    ' : BLANK, stepText(step))),
    ...found.obligations.map((duty, at) =>
      hanging(
        at === 0 ? '  To do     ' : BLANK,
        `${duty.who}: ${duty.must}${duty.due ? ` (${duty.due})` : ''} [${duty.citation}]`,
      ),
    ),
    ...found.evidence.map((item, at) => hanging(at === 0 ? '  Evidence  ' : BLANK, item)),
    ...found.notes.map((note, at) => hanging(at === 0 ? '  Notes     ' : BLANK, note)),
  ];
}

const BLANK = ' '.repeat(12);

const SURE: Readonly<Record<string, string>> = {
  V: 'seen in source',
  V2: 'second-hand',
  M: 'from memory',
  D: 'derived',
  i: 'interpretation',
};

/** "O-ASK (hold): stop; ask the supplier ..." */
function outcomeText({ instrument, edition }: Finding, code: string): string {
  const definition = chartOf(instrument, edition)?.outcomes[code];
  return definition ? `${code} (${definition.tier}): ${definition.meaning}` : code;
}

function stepText({ question, answer, because, rule, citation, confidence }: TraceStep): string {
  const by = rule === question ? '' : `rule ${rule}, `;
  return `${question} ${answer}: ${because}\n[${by}${citation}; ${sureness(confidence)}]`;
}

function sureness(confidence: Confidence): string {
  return confidence
    .split('/')
    .map((mark) => SURE[mark] ?? mark)
    .join(', ');
}

function ignored(key: string): string {
  const meant = factOfOlderName(key);
  return meant ? `${key} (an older name; the fact is called ${meant})` : key;
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function bullet(text: string): string {
  return hanging('  - ', text);
}

/** Text behind a label, wrapped, with every further line under the first. */
function hanging(label: string, text: string): string {
  const indent = ' '.repeat(label.length);
  return text
    .split('\n')
    .flatMap((line) => wrap(line, WIDTH - label.length))
    .map((line, at) => `${at === 0 ? label : indent}${line}`)
    .join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function join(lines: string[]): string {
  return `${harmless(lines.join('\n'))}\n`;
}

/** What comes from a dossier may hold control characters and direction marks; a terminal must not obey them. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (mark) => (mark === '\n' ? mark : '�'));
