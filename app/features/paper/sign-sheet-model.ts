/** From a change and its route to the sheet on which it is signed by hand. Pure. */
import type { SignSheet } from '../../../documents/sign-sheet/model';
import type { Tier } from '../../regulation/chart';
import { changeKind, isKindId } from '../../regulation/kinds';
import type { OptionId } from '../../regulation/options/option-result';
import { optionLabel } from '../options/option-words';
import type { RoutePlace } from '../sign-off/route';
import { MEANING_LABELS, meaningsOf } from '../sign-off/slots';

export interface SheetParts {
  organisation: string;
  change: { id: string; reference: string; title: string; kinds: readonly string[]; proposerName: string };
  device: string;
  units: number;
  tier: { from: Tier; to: Tier } | null;
  /** Null while the change is not put to sign-off. */
  round: { number: number; option: string; note: string } | null;
  places: readonly RoutePlace[];
  snapshotSha256: string;
  printed: string;
  zone: string;
}

/** Model of the document `sign-sheet`. */
export function signSheetModel(parts: SheetParts): SignSheet {
  const { change, round, tier, places } = parts;
  const kinds = change.kinds.map((kind) => (isKindId(kind) ? changeKind(kind).label : kind));
  const units = `${parts.units} ${parts.units === 1 ? 'unit' : 'units'}`;
  return {
    language: 'en-GB',
    organisation: parts.organisation,
    change: { reference: change.reference, title: change.title },
    round: round?.number ?? null,
    putForward: [
      ...(round ? [{ label: 'Option', value: optionLabel(round.option as OptionId) }] : []),
      { label: 'Kind of change', value: kinds.join(', ') },
      { label: 'Device', value: `${parts.device}, ${units}` },
      { label: 'Tier', value: tier ? [...new Set([tier.from, tier.to])].join(' … ') : 'not assessed' },
      { label: 'Proposed by', value: change.proposerName },
    ],
    note: round?.note ?? '',
    snapshotSha256: parts.snapshotSha256,
    printed: parts.printed,
    zone: parts.zone,
    places: places.map(({ slot, label, decides, rules }) => ({
      ...{ label, decides, because: rules.map(({ because }) => because) },
      meanings: meaningsOf(slot, decides).map((meaning) => MEANING_LABELS[meaning]),
    })),
    address: `/changes/${change.id}/files`,
  };
}
