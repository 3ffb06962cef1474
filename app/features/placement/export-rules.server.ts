/** The fewest rules that the communication matrix needs, as comma-separated values. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { csvDownload } from '../csv';
import { modelHeader } from '../devices/model-header.server';
import { modelObject } from '../devices/model-row.server';
import { today } from '../today';
import { flowsOf } from './flow-rows.server';
import { leastRules } from './least-rules';
import { DIRECTION_WORDS, portsInWords } from './ports';

const HEADING = ['Order', 'Action', 'Who begins', 'Protocol', 'Ports', 'Peer', 'For'];

/** Records the export and sends it; null when the organisation has no such model. */
export async function exportLeastRules(actor: Actor, modelId: string): Promise<Response | null> {
  const found = await inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const flows = await flowsOf(tx, actor.orgId, modelId);
    await record(tx, auditActor(actor), {
      action: 'register.exported',
      object: modelObject(modelId, model.values),
      detail: { list: 'least rules', flows: flows.length },
    });
    return leastRules(flows);
  });
  if (!found) return null;
  const lines = [
    ...found.rules.map((rule, index) => [
      index + 1,
      rule.action,
      DIRECTION_WORDS[rule.direction],
      rule.protocol,
      rule.protocol === 'icmp' ? '' : portsInWords(rule.portFrom, rule.portTo, '').replace('–', '-'),
      rule.peer,
      rule.note,
    ]),
    [found.rules.length + 1, 'deny', 'both', 'any', '', 'any', 'whatever no rule names'],
    ...found.unwritten.map(({ flow, missing }) => [
      '',
      'no rule can be written',
      DIRECTION_WORDS[flow.direction],
      flow.protocol === 'any' ? 'not said' : flow.protocol,
      portsInWords(flow.portFrom, flow.portTo, 'not said').replace('–', '-'),
      flow.peerNetwork || 'not known',
      `${flow.peer}: not said: ${missing.join(', ')}`,
    ]),
  ];
  let left: typeof lines | null = lines;
  return csvDownload(`least-rules-${today()}.csv`, HEADING, async () => {
    const now = left;
    left = null;
    return now;
  });
}
