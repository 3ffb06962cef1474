/** Every question about exposure that a person can answer, grouped as the form shows them. Pure. */
import { RUBRIC } from './rubric';

export interface ExposureQuestion {
  id: string;
  asks: string;
  choices: readonly string[];
}

export interface QuestionGroup {
  title: string;
  source: string;
  questions: readonly ExposureQuestion[];
}

/** Severity of harm to a patient, in the words of FDA's guidance (section VI.B). */
export const SEVERITIES = ['negligible', 'minor', 'serious', 'critical', 'catastrophic'] as const;

const TRI = ['yes', 'no', 'unknown'] as const;
const WEIGHT = ['low', 'medium', 'high'] as const;

const tri = (id: string, asks: string): ExposureQuestion => ({ id, asks, choices: TRI });
const rubric = (...metrics: string[]) =>
  RUBRIC.filter(({ metric }) => metrics.includes(metric)).map(({ id, asks }) => tri(id, asks));

export const QUESTION_GROUPS: readonly QuestionGroup[] = [
  {
    title: 'Its place',
    source: 'what stands before the device; a proof counts for more than an answer',
    questions: [tri('behind_control', 'Does a control stand between it and whoever might attack it?')],
  },
  {
    title: 'What it is needed for',
    source: 'requirements of CVSS (CR, IR, AR)',
    questions: [
      { id: 'CR', asks: 'How much does it matter here that nobody reads its data?', choices: WEIGHT },
      { id: 'IR', asks: 'How much does it matter here that nobody alters its data?', choices: WEIGHT },
      { id: 'AR', asks: 'How much does it matter here that it runs?', choices: WEIGHT },
    ],
  },
  {
    title: 'Patient harm',
    source: 'FDA, Postmarket Management of Cybersecurity in Medical Devices (2016), section VI',
    questions: [
      tri('PV1', 'If it were exploited, would safety or essential performance be affected?'),
      { id: 'PV3', asks: 'How severe would the harm to a patient be?', choices: [...SEVERITIES, 'unknown'] },
      tri('PV4', 'Does the maker call the risk that is left acceptable, by its documented process?'),
    ],
  },
  { title: 'How it is reached', source: 'MITRE rubric, attack vector', questions: rubric('AV') },
  {
    title: 'What the attack takes',
    source: 'MITRE rubric, AC, PR, UI and S',
    questions: rubric('AC', 'PR', 'UI', 'S'),
  },
  { title: 'What could be read', source: 'MITRE rubric, confidentiality', questions: rubric('C') },
  { title: 'What could be altered', source: 'MITRE rubric, integrity', questions: rubric('I') },
  { title: 'What could be stopped', source: 'MITRE rubric, availability', questions: rubric('A') },
];

const byId = new Map(QUESTION_GROUPS.flatMap(({ questions }) => questions).map((one) => [one.id, one]));

/** The question behind an id; null for none. */
export const exposureQuestion = (id: string): ExposureQuestion | null => byId.get(id) ?? null;
