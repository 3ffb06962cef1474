/** How options, levels and axes are named on screen. Pure. */
import type { Exposure, Vector } from '../../regulation/options/exposure-rules';
import { measureOf } from '../../regulation/options/measures';
import type {
  Axis,
  CertificateBurden,
  Estimate,
  MayAct,
  OptionId,
  OptionResult,
} from '../../regulation/options/option-result';

export const optionLabel = (option: OptionId): string =>
  option === 'as_proposed' ? 'The change as proposed' : measureOf(option).label;

export const EXPOSURE_WORDS: Readonly<Record<Exposure, string>> = {
  none: 'fault gone',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
  very_high: 'very high',
};

/** A level, or the range that is still possible: "moderate … high". */
export const exposureInWords = ({ least, greatest }: { least: Exposure; greatest: Exposure }): string =>
  least === greatest ? EXPOSURE_WORDS[least] : `${EXPOSURE_WORDS[least]} … ${EXPOSURE_WORDS[greatest]}`;

export const VECTOR_WORDS: Readonly<Record<Vector, string>> = {
  network: 'over the network',
  adjacent: 'from the same network segment',
  local: 'on the device itself',
  physical: 'with physical access',
};

export const GROUP_TITLES: Readonly<Record<OptionResult['group'], string>> = {
  device: 'On the device',
  environment: 'In its environment',
  neither: 'Neither: the unit leaves, or nothing is done',
};

export const GROUPS = ['device', 'environment', 'neither'] as const satisfies readonly OptionResult['group'][];

const AXIS_WORDS: Readonly<Record<Axis, string>> = {
  certificate: 'certificate',
  duties: 'other legal duties',
  who: 'who may act',
  safe: 'clinical safety',
  exposure: 'exposure left',
  noticed: 'an attack being noticed',
  downtime: 'downtime',
  staff: 'staff time',
  lead_time: 'lead time',
};

export const axesInWords = (axes: readonly Axis[]): string => axes.map((axis) => AXIS_WORDS[axis]).join(', ');

/** A range that somebody gave, with its unit; null when nobody did. */
export function estimateInWords(estimate: Estimate | null, unit: string): string | null {
  if (!estimate) return null;
  const { least, most } = estimate;
  return `${least === most ? least : `${least} to ${most}`} ${most === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** What stands where there is no tier. */
export const CERTIFICATE_WORDS: Readonly<Record<CertificateBurden['state'], string>> = {
  judged: 'by charts that apply',
  open: 'not sure which charts apply',
  forecast: 'forecast',
  untouched: 'outside the device',
  no_change: 'no change of the unit',
  no_chart: 'not known',
};

export const MAY_ACT_WORDS: Readonly<Record<MayAct['state'], string>> = {
  settled: 'settled',
  open: 'open',
  makers_act: 'the maker’s own act',
  no_chart: 'not covered here',
  nothing_to_do: 'no change to permit',
};
