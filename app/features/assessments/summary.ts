/** The answers to "law" and "who" in two sentences each. Pure; "safe" is a person's judgement and stands elsewhere. */
import type { Chart, Tier } from '../../regulation/chart';
import { chartOf } from '../../regulation/charts/index';
import type { AssessmentResult, Finding } from '../../regulation/result';
import type { SafetySummary } from '../safety/verdict';

export interface Answer {
  state: 'open' | 'hold' | 'settled';
  /** What the badge says. */
  word: string;
  /** The answer itself, in a few words. */
  headline: string;
  text: string;
}

/** The chart in the edition that a finding was walked in. */
const chartFor = (finding: Finding) => chartOf(finding.instrument, finding.edition);

/** Findings that count: instruments that apply (not those of which that cannot be said). */
export const countedFindings = (result: AssessmentResult, question: Chart['answers']): Finding[] =>
  result.findings.filter((finding) => finding.state !== 'unknown' && chartFor(finding)?.answers === question);

/** Outcome codes in words, joined by "or". */
export function outcomesInWords(finding: Finding): string {
  const outcomes = chartFor(finding)?.outcomes ?? {};
  return finding.outcomes.map((code) => outcomes[code]?.label ?? code).join(' or ');
}

const RANK: Tier[] = ['none', 'record', 'notify', 'approval', 'recertify', 'hold'];
const lowest = (tiers: Tier[]) => RANK.find((tier) => tiers.includes(tier)) ?? 'none';
const highest = (tiers: Tier[]) => [...RANK].reverse().find((tier) => tiers.includes(tier)) ?? 'none';

const IN_WORDS: Record<Tier, string> = {
  none: 'No effect',
  record: 'Record only',
  notify: 'Notify',
  approval: 'Approval first',
  recertify: 'New certification',
  hold: 'On hold',
};

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const askedOf = (findings: Finding[]): string => {
  const who = [...new Set(findings.flatMap((finding) => finding.open.map((question) => question.who)))];
  if (who.length === 0) return '';
  const words = { manufacturer: 'the maker', hospital: 'the hospital', regulator: 'the regulator' };
  return who.map((one) => words[one]).join(' and ');
};

/** Does the change disturb the basis of conformity? Over every market whose chart applies. */
export function lawAnswer(result: AssessmentResult): Answer {
  const findings = countedFindings(result, 'law');
  const unsure = unsureOf(result, 'law');
  if (findings.length === 0) {
    if (unsure.length > 0) return notYetSaid(unsure);
    const forecast = result.hints.filter((hint) => chartFor(hint)?.answers === 'law');
    if (forecast.length === 0) {
      return {
        state: 'settled',
        word: 'no chart applies',
        headline: 'No certificate question.',
        text: 'None of the published charts in the library applies to this change; the reasons stand below.',
      };
    }
    return {
      state: 'open',
      word: 'forecast only',
      headline: 'The maker decides, not the operator.',
      text: `Forecast over ${plural(forecast.length, 'chart')} addressed to the maker: ${rangeInWords(forecast).toLowerCase()}${openInWords(forecast)}.`,
    };
  }
  const settled = findings.filter((finding) => finding.open.length === 0);
  if (settled.length === findings.length && unsure.length === 0) {
    const held = highest(findings.map((finding) => finding.worst_tier)) === 'hold';
    return {
      state: held ? 'hold' : 'settled',
      word: held ? 'hold' : 'settled',
      headline: `${rangeInWords(findings)}.`,
      text: findings.map((finding) => `${nameOf(finding)}: ${outcomesInWords(finding)}.`).join(' '),
    };
  }
  return {
    state: 'open',
    word: 'open',
    headline: `${rangeInWords(findings)}.`,
    text: `${settled.length} of ${plural(findings.length, 'chart')} settled${openInWords(findings)}.${moreUnsure(unsure)}`,
  };
}

const unsureOf = (result: AssessmentResult, question: Chart['answers']): Finding[] =>
  result.findings.filter((finding) => finding.state === 'unknown' && chartFor(finding)?.answers === question);

/** While it cannot be said whether a chart applies, nothing is settled: not knowing is never "does not apply". */
const notYetSaid = (unsure: Finding[]): Answer => ({
  state: 'open',
  word: 'open',
  headline: 'It cannot be said yet which chart applies.',
  text: unsure.map((finding) => `${nameOf(finding)}: ${finding.applies}.`).join(' '),
});

/** The same beside charts that do apply. */
const moreUnsure = (unsure: Finding[]): string =>
  unsure.length === 0
    ? ''
    : ` It cannot be said yet whether ${unsure.map(nameOf).join(', ')} ${unsure.length === 1 ? 'applies' : 'apply'} too.`;

const rangeInWords = (findings: Finding[]): string => {
  const from = lowest(findings.map((finding) => finding.tier));
  const to = highest(findings.map((finding) => finding.worst_tier));
  return from === to ? IN_WORDS[to] : `${IN_WORDS[from]} … ${IN_WORDS[to].toLowerCase()}`;
};

const openInWords = (findings: Finding[]): string => {
  const count = findings.reduce((sum, finding) => sum + finding.open.length, 0);
  return count === 0 ? '' : `; ${plural(count, 'question')} open, for ${askedOf(findings)}`;
};

const nameOf = (finding: Finding) => chartFor(finding)?.name ?? finding.instrument;

/** Who may make the change on the installed unit? */
export function whoAnswer(result: AssessmentResult): Answer {
  const findings = countedFindings(result, 'who');
  const unsure = unsureOf(result, 'who');
  if (findings.length === 0) {
    if (unsure.length > 0) return notYetSaid(unsure);
    return {
      state: 'open',
      word: 'not covered',
      headline: 'No chart in the library answers this here.',
      text: 'No published chart of the library speaks to whoever makes this change in this place; ask the authority there.',
    };
  }
  const open = findings.filter((finding) => finding.open.length > 0);
  if (open.length > 0 || unsure.length > 0) {
    const possible = open.map((finding) => `${nameOf(finding)}: ${outcomesInWords(finding)}`).join('; ');
    return {
      state: 'hold',
      word: 'hold',
      headline: 'Nobody yet.',
      text:
        open.length > 0
          ? `Still possible: ${possible}${openInWords(open)}.${moreUnsure(unsure)}`
          : moreUnsure(unsure).trim(),
    };
  }
  const held = findings.some((finding) => finding.worst_tier === 'hold');
  const [strictest] = [...findings].sort((a, b) => RANK.indexOf(b.worst_tier) - RANK.indexOf(a.worst_tier));
  return {
    state: held ? 'hold' : 'settled',
    word: held ? 'hold' : 'settled',
    headline: held ? 'Nobody yet.' : `${capital(strictest ? outcomesInWords(strictest) : '')}.`,
    text: findings.map((finding) => meaningOf(finding, findings.length > 1)).join(' '),
  };
}

/** What the outcome of a settled finding means; with the name of its chart where there are several. */
function meaningOf(finding: Finding, named: boolean): string {
  const meaning = chartFor(finding)?.outcomes[finding.outcome]?.meaning ?? finding.outcome;
  return named ? `${nameOf(finding)}: ${meaning}.` : `${capital(meaning)}.`;
}

/**
 * What people judged of clinical safety, as the third card shows it, with what the standards on safety say beside it.
 * A standard that holds the change holds it whatever people judged; one that lets it pass does not make it safe.
 */
export function safeAnswer(summary: SafetySummary, result: AssessmentResult | null): Answer {
  const judged = judgedByPeople(summary);
  const findings = result ? countedFindings(result, 'safe') : [];
  const held = findings.filter((finding) => finding.open.length === 0 && finding.worst_tier === 'hold');
  const open = findings.filter((finding) => finding.open.length > 0);
  const said = [
    ...held.map((finding) => meaningOf(finding, true)),
    ...(open.length > 0 ? [`${open.map(nameOf).join(', ')}${openInWords(open)}.`] : []),
  ];
  if (said.length === 0) return judged;
  const text = `${judged.text} ${said.join(' ')}`;
  if (held.length === 0 || judged.state === 'hold') return { ...judged, text };
  return { state: 'hold', word: 'hold', headline: `${judged.headline} A standard holds it.`, text };
}

function judgedByPeople(summary: SafetySummary): Answer {
  if (summary.state === 'no') {
    return {
      state: 'hold',
      word: 'no',
      headline: 'Not safe as proposed.',
      text: `Judged not safe: ${summary.objections.join('; ')}.`,
    };
  }
  if (summary.state === 'open') {
    const left = summary.of - summary.answered;
    return {
      state: 'open',
      word: 'open',
      headline: 'Not judged yet.',
      text: `${plural(left, 'clinical-safety prompt')} of ${summary.of} wait for a person's judgement.`,
    };
  }
  const text =
    summary.conditions.length > 0 ? `Conditions: ${summary.conditions.join('; ')}.` : 'Every prompt was judged fine.';
  return { state: 'settled', word: summary.label, headline: 'Yes, as people judged it.', text };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
