/** One option of a change, for its form. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { compare } from '../../regulation/compare';
import type { OptionId } from '../../regulation/options/option-result';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { STATUS_LABELS } from '../changes/change-status';
import { hasOption } from './compare-options.server';
import { fieldsShown, NOTHING_GIVEN } from './option-form';
import { optionRow, rowValues } from './option-rows.server';

export interface OptionPage {
  change: ChangeBrief;
  label: string;
  what: string;
  /** What would show that it works. */
  proof: string[];
  version: number;
  fields: Record<string, string>;
}

/** Null when the change is not there, or does not have this option. */
export const getOption = (actor: Actor, changeId: string, option: OptionId): Promise<OptionPage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const { dossier } = await buildDossier(tx, actor, change);
    if (!hasOption(dossier, option)) return null;
    const row = await optionRow(tx, actor.orgId, changeId, option);
    const [shown] = compare(dossier, [{ option }]).options;
    if (!shown) return null;
    const { id, reference, title, status } = change;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      label: shown.label,
      what: shown.what,
      proof: shown.proof,
      version: row?.version ?? 0,
      fields: fieldsShown(row ? rowValues(row) : NOTHING_GIVEN),
    };
  });
