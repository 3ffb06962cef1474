/** What tests of the placement share: a matrix with one line. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { FlowForm } from './flow-form';
import { flowsOf } from './flow-rows.server';
import { addFlow } from './save-flow.server';

/** Declares a connection to the archive; its id. */
export async function aFlow(actor: Actor, modelId: string, over: Record<string, string> = {}): Promise<string> {
  const given = { peer: 'PACS', peerNetwork: '10.20.0.0/16', direction: 'out', protocol: 'tcp', ports: '104' };
  const result = await addFlow(actor, modelId, FlowForm.parse({ ...given, clinical: 'yes', ...over }));
  if (!result?.ok) throw new Error(`the flow was refused: ${JSON.stringify(result)}`);
  const flows = await inOrganisation(actor, (tx) => flowsOf(tx, actor.orgId, modelId));
  const newest = flows
    .map(({ id }) => id)
    .sort()
    .at(-1);
  if (!newest) throw new Error('the flow is not there');
  return newest;
}
