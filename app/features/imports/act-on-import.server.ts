/** What a person says to an import: apply it, allow more, call it off, let it go on, undo it. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { type ImportOptions, imports } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { enqueue } from '../jobs/enqueue.server';
import { refused, type SaveResult, saved } from '../save-result';
import { feedWarnings } from './feed-warnings.server';
import type { ActForm } from './import-form';
import { fileDetail, type ImportRow, importObject, lockImport, ownImport } from './import-row.server';
import { IMPORT_STATES, mayCancel, mayHoldAgain } from './import-words';
import { endCancelled } from './read-import.server';

/** Null when the organisation has no such import. */
export const actOnImport = (actor: Actor, id: string, form: ActForm): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockImport(tx, actor.orgId, id);
    if (!row) return null;
    switch (form.act) {
      case 'apply':
        return apply(tx, actor, row, form);
      case 'allow':
        return allow(tx, actor, row, form);
      case 'cancel':
        return cancel(tx, actor, row);
      case 'go-on':
        return goOn(tx, actor, row);
      case 'undo':
        return undo(tx, actor, row, form.reason);
    }
  });

const say = (row: ImportRow) => `This import is ${IMPORT_STATES[row.status].label}`;
const whoOf = ({ userId, name, role }: Actor) => ({ userId, name, role });

async function move(tx: Tx, actor: Actor, row: ImportRow, values: Partial<typeof imports.$inferInsert>) {
  await tx
    .update(imports)
    .set({ ...values, version: row.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
    .where(ownImport(row.orgId, row.id));
}

const work = (tx: Tx, { orgId, id }: ImportRow) => enqueue(tx, 'import.run', { orgId, importId: id });

async function apply(
  tx: Tx,
  actor: Actor,
  row: ImportRow,
  form: Extract<ActForm, { act: 'apply' }>,
): Promise<SaveResult> {
  if (row.status === 'applying') {
    return refused('', `${say(row)} already, by ${row.options.actedBy?.name ?? 'somebody'}. It is applied once.`);
  }
  if (row.status !== 'ready') return refused('', `${say(row)}: it cannot be applied.`);
  const warnings = await feedWarnings(tx, row, row.counts);
  if (warnings.length > 0 && form.confirmed !== 'yes') {
    return refused('confirmed', 'Read what is odd about this file, and tick that it is to be applied all the same.');
  }
  const { new: fresh = 0, changed = 0, gone = 0 } = row.counts;
  const retireGone = form.retireGone === 'yes';
  const anything = fresh + changed > 0 || (retireGone && gone > 0) || row.purpose === 'feed';
  if (!anything) return refused('', 'There is nothing to apply: everything in this file is as it is in the register.');
  const options: ImportOptions = { ...row.options, retireGone, actedBy: whoOf(actor) };
  await move(tx, actor, row, { status: 'applying', options, progress: 0 });
  await work(tx, row);
  return saved(row.id);
}

async function allow(
  tx: Tx,
  actor: Actor,
  row: ImportRow,
  form: Extract<ActForm, { act: 'allow' }>,
): Promise<SaveResult> {
  if (!mayHoldAgain(row.status)) return refused('', `${say(row)}: nothing more can be allowed now.`);
  const options = { ...row.options, mayCreate: form.mayCreate === 'yes', mayRestore: form.mayRestore === 'yes' };
  await move(tx, actor, row, { status: 'reading', options, progress: 0, cancelAsked: false });
  await work(tx, row);
  return saved(row.id);
}

async function cancel(tx: Tx, actor: Actor, row: ImportRow): Promise<SaveResult> {
  if (row.status === 'cancelled') return saved(row.id);
  const { failedIn } = row.options;
  const begun = row.status === 'failed' && (failedIn === 'applying' || failedIn === 'undoing');
  if (!mayCancel(row.status) || begun || row.cancelAsked) {
    return refused('', begun ? 'Part of it is in the register: let it go on, and undo it then.' : `${say(row)}.`);
  }
  const moving = row.status === 'reading';
  if (moving) await move(tx, actor, row, { cancelAsked: true });
  else await endCancelled(tx, row);
  const detail = fileDetail(row);
  await record(tx, auditActor(actor), { action: 'import.cancelled', object: importObject(row), detail });
  return saved(row.id);
}

async function goOn(tx: Tx, actor: Actor, row: ImportRow): Promise<SaveResult> {
  if (row.status !== 'failed') return refused('', `${say(row)}: there is nothing to let go on.`);
  const { failedIn = 'reading', ...options } = row.options;
  await move(tx, actor, row, { status: failedIn, options, problem: '' });
  await work(tx, row);
  return saved(row.id);
}

async function undo(tx: Tx, actor: Actor, row: ImportRow, reason: string): Promise<SaveResult> {
  if (row.status === 'undoing') return refused('', `${say(row)} already.`);
  if (row.status !== 'applied') return refused('', `${say(row)}: only an applied import can be undone.`);
  const options = { ...row.options, actedBy: whoOf(actor) };
  await move(tx, actor, row, { status: 'undoing', undoReason: reason, options });
  await work(tx, row);
  return saved(row.id);
}
