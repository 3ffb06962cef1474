/** The register of connected devices as one list, read in batches while it is sent. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { csvDownload } from '../csv';
import { today } from '../today';
import { REGISTER_HEADING, registerRows } from './register-rows.server';

const BATCH = 500;

/** Records the export, then streams it, each batch in a transaction of its own. */
export async function exportConnectedRegister(actor: Actor): Promise<Response> {
  await inOrganisation(actor, (tx) =>
    record(tx, auditActor(actor), {
      action: 'register.exported',
      object: { type: 'list', id: null, ref: 'connected devices' },
    }),
  );
  const day = today();
  let after: string | null = null;
  let more = true;
  return csvDownload(`connected-devices-${day}.csv`, REGISTER_HEADING, async () => {
    if (!more) return null;
    const from = after;
    const { records, last } = await inOrganisation(actor, (tx) => registerRows(tx, actor.orgId, from, BATCH, day));
    after = last;
    more = last !== null;
    return records;
  });
}
