/** A pack's signatures: what was signed, by whom, and that the trail recorded exactly these. Pure. */
import { type Bundle, textOf } from './bundle-files';
import { type BundledSignature, parseSignatures, payloadOf } from './bundle-parts';
import { type Checking, counted, type FileShown, type ProofTools, type SignatureShown, utf8 } from './proof';
import { readSignedPayload } from './signed-payload';
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

function shownOf(
  one: BundledSignature,
  event: StoredEvent | undefined,
  voided: StoredEvent | undefined,
): SignatureShown {
  const signed = readSignedPayload(one.payload);
  return {
    id: one.id,
    change: signed?.change.reference ?? '',
    name: signed?.signer.name ?? '',
    role: signed?.signer.role ?? '',
    meaning: signed?.meaning ?? '',
    at: signed?.signed_at ?? '',
    zone: signed?.zone ?? '',
    reason: signed?.reason ?? '',
    onBehalf: signed?.on_behalf_of?.words ?? '',
    method: signed?.method ?? '',
    snapshotSha256: signed?.snapshot.sha256 ?? '',
    snapshot: null,
    event: event?.seq ?? null,
    voidedAt: voided?.at ?? null,
    what: [],
    faults: [],
  };
}

/** The entries of a snapshot, part by part; empty when it cannot be read. */
function whatWasSigned(snapshot: string): SignatureShown['what'] {
  const parts = payloadOf(snapshot).parts;
  if (typeof parts !== 'object' || parts === null) return [];
  return Object.entries(parts).flatMap(([part, entries]) =>
    (Array.isArray(entries) ? entries : []).map((entry: { label?: unknown; words?: unknown }) => ({
      ...{ part, label: String(entry?.label ?? ''), words: String(entry?.words ?? '') },
    })),
  );
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
  const payload = readSignedPayload(one.payload);
  const digest = await tools.sha256(utf8(one.payload));
  if (digest !== one.payloadSha256) faults.push('what was signed was altered');
  if (!event) faults.push('no event of the trail records it: it was added');
  else {
    if (said.payloadSha256 !== digest) faults.push(`event ${event.seq} records another text as signed`);
    if (said.snapshotSha256 !== shown.snapshotSha256) faults.push(`event ${event.seq} records another snapshot`);
    if (payload && event.objectId !== payload.change.id) faults.push(`event ${event.seq} is of another change`);
  }
  if (!payload) faults.push('what was signed cannot be read');
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
      view.what = whatWasSigned(textOf(byPath.get(view.snapshot ?? '')));
      view.faults = await faultsOf(one, view, trail, tools);
      for (const words of view.faults) fault(`signature ${one.id}`, words);
      shown.push(view);
    }
    return `${counted(shown.length, 'signature')}, each over the snapshot it names and recorded in the trail`;
  });
  return shown;
}
