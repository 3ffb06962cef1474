/** The page that lays the options of a change side by side, in a fixed number of queries. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { chartOf } from '../../regulation/charts/index';
import { compare, optionsFor } from '../../regulation/compare';
import type { Dossier } from '../../regulation/dossier';
import type { Comparison, OptionId, OptionResult } from '../../regulation/options/option-result';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import { type ChangeRow, readChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { optionInput, optionRows } from './option-rows.server';
import { optionLabel } from './option-words';
import { type StatedThreat, statedThreat } from './threat';

/** An option as the page shows it: all but the long list of its open questions. */
export interface OptionView extends Omit<OptionResult, 'open'> {
  /** Its number on the drawing and in the tables. */
  number: number;
  openQuestions: number;
  note: string;
  /** Where a proposal of this option begins; null where it is the proposal, or nothing would be changed. */
  proposeAt: string | null;
}

export interface OptionsPage {
  change: ChangeBrief & { vulnerabilities: string[] };
  comparison: Omit<Comparison, 'options'>;
  options: OptionView[];
  /** Short names of the instruments that the options speak of. */
  names: Record<string, string>;
  /** What people stated of the vulnerability. */
  stated: StatedThreat;
  may: { describe: boolean; propose: boolean; state: boolean };
}

/** Null when the change does not exist in the actor's organisation. */
export const compareOptions = (actor: Actor, changeId: string): Promise<OptionsPage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const { dossier, statements } = await buildDossier(tx, actor, change);
    const rows = new Map((await optionRows(tx, actor.orgId, changeId)).map((row) => [row.option, row]));
    const inputs = optionsFor(dossier).map((option) => optionInput(option, rows.get(option)));
    const { options, ...comparison } = compare(dossier, inputs);
    const { id, reference, title, status, vulnerabilities } = change;
    const cves = vulnerabilities.map(({ cve }) => cve);
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status], vulnerabilities: cves },
      comparison,
      options: options.map(({ open, ...option }, at) => ({
        ...option,
        number: at + 1,
        openQuestions: open.length,
        note: rows.get(option.option)?.note ?? '',
        proposeAt: proposalAddress(option, change),
      })),
      names: namesIn(options),
      stated: statedThreat(statements),
      may: {
        describe: can(actor, 'option:write') && acceptsAnswers(status),
        propose: can(actor, 'change:propose'),
        state: can(actor, 'change:answer') && acceptsAnswers(status),
      },
    };
  });

/** Charts stay on the server, so their names are handed over with the options. */
function namesIn(options: readonly OptionResult[]): Record<string, string> {
  const ids = options.flatMap(({ law, who, safe }) => [...law, ...who, ...safe].map(({ instrument }) => instrument));
  return Object.fromEntries([...new Set(ids)].map((id) => [id, chartOf(id)?.name ?? id]));
}

/** The new-change form with this option filled in. */
function proposalAddress(
  { option, kinds, proposed }: Pick<OptionResult, 'option' | 'kinds' | 'proposed'>,
  { modelId, reference, vulnerabilities }: Pick<ChangeRow, 'modelId' | 'reference' | 'vulnerabilities'>,
): string | null {
  if (proposed || kinds.length === 0) return null;
  const search = new URLSearchParams({ model: modelId, title: `${optionLabel(option)}, instead of ${reference}` });
  for (const kind of kinds) search.append('kind', kind);
  for (const { cve, cvss } of vulnerabilities) search.append('cve', cvss ? `${cve} ${cvss}` : cve);
  return `/changes/new?${search}`;
}

/** The options a dossier has, for a check that one of them exists. */
export const hasOption = (dossier: Dossier, option: OptionId): boolean => optionsFor(dossier).includes(option);

/** What may be put forward of a change: itself, or one of its options. */
export const offeredOptions = (dossier: Dossier): OptionId[] => [
  'as_proposed',
  ...optionsFor(dossier).filter((option) => option !== 'as_proposed'),
];
