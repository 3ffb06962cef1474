/**
 * From a change, its assessment and its risks to the permit that people sign. Pure. What nobody said is left as a marked
 * blank; what the record knows is not asked again.
 */
import type { ChangePermit, PermitSignature } from '../../../documents/change-permit/model';
import type { Blank, Slot } from '../../../documents/document';
import { confidenceInWords } from '../../ui/badge';
import { AXES, AXIS_LABELS, type RiskMoment } from './axes';
import { clinicalLevel, LEVEL_MEANING } from './clinical-matrix';
import type { SnapshotHazard, SnapshotRisk } from './for-snapshot.server';
import type { Cited } from './from-charts.server';
import { HAZARD_STATUS_LABELS, type HazardStatus } from './hazard-form';
import type { Level } from './matrix';
import { ratingInWords } from './matrix';
import type { PermitInput } from './permit-form';

export interface PermitMaterial {
  record: {
    reference: string;
    version: string;
    date: string;
    organisation: { name: string; lines: string[] };
    title: string;
    kinds: string[];
    madeBy: string;
    description: string;
    vulnerabilities: string[];
    device: string;
    units: string;
  };
  /** Law, who, safe. */
  allowed: ChangePermit['allowed'];
  risk: SnapshotRisk;
  said: PermitInput;
  /** What a permit is, as the rule library words it. */
  basis: readonly (Cited & { text: string })[];
  /** As they were made; none: the permit prints that it is not signed. */
  signatures: readonly PermitSignature[];
  /** Whether the decision is made; single signatures on the way to it permit nothing. */
  decided: boolean;
}

const blank = (what: string): Blank => ({ blank: what });
const orBlank = (text: string | null, what: string): Slot => (text === null || text.trim() === '' ? blank(what) : text);
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[-*•]\s*/, '').trim())
    .filter((line) => line !== '');

/** What ends a permit before its day: the baseline it was judged on is another one. */
export const ENDS_BEFORE = [
  'the device, its software version or the way it is connected changes',
  'the manufacturer withdraws or changes its permission',
  'an incident, a new hazard or a new vulnerability touches this change',
  'a signature falls, or the approval of the change ends',
];

/** The model of a permit, frozen with the record. */
export function permitFromChange({
  record,
  allowed,
  risk,
  said,
  basis,
  signatures,
  decided,
}: PermitMaterial): ChangePermit {
  const monitoring = linesOf(said.monitoring);
  return {
    mark: signatures.length === 0 ? 'DRAFT – not signed' : decided ? null : 'DRAFT – not decided',
    language: 'en-GB',
    reference: record.reference,
    version: record.version,
    date: record.date,
    organisation: {
      name: orBlank(record.organisation.name, 'organisation'),
      lines: record.organisation.lines,
    },
    title: orBlank(record.title, 'title of the change'),
    what: [
      { label: 'Kind of change', value: orBlank(record.kinds.join('; '), 'kind of change') },
      { label: 'Made by', value: orBlank(record.madeBy, 'who makes it') },
      ...(record.description ? [{ label: 'In detail', value: record.description }] : []),
      ...(record.vulnerabilities.length > 0
        ? [{ label: 'Vulnerabilities', value: record.vulnerabilities.join('; ') }]
        : []),
    ],
    where: [
      { label: 'Device', value: orBlank(record.device, 'device') },
      { label: 'Units', value: orBlank(record.units, 'units') },
    ],
    allowed,
    why: linesOf(said.why),
    conditions: linesOf(said.conditions),
    limits: [
      { label: 'Type of change', value: orBlank(said.type || record.kinds.join('; '), 'type of change') },
      { label: 'Devices', value: orBlank(record.device, 'device') },
      { label: 'Window', value: orBlank(said.window, 'when it may be made') },
      { label: 'Test', value: orBlank(said.test, 'test before return to use') },
      { label: 'Way back', value: orBlank(said.way_back, 'way back to the state before') },
    ],
    monitoring: monitoring.length > 0 ? monitoring : [blank('how it is watched afterwards')],
    risks: AXES.map((axis) => ({
      axis: AXIS_LABELS[axis],
      before: ratingWords(risk, axis, 'before'),
      after: ratingWords(risk, axis, 'after'),
    })),
    hazards: risk.hazards.map(hazardRow),
    validity: {
      begins: orBlank(said.begins_on, 'first day'),
      ends: orBlank(said.ends_on, 'last day'),
      endsBefore: ENDS_BEFORE,
    },
    signatures: [...signatures],
    statement: [
      ...basis.map(({ text, citation, confidence }) => `${text} ${citation} (${confidenceInWords(confidence)}).`),
      'It is documented reasoning that people sign; it claims no conformity.',
    ],
  };
}

function ratingWords({ ratings }: SnapshotRisk, axis: string, moment: RiskMoment): string {
  const found = ratings.find((one) => one.axis === axis && one.moment === moment)?.rating;
  return found ? `${ratingInWords(found)}. ${found.because}` : 'not rated';
}

function hazardRow(hazard: SnapshotHazard): ChangePermit['hazards'][number] {
  const level: Level | null = hazard.after ? clinicalLevel(hazard.after) : null;
  return {
    number: `H${hazard.number}`,
    hazard: hazard.title,
    controls: [hazard.existing_controls, hazard.further_controls].filter(Boolean).join('\n') || 'none named',
    left: level === null ? 'not judged' : `${level}, ${LEVEL_MEANING[level]}`,
    state: HAZARD_STATUS_LABELS[hazard.status as HazardStatus] ?? hazard.status,
  };
}
