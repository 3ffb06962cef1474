/** What people answer when they look at whether something has to be reported, and how far it decides. Pure. */
export const TRIAGE_KEYS = [
  'event',
  'device',
  'harm',
  'averted',
  'death',
  'public_health',
  'action',
  'trend',
  'personal_data',
  'service',
  'compromise',
] as const;

export type TriageKey = (typeof TRIAGE_KEYS)[number];

export const TRIAGE_VALUES = ['yes', 'no', 'unknown'] as const;

export type TriageValue = (typeof TRIAGE_VALUES)[number];

export type TriageAnswers = Record<TriageKey, TriageValue>;

export const TRIAGE_VALUE_LABELS: Record<TriageValue, string> = { yes: 'yes', no: 'no', unknown: 'not known' };

/** The three things that are looked for, and what else an attack on a device may set off. */
export const TRIAGE_GROUPS = [
  { title: 'Incident', keys: ['event', 'device', 'harm', 'averted', 'death', 'public_health'] },
  { title: 'Field safety corrective action', keys: ['action'] },
  { title: 'Trend', keys: ['trend'] },
  { title: 'Duties beside device law', keys: ['personal_data', 'service', 'compromise'] },
] as const satisfies readonly { title: string; keys: readonly TriageKey[] }[];

export const REGIMES = ['GB', 'EU', 'US'] as const;

export type Regime = (typeof REGIMES)[number];

export const REGIME_LABELS: Record<Regime, string> = {
  GB: 'Great Britain',
  EU: 'European Union',
  US: 'United States',
};

/** All hold: one no decides against it, and while anything is unknown nothing is decided. */
export const all = (...values: readonly TriageValue[]): TriageValue =>
  values.includes('no') ? 'no' : values.includes('unknown') ? 'unknown' : 'yes';

/** One of them holds. */
export const either = (...values: readonly TriageValue[]): TriageValue =>
  values.includes('yes') ? 'yes' : values.includes('unknown') ? 'unknown' : 'no';

/** Whether one event would have to be reported by itself: harm done or possible, or averted by somebody. */
export const reportable = ({ event, device, harm, averted }: TriageAnswers): TriageValue =>
  all(event, device, either(harm, averted));
