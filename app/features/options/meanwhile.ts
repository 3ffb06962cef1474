/** For the page of a change: what can be done around the device meanwhile, and what doing nothing leaves. Pure. */
import { compare } from '../../regulation/compare';
import type { Dossier } from '../../regulation/dossier';
import type { Exposure } from '../../regulation/options/exposure-rules';
import type { OptionId, TierSpan } from '../../regulation/options/option-result';

export interface MeanwhileLine {
  option: OptionId;
  label: string;
  /** Null: nothing about the device changes. */
  tiers: TierSpan | null;
  least: Exposure;
  greatest: Exposure;
}

const SHOWN = ['network_firewall', 'segmentation', 'isolation', 'passive_monitoring', 'accept'] as const;

/** The few options that touch nothing on the device, in the order in which they are shown. */
export function meanwhile(dossier: Dossier): MeanwhileLine[] {
  return compare(
    dossier,
    SHOWN.map((option) => ({ option })),
  ).options.map(({ option, label, certificate, residual: { least, greatest } }) => ({
    option,
    label,
    tiers: certificate.tiers,
    least,
    greatest,
  }));
}
