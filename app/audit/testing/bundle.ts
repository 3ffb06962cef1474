/** A small evidence pack, made in memory the way packs are laid out, for tests of what verifies it. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { zipSync } from 'fflate';
import { hashOf } from '../append.server';
import { canonicalEvent, GENESIS } from '../chain';
import { checkpointLine, checkpointText } from '../checkpoint';
import { publicKey, signBytes } from '../checkpoint-key.server';
import { sealZip, signManifest } from '../sign-bundle.server';
import type { StoredEvent } from '../walk.server';

const ORG = '01900000-0000-7000-8000-000000000001';
const CHANGE = '01900000-0000-7000-8000-0000000000c1';
const SIGNATURE = '01900000-0000-7000-8000-0000000000e1';
const text = (value: unknown): string => canonicalize(value) as string;
const sha = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const SNAPSHOT = text({
  changemark_snapshot: 1,
  change: { id: CHANGE, reference: 'CM-2026-000001' },
  parts: { facts: [{ key: 'security_update', label: 'Is it a security update?', words: 'yes', value: 'yes' }] },
});
const PAYLOAD = text({
  changemark_signature: 1,
  organisation: { id: ORG, name: 'Northbridge' },
  change: { id: CHANGE, reference: 'CM-2026-000001' },
  round: { id: ORG, number: 1, purpose: 'decision', option: 'as_proposed' },
  place: 'risk_owner',
  meaning: 'approve',
  snapshot: { number: 1, sha256: sha(SNAPSHOT) },
  signer: { id: ORG, name: 'Kofi Mensah', role: 'risk_owner', job_title: 'SIRO' },
  on_behalf_of: null,
  exception: null,
  reason: 'Exposure outweighs the risk of the patch',
  conditions: [],
  method: 'password',
  signed_at: '2026-11-18T09:14:00.000Z',
  zone: 'Europe/London',
});
const LETTER = `%PDF-1.7 a letter ${'.'.repeat(200)}`;

/** A chain of a few events, of which two are outside of the pack's scope. */
function chain(): StoredEvent[] {
  const acts: [string, string, unknown][] = [
    ['session.signed_in', 'person', {}],
    ['change.proposed', 'change', { title: 'Install the March roll-up' }],
    ['letter.issued', 'change', { version: 'v1.0', sha256: sha(LETTER) }],
    ['session.signed_in', 'person', {}],
    [
      'signature.signed',
      'change',
      { signature: SIGNATURE, payloadSha256: sha(PAYLOAD), snapshotSha256: sha(SNAPSHOT), meaning: 'approved' },
    ],
  ];
  let previousHash = GENESIS;
  return acts.map(([action, objectType, detail], index) => {
    const event = {
      ...{ orgId: ORG, seq: index + 1, at: '2026-11-18T09:14:00.000Z', actorId: null, actorName: 'Kofi Mensah' },
      ...{ actorRole: 'risk_owner', action, objectType, objectId: objectType === 'change' ? CHANGE : null },
      ...{ objectRef: objectType === 'change' ? 'CM-2026-000001' : null, detail, reason: null, requestId: null },
      ...{ address: null, previousHash },
    };
    const hash = hashOf(canonicalEvent(event));
    previousHash = hash;
    return { ...event, hash };
  });
}

/** The files of the pack by path, without manifest and signature. */
export function bundleFiles(): Record<string, string> {
  const events = chain();
  const last = events.at(-1) as StoredEvent;
  const unsigned = { orgId: ORG, seq: last.seq, hash: last.hash, at: last.at, keyId: publicKey().keyId };
  const checkpoint = { ...unsigned, signature: signBytes(Buffer.from(checkpointText(unsigned))) };
  const lines = (all: string[]) => all.map((line) => `${line}\n`).join('');
  return {
    'chain.ndjson': lines(events.map(({ seq, hash }) => text({ seq, hash }))),
    'checkpoints.ndjson': lines([checkpointLine(checkpoint)]),
    'letters/CM-2026-000001-L01.pdf': LETTER,
    'pack.json': text({ title: 'CM-2026-000001' }),
    'signatures.json': text([
      { id: SIGNATURE, payload: PAYLOAD, payloadSha256: sha(PAYLOAD), snapshotSha256: sha(SNAPSHOT), voidedAt: null },
    ]),
    'snapshots/CM-2026-000001-1.json': SNAPSHOT,
    'trail.ndjson': lines(events.filter(({ objectType }) => objectType === 'change').map(text)),
  };
}

/** The trail alone, whole. */
export const trailText = (): string =>
  chain()
    .map((event) => `${text(event)}\n`)
    .join('');

const AT = new Date('2026-11-18T09:20:00Z');

/** Packs files as a pack is packed, with a manifest that fits them and everything signed. */
export function packed(files: Record<string, string>): Uint8Array {
  const last = chain().at(-1) as StoredEvent;
  const encode = (content: string) => new TextEncoder().encode(content);
  const listed = Object.entries(files)
    .map(([path, content]) => ({ path, size: encode(content).length, sha256: sha(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = text({
    ...{ changemark_pack: 1, scope: 'change', title: 'CM-2026-000001, Install the March roll-up' },
    cut: { seq: last.seq, hash: last.hash, at: last.at },
    organisation: { id: ORG, name: 'Northbridge' },
    files: listed,
  });
  const all = { ...files, 'manifest.json': manifest, 'manifest.sig': signManifest(encode(manifest)) };
  const bytes = Object.fromEntries(Object.entries(all).map(([path, content]) => [path, encode(content)]));
  return sealZip(zipSync(bytes, { mtime: AT, level: 6 }));
}

/** A pack in which everything holds. */
export const goodBundle = (): Uint8Array => packed(bundleFiles());
