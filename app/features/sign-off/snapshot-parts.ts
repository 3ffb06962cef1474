/** Entries of a snapshot from what features hand over. Pure. */

import type { OptionId } from '../../regulation/options/option-result';
import type { AssessmentResult, Finding } from '../../regulation/result';
import { tierRange } from '../../regulation/tiers';
import { outcomesInWords } from '../assessments/summary';
import type { ChangeRow } from '../changes/change-row.server';
import type { StatementRow } from '../changes/statements.server';
import { valueInWords } from '../changes/value-in-words';
import type { DossierProvenance } from '../devices/device-for-dossier.server';
import type { OptionRow } from '../options/option-rows.server';
import { optionLabel } from '../options/option-words';
import type { SignedOptionPlan } from '../plans/plan-for-snapshot.server';
import { stepInWords } from '../plans/plan-form';
import { sourceOfColumns } from '../provenance/source';
import type { SnapshotEntry } from './snapshot';

const LONGEST_WORDS = 300;

/** Words for a table; the value itself is never cut. */
export const brief = (text: string): string =>
  text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS - 1).trimEnd()}…` : text || 'nothing';

const entry = (key: string, label: string, value: unknown, words = brief(String(value ?? ''))): SnapshotEntry => ({
  key,
  label,
  words,
  value: value ?? null,
});

export function proposalEntries(change: ChangeRow, units: readonly { id: string; serial: string }[]): SnapshotEntry[] {
  const serials = units.map(({ serial, id }) => serial || id);
  return [
    entry('title', 'Title', change.title),
    entry('description', 'Description', change.description),
    entry('kinds', 'Kinds of change', [...change.kinds].sort(), change.kinds.join(', ').replaceAll('_', ' ')),
    entry('actor', 'Who makes it', change.actor),
    entry('software_version', 'Software version', change.softwareVersion),
    entry(
      'vulnerabilities',
      'Vulnerabilities',
      change.vulnerabilities,
      brief(change.vulnerabilities.map(({ cve }) => cve).join(', ')),
    ),
    entry('needed_by', 'Needed by', change.neededBy),
    entry('proposer', 'Proposer', { id: change.proposerId, name: change.proposerName }, change.proposerName),
    entry('units', 'Units', serials, brief(`${units.length}: ${serials.join(', ')}`)),
  ];
}

/** Every leaf of the device block with where it comes from. */
export function deviceEntries(device: object, provenance: readonly DossierProvenance[]): SnapshotEntry[] {
  const from = new Map(
    provenance.map(({ path, source, recordedByName, recordedAt }) => [
      path.join('.'),
      { source, recordedByName, recordedAt },
    ]),
  );
  const sourceAt = (path: readonly string[]) => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = from.get(path.slice(0, length).join('.'));
      if (found) return found;
    }
    return null;
  };
  const leaves = (value: unknown, path: readonly string[]): SnapshotEntry[] => {
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
    }
    if (value === undefined) return [];
    const label = path.join(' · ').replaceAll('_', ' ');
    return [entry(path.join('.'), label, { value, from: sourceAt(path) }, brief(String(value)))];
  };
  return leaves(device, []);
}

/** Statements of one type, by key, with who said so and where. */
export const statementEntries = (
  rows: readonly StatementRow[],
  type: StatementRow['type'],
  labelOf: (key: string) => string,
) =>
  rows
    .filter((row) => row.type === type)
    .map((row) =>
      entry(
        row.key,
        labelOf(row.key),
        {
          value: row.value,
          because: row.because,
          source: { ...sourceOfColumns(row) },
          recordedBy: row.recordedByName,
          recordedAt: row.recordedAt.toISOString(),
        },
        brief(valueInWords(row.type, row.key, row.value)),
      ),
    )
    .sort(byKey);

const byKey = (a: SnapshotEntry, b: SnapshotEntry) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** The findings as they were kept, each with the edition that was walked and the whole path. */
export function findingEntries(
  result: AssessmentResult,
  editions: Record<string, { edition: string; sha256: string }>,
): SnapshotEntry[] {
  const one = (finding: Finding) =>
    entry(
      finding.instrument,
      finding.instrument,
      {
        edition: finding.edition,
        chart: editions[finding.instrument]?.sha256 ?? null,
        state: finding.state,
        outcomes: finding.outcomes,
        tier: finding.tier,
        worst_tier: finding.worst_tier,
        path: finding.path,
        trace: finding.trace,
        open: finding.open.map(({ question }) => question),
      },
      brief(`${outcomesInWords(finding)} (${tierRange(finding.tier, finding.worst_tier)})`),
    );
  const { tier, worst_tier, conflicts_between_instruments } = result.overall;
  return [
    entry(
      'overall',
      'All instruments together',
      { tier, worst_tier, conflicts_between_instruments },
      tierRange(tier, worst_tier),
    ),
    ...result.findings.map(one).sort(byKey),
  ];
}

export const optionEntries = (rows: readonly OptionRow[]): SnapshotEntry[] =>
  rows
    .map(({ option, downtimeLeast, downtimeMost, downtimeSource, staffLeast, staffMost, staffSource, ...row }) => {
      const value = {
        downtime: [downtimeLeast, downtimeMost, downtimeSource],
        staff: [staffLeast, staffMost, staffSource],
        lead: [row.leadLeast, row.leadMost, row.leadSource],
        evidence: [row.evidence, row.evidenceDocument, row.evidenceUntil],
        note: row.note,
      };
      return entry(
        option,
        optionLabel(option as OptionId),
        value,
        brief(row.evidence || row.note || 'estimates given'),
      );
    })
    .sort(byKey);

/** The plan of options over time: its title, each step in its place, its note. */
export const overTimeEntries = ({ title, note, steps }: SignedOptionPlan): SnapshotEntry[] => [
  entry('title', 'Plan', title),
  ...steps.map((step, at) => entry(`step/${at + 1}`, `Step ${at + 1}`, step, brief(stepInWords(step)))),
  ...(note === '' ? [] : [entry('note', 'Note', note)]),
];

/** Entries of a plain object, one a member. */
export const memberEntries = (value: object, labels: Record<string, string> = {}): SnapshotEntry[] =>
  Object.entries(value)
    .map(([key, inner]) =>
      entry(
        key,
        labels[key] ?? key.replaceAll('_', ' '),
        inner,
        brief(typeof inner === 'string' ? inner : JSON.stringify(inner)),
      ),
    )
    .sort(byKey);

export { byKey, entry };
