/** The chapter of one change in the printed pack, from proposal to findings and risk. Pure. */
import type { PackSection } from '../../../documents/evidence-pack/model';
import { asking } from '../../regulation/facts/asking';
import { isFactKey } from '../../regulation/facts/dictionary';
import { dateInWords } from '../../ui/time';
import { actorLabel } from '../changes/actors';
import { valueInWords } from '../changes/value-in-words';
import { optionLabel } from '../options/option-words';
import { sourceInWords, sourceOfColumns } from '../provenance/source';
import { AXES, AXIS_LABELS } from '../risk/axes';
import { ratingInWords } from '../risk/matrix';
import type { ChangeMaterial } from './material';

/** Rows of a table that are printed; all of them are in pack.json. */
const MOST_ROWS = 40;
const LONGEST_CELL = 600;

export const cell = (text: string | null | undefined): string => {
  const words = (text ?? '').trim();
  return words.length > LONGEST_CELL ? `${words.slice(0, LONGEST_CELL - 1)}…` : words;
};

/** A table of at most so many rows; what is cut is said, with where the whole of it is. */
export function table(
  heading: string,
  columns: PackSection['columns'],
  rows: string[][],
  none: string,
  lead?: string,
): PackSection {
  const left = rows.length - MOST_ROWS;
  return {
    ...{ heading, none, columns: columns ?? [] },
    ...(lead ? { lead } : {}),
    rows: rows.slice(0, MOST_ROWS).map((row) => row.map(cell)),
    ...(left > 0 ? { more: `The first ${MOST_ROWS} of ${rows.length}; all of them are in pack.json.` } : {}),
  };
}

export const columns = (...parts: [string, number][]) => parts.map(([title, share]) => ({ title, share }));

function proposal({ change, model, supplier, units }: ChangeMaterial): PackSection {
  const serials = units.slice(0, 30).map(({ serial }) => serial || 'no serial');
  const more = units.length - serials.length;
  return {
    heading: 'Proposal',
    none: 'Nothing was proposed.',
    labelled: [
      { label: 'Device', value: [model.name, model.modelNumber].filter(Boolean).join(', ') },
      { label: 'Supplier', value: supplier.name },
      { label: 'Kind of change', value: change.kinds.join(', ').replaceAll('_', ' ') || 'not said: not evidenced' },
      { label: 'Made by', value: change.actor ? actorLabel(change.actor) : 'not said: not evidenced' },
      { label: 'In detail', value: cell(change.description) || 'nothing' },
      { label: 'Vulnerabilities', value: change.vulnerabilities.map(({ cve }) => cve).join(', ') || 'none named' },
      { label: 'Units', value: `${units.length}: ${serials.join(', ')}${more > 0 ? ` and ${more} more` : ''}` },
      { label: 'Proposed by', value: `${change.proposerName}, ${dateInWords(change.createdAt)}` },
      { label: 'Needed by', value: change.neededBy ? dateInWords(change.neededBy) : 'no day given' },
    ],
  };
}

const factLabel = (type: string, key: string) =>
  type === 'fact' && isFactKey(key) ? asking(key).question : key.replaceAll('_', ' ');

const facts = ({ statements }: ChangeMaterial): PackSection =>
  table(
    'Facts and where they come from',
    columns(['Statement', 2.2], ['Value', 1.4], ['Source', 2], ['Recorded', 1.5]),
    statements.map((one) => [
      factLabel(one.type, one.key),
      [valueInWords(one.type, one.key, one.value), one.because].filter(Boolean).join(': '),
      sourceInWords(sourceOfColumns(one)) ?? 'no source: not evidenced',
      `${one.recordedByName}, ${dateInWords(one.recordedAt)}`,
    ]),
    'Nobody stated a fact: not evidenced.',
  );

function findings({ assessment }: ChangeMaterial): PackSection {
  const all = assessment?.result.findings ?? [];
  return table(
    'Findings',
    columns(['Chart and edition', 2], ['Outcome', 1.6], ['Weight', 0.9], ['Decided by', 2.4]),
    all.map((one) => [
      `${one.instrument}, ${one.edition}`,
      one.outcome === 'undecided' ? `undecided: ${one.outcomes.join(' or ')}` : one.outcome,
      one.tier === one.worst_tier ? one.tier : `${one.tier} … ${one.worst_tier}`,
      one.trace.map(({ citation, question, answer }) => `${question} ${answer} (${citation})`).join('; '),
    ]),
    'It was never assessed: not evidenced.',
    assessment
      ? `Assessment ${assessment.number} of ${dateInWords(assessment.assessedAt)}, library ${assessment.library}. Dossier SHA-256 ${assessment.dossierSha256}.`
      : undefined,
  );
}

const derived = (one: ChangeMaterial): PackSection =>
  table(
    'Derived answers that somebody checked',
    columns(['Question', 1.6], ['Answer', 0.7], ['Because', 2.6], ['Confirmed', 1.5]),
    one.derived.map(({ key, answer, because, confirmedBy, confirmedAt }) => [
      key,
      answer,
      because,
      confirmedBy ? `${confirmedBy}, ${dateInWords(confirmedAt ?? '')}` : 'not confirmed: not evidenced',
    ]),
    'No answer on the paths was derived.',
  );

const optionsGiven = ({ options, rounds }: ChangeMaterial): PackSection =>
  table(
    'Options',
    columns(['Option', 2], ['Evidence', 2.4], ['Put forward', 1.4]),
    [...new Set([...rounds.map(({ option }) => option), ...options.map(({ option }) => option)])].map((option) => {
      const given = options.find((row) => row.option === option);
      const forward = rounds.filter((round) => round.option === option);
      return [
        optionLabel(option as Parameters<typeof optionLabel>[0]),
        [given?.evidence, given?.evidenceDocument].filter(Boolean).join(', ') || 'nothing given',
        forward.length > 0
          ? forward.map(({ number, status }) => `round ${number}: ${status}`).join('; ')
          : 'not put forward',
      ];
    }),
    'No option was put forward.',
  );

function risk({ ratings }: ChangeMaterial): PackSection {
  const at = (axis: string, moment: string) => {
    const row = ratings.find((one) => one.axis === axis && one.moment === moment);
    return row ? `${ratingInWords(row)}. ${row.because} (${row.ratedByName})` : 'not rated: not evidenced';
  };
  return table(
    'Risk on four axes',
    columns(['Axis', 1.2], ['Before', 2.4], ['After', 2.4]),
    AXES.map((axis) => [AXIS_LABELS[axis], at(axis, 'before'), at(axis, 'after')]),
    'Nothing was rated: not evidenced.',
    'Consequence × likelihood, each from 1 to 5. The axes are not added up.',
  );
}

const levels = (consequence: number | null, likelihood: number | null) =>
  consequence !== null && likelihood !== null ? `${consequence} × ${likelihood}` : 'not judged';

const hazardLog = ({ hazards }: ChangeMaterial): PackSection =>
  table(
    'Hazard log',
    columns(['No.', 0.5], ['Hazard', 2.4], ['Controls', 2.4], ['Before', 0.9], ['After', 0.9], ['State', 1]),
    hazards.map((one) => [
      `H${one.number}`,
      [one.title, one.cause, one.effect].filter(Boolean).join('. '),
      [one.existingControls, one.furtherControls].filter(Boolean).join('. '),
      levels(one.beforeConsequence, one.beforeLikelihood),
      levels(one.afterConsequence, one.afterLikelihood),
      one.status,
    ]),
    'The hazard log is empty: not evidenced.',
  );

const accepted = ({ acceptances }: ChangeMaterial): PackSection =>
  table(
    'Residual risk that was accepted',
    columns(['What and why', 3], ['By', 1.6], ['Until', 1.1], ['State', 1.4]),
    acceptances.map((one) => [
      `${one.what}. ${one.because}`,
      `${one.acceptedByName}, ${dateInWords(one.acceptedAt)}`,
      dateInWords(one.expiresOn),
      one.endedAt ? `ended ${dateInWords(one.endedAt)}: ${one.endedReason}` : 'in force',
    ]),
    'Nobody accepted residual risk.',
  );

/** Everything up to the signatures. */
export const statedSections = (one: ChangeMaterial): PackSection[] => [
  proposal(one),
  facts(one),
  findings(one),
  derived(one),
  optionsGiven(one),
  risk(one),
  hazardLog(one),
  accepted(one),
];
