/** A pack's signatures: what was signed, by whom, and that the trail recorded exactly these. Pure. */
import { type Bundle, textOf } from './bundle-files';
import { type BundledSignature, parseSignatures, payloadOf } from './bundle-parts';
import { type Checking, counted, type FileShown, type ProofTools, type SignatureShown, textsIn, utf8 } from './proof';
import type { StoredEvent } from './walk.server';

const detailOf = ({ detail }: StoredEvent): Record<string, unknown> =>
  typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {};

const SIGNED = 'signature.signed';
const VOIDED = 'signature.voided';

interface Recorded {
  signed: Map<string, StoredEvent>;
  voided: Map<string, StoredEvent>;
}

function recorded(events: readonly StoredEvent[]): Recorded {
  const found: Recorded = { signed: new Map(), voided: new Map() };
  for (const event of events) {
    const { signature } = detailOf(event);
    if (typeof signature !== 'string') continue;
    if (event.action === SIGNED) found.signed.set(signature, event);
    if (event.action === VOIDED) found.voided.set(signature, event);
  }
  return found;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The members of a payload, or of objects in it, under any of these names. */
function member(payload: Record<string, unknown>, ...names: string[]): string {
  for (const name of names) {
    if (typeof payload[name] === 'string') return text(payload[name]);
  }
  const inner = Object.values(payload).filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
  for (const one of inner) {
    const found = member(one as Record<string, unknown>, ...names);
    if (found) return found;
  }
  return '';
}

function shownOf(
  one: BundledSignature,
  event: StoredEvent | undefined,
  voided: StoredEvent | undefined,
): SignatureShown {
  const payload = payloadOf(one.payload);
  return {
    id: one.id,
    change: event?.objectRef ?? member(payload, 'reference'),
    name: member(payload, 'printedName', 'printed_name', 'name'),
    role: member(payload, 'role'),
    meaning: member(payload, 'meaning'),
    at: member(payload, 'signedAt', 'signed_at', 'at'),
    zone: member(payload, 'zone'),
    reason: member(payload, 'reason'),
    onBehalf: member(payload, 'onBehalfWords', 'on_behalf_words', 'onBehalf'),
    method: member(payload, 'method'),
    snapshotSha256: member(payload, 'snapshotSha256', 'snapshot_sha256') || text(one.snapshotSha256),
    snapshot: null,
    event: event?.seq ?? null,
    voidedAt: voided?.at ?? null,
    faults: [],
  };
}

/** Payload, snapshot and event of one signature, each against the others. */
async function faultsOf(
  one: BundledSignature,
  shown: SignatureShown,
  { signed, voided }: Recorded,
  tools: ProofTools,
): Promise<string[]> {
  const faults: string[] = [];
  const event = signed.get(one.id);
  const said = event ? detailOf(event) : {};
  const texts = textsIn(payloadOf(one.payload));
  const digest = await tools.sha256(utf8(one.payload));
  if (digest !== one.payloadSha256) faults.push('what was signed was altered');
  if (!event) faults.push('no event of the trail records it: it was added');
  else {
    if (said.payloadSha256 !== digest) faults.push(`event ${event.seq} records another text as signed`);
    if (said.snapshotSha256 !== shown.snapshotSha256) faults.push(`event ${event.seq} records another snapshot`);
    if (event.objectId !== null && !texts.has(event.objectId)) faults.push(`event ${event.seq} is of another change`);
  }
  if (!texts.has(shown.snapshotSha256)) faults.push('what was signed names no snapshot');
  if (one.snapshotSha256 !== undefined && one.snapshotSha256 !== shown.snapshotSha256) {
    faults.push('it stands beside another snapshot than the one that was signed');
  }
  if (shown.snapshot === null) faults.push('the snapshot it covers is not in the pack');
  if (one.voidedAt !== undefined && (one.voidedAt !== null) !== voided.has(one.id)) {
    faults.push(one.voidedAt ? 'it is said to have fallen, and no event records that' : 'an event says that it fell');
  }
  return faults;
}

/** Every signature of the pack, with its faults; and none that the trail records is left out. */
export async function checkPeople(
  { byPath }: Bundle,
  events: readonly StoredEvent[],
  files: readonly FileShown[],
  checking: Checking,
  tools: ProofTools,
): Promise<SignatureShown[]> {
  const shown: SignatureShown[] = [];
  await checking.check('Signatures of people', async (fault) => {
    const bytes = byPath.get('signatures.json');
    const bundled = bytes ? parseSignatures(textOf(bytes)) : [];
    const trail = recorded(events);
    if (!bundled) {
      fault('signatures.json', 'it is no list of signatures');
      return;
    }
    const ids = new Set(bundled.map(({ id }) => id));
    if (ids.size !== bundled.length) fault('signatures.json', 'a signature is in it twice');
    for (const [id, { seq }] of trail.signed) {
      if (!ids.has(id)) fault(`event ${seq}`, `the signature ${id} that it records is missing from signatures.json`);
    }
    for (const one of bundled) {
      const view = shownOf(one, trail.signed.get(one.id), trail.voided.get(one.id));
      const covered = files.find(({ path, sha256 }) => path.startsWith('snapshots/') && sha256 === view.snapshotSha256);
      view.snapshot = covered?.path ?? null;
      view.faults = await faultsOf(one, view, trail, tools);
      for (const words of view.faults) fault(`signature ${one.id}`, words);
      shown.push(view);
    }
    return `${counted(shown.length, 'signature')}, each over the snapshot it names and recorded in the trail`;
  });
  return shown;
}
