/** The questions of the triage, as the charts of vigilance ask them. */
import { type Cited, cited, dutyOf, nodeOf } from './from-charts.server';
import { TRIAGE_KEYS, type TriageKey } from './triage-answers';

export interface TriageQuestion {
  key: TriageKey;
  asks: string;
  cited: Cited[];
}

type Place = readonly [instrument: string, node: string];

/** The first gives the words; the others ask the same under another regime. */
const FROM_CHARTS: Partial<Record<TriageKey, readonly Place[]>> = {
  event: [['UK-MDR-P4A', 'UK-V1']],
  device: [
    ['UK-MDR-P4A', 'UK-V2'],
    ['EU-MDR-VIG', 'VI-1'],
  ],
  harm: [
    ['UK-MDR-P4A', 'UK-V3'],
    ['EU-MDR-VIG', 'VI-2'],
  ],
  averted: [['UK-MDR-P4A', 'UK-V8']],
  death: [['UK-MDR-P4A-TIME', 'UK-V5']],
  public_health: [['UK-MDR-P4A-TIME', 'UK-V4']],
  action: [
    ['UK-MDR-FSCA', 'UK-S1'],
    ['EU-MDR-FSCA', 'FS-3'],
    ['US-CFR-806', 'F2'],
  ],
  trend: [['UK-MDR-P4A', 'UK-V9']],
};

/** Duties that no chart asks for by a question of its own: the question is ours, the source that of the duty. */
const OURS: Partial<Record<TriageKey, { asks: string; at: string; part: string }>> = {
  personal_data: {
    asks: 'Are personal data at risk: read, changed, lost or out of reach?',
    at: 'fan-out of a cyber incident: personal data',
    part: '',
  },
  service: {
    asks: 'Does the continuity of an essential service suffer significantly?',
    at: 'operators of essential services',
    part: '',
  },
  compromise: {
    asks: 'Is it suspected that somebody has broken into a device or a system around it?',
    at: 'cyber security operations',
    part: '',
  },
};

/** Every question, in the order of the form. */
export const triageQuestions = (): TriageQuestion[] => TRIAGE_KEYS.map(questionOf);

function questionOf(key: TriageKey): TriageQuestion {
  const ours = OURS[key];
  if (ours) {
    const duty = dutyOf('UK-MDR-P4A', 'V-REPORT', 'hospital', ours.at, ours.part);
    return { key, asks: ours.asks, cited: [cited(duty.cite, duty.confidence)] };
  }
  const places = FROM_CHARTS[key] ?? [];
  const [first] = places;
  if (!first) throw new Error(`Nothing asks about ${key}`);
  return {
    key,
    asks: nodeOf(...first).asks,
    cited: places.map((place) => {
      const { cite, confidence } = nodeOf(...place);
      return cited(cite, confidence);
    }),
  };
}
