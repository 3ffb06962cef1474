/** The firewall check of a change: its proposed rules held against the communication matrix of its model. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { timeInWords } from '../../ui/time';
import { attachFiles } from '../attachments/attach-files.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { modelHeader } from '../devices/model-header.server';
import { fileOfText } from '../files/file-of-text.server';
import { inTurns } from '../in-turns.server';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import { checkSteps, type Otherwise, type RulesResult } from './check-rules';
import { checkAsText } from './check-words';
import { flowsOf } from './flow-rows.server';
import { ruleLine } from './rule-lines';
import { settingsOf } from './settings-rows.server';

export interface NetworkCheckPage {
  change: ChangeBrief;
  model: { id: string; name: string };
  /** Lines of the communication matrix. */
  declared: number;
  settings: { rules: string; otherwise: Otherwise; version: number };
  /** Null while there is no matrix or no rule. */
  result: RulesResult | null;
  mayEdit: boolean;
  mayAsk: boolean;
}

async function read(tx: Tx, actor: Actor, changeId: string): Promise<NetworkCheckPage | null> {
  const change = await readChange(tx, actor.orgId, changeId);
  const model = change && (await modelHeader(tx, actor.orgId, change.modelId));
  if (!change || !model) return null;
  const flows = await flowsOf(tx, actor.orgId, model.id);
  const row = await settingsOf(tx, actor.orgId, changeId, 'network');
  const rules = row?.rules ?? [];
  const otherwise = row?.otherwise ?? '';
  const { id, reference, title, status } = change;
  return {
    change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
    model: { id: model.id, name: `${model.values.name} ${model.values.modelNumber}`.trim() },
    declared: flows.length,
    settings: { rules: rules.map(ruleLine).join('\n'), otherwise, version: row?.version ?? 0 },
    result: flows.length > 0 && rules.length > 0 ? await inTurns(checkSteps(flows, rules, otherwise)) : null,
    mayEdit: can(actor, 'change:answer') && acceptsAnswers(status),
    mayAsk: can(actor, 'document:draft'),
  };
}

/** Null when the change is not there. */
export const getNetworkCheck = (actor: Actor, changeId: string): Promise<NetworkCheckPage | null> =>
  inOrganisation(actor, (tx) => read(tx, actor, changeId));

/** Attaches the check as it is now to the change, as evidence for the decision; null when the change is not there. */
export async function attachNetworkCheck(actor: Actor, changeId: string): Promise<SaveResult | null> {
  const page = await getNetworkCheck(actor, changeId);
  if (!page) return null;
  if (!page.result) return refused('', 'There is nothing to attach: declare flows and propose rules first.');
  const about = [
    `Firewall rules of ${page.change.reference} held against the communication matrix`,
    `Change: ${page.change.title}`,
    `Device: ${page.model.name}`,
    `Checked: ${timeInWords(presentMoment())}, rules in version ${page.settings.version}`,
  ];
  const text = checkAsText(about, page.result, page.settings.otherwise);
  const file = fileOfText(`network-check-${page.change.reference}.txt`, text);
  const answer = await attachFiles(actor, changeId, { purpose: 'evidence', note: 'Firewall check' }, [file]);
  if (!answer) return null;
  return answer.ok ? saved(changeId) : refused('', Object.values(answer.errors).flat().join(' '));
}
