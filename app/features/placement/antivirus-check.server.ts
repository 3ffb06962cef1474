/** The anti-virus check of a change: its proposed settings held against the maker's words and the clinical hours. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { AntivirusProposal } from '../../../db/schema/placement.server';
import type { Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { timeInWords } from '../../ui/time';
import { attachFiles } from '../attachments/attach-files.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { modelHeader } from '../devices/model-header.server';
import { fileOfText } from '../files/file-of-text.server';
import { sourceInWords, sourceOfColumns } from '../provenance/source';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import { NO_PROPOSAL, PROPOSAL_FIELDS, type ProposalInput } from './antivirus-form';
import { hoursOf, makerOf, statementRow } from './antivirus-rows.server';
import { findingsAsText, findingsInWords } from './antivirus-words';
import { type AntivirusFinding, checkAntivirus } from './check-antivirus';
import { saveSettings, settingsOf } from './settings-rows.server';

export interface AntivirusCheckPage {
  change: ChangeBrief;
  model: { id: string; name: string };
  proposal: AntivirusProposal;
  version: number;
  /** Null while nothing is proposed. */
  findings: AntivirusFinding[] | null;
  /** Where the maker's words stand; null while nobody recorded any. */
  makerSource: string | null;
  makerSpoke: boolean;
  mayEdit: boolean;
  mayAsk: boolean;
}

async function read(tx: Tx, actor: Actor, changeId: string): Promise<AntivirusCheckPage | null> {
  const change = await readChange(tx, actor.orgId, changeId);
  const model = change && (await modelHeader(tx, actor.orgId, change.modelId));
  if (!change || !model) return null;
  const row = await settingsOf(tx, actor.orgId, changeId, 'antivirus');
  const statement = await statementRow(tx, actor.orgId, model.id);
  const hours = await hoursOf(tx, actor.orgId, model.id);
  const proposal = row?.antivirus ?? null;
  const { id, reference, title, status } = change;
  return {
    change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
    model: { id: model.id, name: `${model.values.name} ${model.values.modelNumber}`.trim() },
    proposal: proposal ?? NO_PROPOSAL,
    version: row?.version ?? 0,
    findings: proposal && checkAntivirus(proposal, makerOf(statement), hours),
    makerSource: statement && sourceInWords(sourceOfColumns(statement)),
    makerSpoke: statement !== null,
    mayEdit: can(actor, 'change:answer') && acceptsAnswers(status),
    mayAsk: can(actor, 'document:draft'),
  };
}

/** Null when the change is not there. */
export const getAntivirusCheck = (actor: Actor, changeId: string): Promise<AntivirusCheckPage | null> =>
  inOrganisation(actor, (tx) => read(tx, actor, changeId));

/** Saves what is proposed; null when the change is not there. */
export const saveAntivirusSettings = (
  actor: Actor,
  changeId: string,
  { version, ...proposal }: ProposalInput,
): Promise<SaveResult | null> =>
  saveSettings(actor, changeId, {
    kind: 'antivirus',
    based: version,
    columns: { antivirus: proposal },
    changedFrom: (row) => fieldChanges(PROPOSAL_FIELDS, row?.antivirus ?? NO_PROPOSAL, proposal),
    detail: { antivirus: JSON.parse(JSON.stringify(proposal)) as Json },
  });

/** Attaches the check as it is now to the change, as evidence for the decision; null when the change is not there. */
export async function attachAntivirusCheck(actor: Actor, changeId: string): Promise<SaveResult | null> {
  const page = await getAntivirusCheck(actor, changeId);
  if (!page) return null;
  if (!page.findings) return refused('', 'There is nothing to attach: say what is proposed first.');
  const about = [
    `Anti-virus settings of ${page.change.reference} held against the maker’s words and the clinical hours`,
    `Change: ${page.change.title}`,
    `Device: ${page.model.name}`,
    `The maker’s words: ${page.makerSpoke ? (page.makerSource ?? 'source not recorded') : 'none recorded'}`,
    `Checked: ${timeInWords(presentMoment())}, settings in version ${page.version}`,
    '',
    findingsInWords(page.findings),
  ];
  const file = fileOfText(`antivirus-check-${page.change.reference}.txt`, findingsAsText(about, page.findings));
  const answer = await attachFiles(actor, changeId, { purpose: 'evidence', note: 'Anti-virus check' }, [file]);
  if (!answer) return null;
  return answer.ok ? saved(changeId) : refused('', Object.values(answer.errors).flat().join(' '));
}
