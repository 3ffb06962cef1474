/**
 * From a dossier and its assessment to the report that people read and sign. Pure; the page and the command line use it
 * alike. What is not known is left as a marked blank or says "not known", never guessed.
 */
import type { AssessmentReport, SafetyLine, ThreeAnswer, UsedFact } from '../../../documents/assessment-report/model';
import type { Blank, Slot } from '../../../documents/document';
import type { Logo } from '../../../documents/parts/letterhead';
import { knownFacts } from '../../regulation/assess';
import { chartOf } from '../../regulation/charts/index';
import type { Dossier } from '../../regulation/dossier';
import { fact } from '../../regulation/facts/dictionary';
import { changeKind, readKind } from '../../regulation/kinds/index';
import type { AssessmentResult, Finding } from '../../regulation/result';
import { factInWords } from '../changes/value-in-words';
import { promptsFor } from '../safety/prompts';
import { type SafetySummary, summarise } from '../safety/verdict';
import { leftOutGroups } from './left-out';
import { instrumentForReport, nameOf, sourcesCited, WHO_IN_WORDS } from './report-instruments';
import { type Answer, lawAnswer, safeAnswer, whoAnswer } from './summary';

export interface ReportInput {
  dossier: Dossier;
  result: AssessmentResult;
  /** What the record of the change adds; all of it may be missing. */
  record?: {
    /** The dossier's id when absent. */
    reference?: string;
    /** "version 3, assessment 2" */
    version?: string;
    /** ISO day; the day whose rules were used when absent. */
    date?: string;
    /** Null once signed. */
    mark?: string | null;
    organisation?: string;
    lines?: string[];
    logo?: Logo;
    title?: string;
    description?: string;
    /** "12 units in 3 wards" */
    units?: string;
    proposedBy?: string;
    /** Who makes the change, in words. */
    actor?: string;
  };
  /** Facts with their provenance, as the record holds them; without it those of the dossier. */
  facts?: UsedFact[];
  /** What people judged of clinical safety; without it every prompt stands open. */
  safety?: { summary: SafetySummary; lines: SafetyLine[] };
  /** Draw the charts (default true). */
  drawings?: boolean;
}

const blank = (what: string): Blank => ({ blank: what });
const orBlank = (text: string | undefined, what: string): Slot => (text?.trim() ? text.trim() : blank(what));
const joined = (...parts: (string | undefined | false)[]) =>
  parts.filter((part) => typeof part === 'string' && part.trim() !== '').join(' ');

const kindsOf = (dossier: Dossier) =>
  [dossier.change?.kind ?? []].flat().flatMap((word) => {
    const read = readKind(word);
    return read.ok ? [changeKind(read.kind)] : [];
  });

function subjectOf({ dossier, record }: ReportInput): AssessmentReport['subject'] {
  const { device, site, change } = dossier;
  const system = joined(device?.software?.os?.product, device?.software?.os?.release);
  const certificates = (device?.certifications ?? []).map((one) =>
    [one.market, one.basis, one.class && `class ${one.class}`, one.number ?? one.certificate].filter(Boolean).join(' '),
  );
  const vulnerabilities = (dossier.vulnerabilities ?? []).map(({ cve, cvss }) => joined(cve ?? 'not named', cvss));
  const actor = record?.actor ?? change?.actor;
  const kinds = kindsOf(dossier).map((kind) => kind.label);
  return [
    {
      label: 'Device',
      value: orBlank(joined(device?.name, device?.model !== device?.name && device?.model), 'device'),
    },
    { label: 'Manufacturer', value: orBlank(device?.manufacturer, 'manufacturer') },
    { label: 'UDI-DI', value: device?.udi_di },
    {
      label: 'Installed',
      value: orBlank(
        [device?.software?.version && `software ${device.software.version}`, system].filter(Boolean).join(' on '),
        'software version and operating system',
      ),
    },
    { label: 'Certified', value: certificates.join('; ') },
    { label: 'Units', value: record?.units },
    { label: 'Stands in', value: joined(site?.nation, site?.country) },
    { label: 'Kind of change', value: orBlank(kinds.join('; '), 'kind of change') },
    { label: 'Made by', value: orBlank(actor?.replaceAll('_', ' '), 'who makes it') },
    { label: 'In detail', value: record?.description },
    { label: 'Vulnerabilities', value: vulnerabilities.join('; ') },
    { label: 'Proposed by', value: record?.proposedBy },
  ].flatMap(({ label, value }) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

const threeAnswer = (question: string, answer: Answer): ThreeAnswer => ({
  question,
  mark: answer.state,
  word: answer.word,
  headline: answer.headline,
  text: answer.text,
});

/** Clinical safety is a person's judgement: without one, each prompt of the kind of change is listed as open. */
function safetyOf({ dossier, safety }: ReportInput): { summary: SafetySummary; lines: SafetyLine[] } {
  if (safety) return safety;
  const prompts = promptsFor(kindsOf(dossier).map((kind) => kind.id));
  return {
    summary: summarise(prompts.map(({ title }) => ({ title, judgement: null }))),
    lines: prompts.map(({ title, asks }) => ({
      prompt: `${title}: ${asks}`,
      verdict: 'not judged yet',
      condition: '',
      by: '',
    })),
  };
}

/** Facts that a reason on any walk names. */
function factsNamed(findings: readonly Finding[]): ReadonlySet<string> {
  const named = findings.flatMap((finding) =>
    [...finding.trace, ...finding.beyond].flatMap((step) => step.because.match(/[a-z][a-z0-9_]+/g) ?? []),
  );
  return new Set(named);
}

/** Names that are worked out from the dossier and are no facts of the dictionary. */
const COMPUTED: Record<string, string> = {
  kind: 'Kind of change',
  markets: 'Markets of the device',
  places: 'Where the unit stands',
  nation: 'Nation of the United Kingdom',
};

const ORIGINS = { stated: 'stated', derived: 'derived', assumed: 'assumed until confirmed' };

/** What was stated, and what was derived and used on a walk, each with where it comes from. */
function factsOf({ dossier, result, facts }: ReportInput): UsedFact[] {
  if (facts) return facts;
  const used = factsNamed([...result.findings, ...result.hints]);
  const known = knownFacts(dossier, result.as_of).filter(({ key, origin }) => origin === 'stated' || used.has(key));
  const line = ({ key, value, origin, reason }: (typeof known)[number]): UsedFact => ({
    fact: `${fact(key)?.meaning.replace(/\.$/, '') ?? COMPUTED[key] ?? 'Worked out from the dossier'} (${key})`,
    value: factInWords(key, value),
    source: reason ? `${ORIGINS[origin]}: ${reason}` : 'stated in the dossier',
  });
  const stated = known.filter(({ origin }) => origin === 'stated');
  return [...stated, ...known.filter(({ origin }) => origin !== 'stated')].map(line);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

const STATEMENT = [
  'This is a documented assessment: published rules, in the editions named, applied to recorded facts. People read it, confirm every derived answer on the path, and sign it.',
  'It claims no compliance and no approval. Law, permission and clinical safety are answered apart and are not added up to one verdict. What is unknown was counted neither as yes nor as no.',
];

const judgesLaw = ({ instrument, edition }: Finding): boolean => chartOf(instrument, edition)?.answers === 'law';

/** The model of the report. Nothing in it depends on the clock: the date is the one given. */
export function reportFromAssessment(input: ReportInput): AssessmentReport {
  const { dossier, result, record = {} } = input;
  const safety = safetyOf(input);
  const draw = input.drawings ?? true;
  return {
    mark: record.mark === undefined ? 'DRAFT – not signed' : record.mark,
    language: 'en-GB',
    reference: orBlank(record.reference ?? dossier.id, 'reference'),
    version: record.version ?? 'v1.0',
    date: record.date ?? result.as_of,
    asOf: result.as_of,
    library: result.library,
    organisation: {
      name: orBlank(record.organisation, 'name of the organisation'),
      lines: record.lines ?? [],
      ...(record.logo && { logo: record.logo }),
    },
    title: orBlank(record.title ?? dossier.change?.title, 'title of the change'),
    subject: subjectOf(input),
    answers: [
      threeAnswer('Law: does it disturb the certificate?', lawAnswer(result)),
      threeAnswer('Who may make it here?', whoAnswer(result)),
      threeAnswer('Safe to do here, now?', safeAnswer(safety.summary, result)),
    ],
    reasons: [...result.overall.reasons, ...result.overall.conflicts_between_instruments],
    ranked: result.ask.map((ask) => ({
      text: ask.text,
      who: WHO_IN_WORDS[ask.to],
      settles: ask.instruments.map((id) => `${nameOf(id)}: ${ask.question}`).join('; '),
      narrows: percent(ask.narrows),
    })),
    instruments: result.findings.map((finding) => instrumentForReport(finding, draw)),
    // A forecast of the law is worth its drawing; what is good practice elsewhere is said in words.
    hints: result.hints.map((finding) => instrumentForReport(finding, draw && judgesLaw(finding))),
    safety: safety.lines,
    notApplicable: leftOutGroups(result.not_applicable, nameOf).map(({ because, instruments }) => ({
      instrument: instruments.map(({ id, name }) => (name === id ? id : `${name} (${id})`)).join(', '),
      because,
    })),
    conflicts: result.conflicts.map(({ key, message }) => `${key}: ${message}`),
    ignored: result.ignored,
    facts: factsOf(input),
    statement: STATEMENT,
    signatories: [
      {
        name: blank('name'),
        role: 'Regulatory affairs',
        meaning: 'I have checked the walk through each chart and the facts it rests on.',
      },
      {
        name: blank('name'),
        role: 'Clinical safety officer',
        meaning: 'I have judged whether the change is clinically safe here and now.',
      },
      { name: blank('name'), role: 'Risk owner', meaning: 'I accept or refuse the risk that remains.' },
    ],
    sources: sourcesCited(result),
  };
}
