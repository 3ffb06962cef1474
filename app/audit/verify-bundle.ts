/**
 * Verifies an evidence pack without Changemark: everything it needs is in the pack and in the public key. Pure, with
 * hashing and signatures handed in, so that browser and command say the same.
 */
import { type Bundle, checkFiles, checkSignatures, openBundle } from './bundle-files';
import { organisationName } from './bundle-parts';
import { checkPeople } from './bundle-signatures';
import { checkChain, checkCheckpoints, checkEvents } from './bundle-trail';
import { Checking, counted, type FileShown, type Proof, type ProofTools, textsIn } from './proof';
import { NotAnArchive, readArchive } from './read-archive';
import type { StoredEvent } from './walk.server';

export interface Expected {
  /** Public key (base64) or its id, as the auditor got it by another way. */
  key?: string;
  /** A head that somebody noted: its hash. */
  head?: string;
}

/** Folders whose files the trail has to vouch for. */
const VOUCHED = /^(documents|letters|attachments)\//;

/** Files that people made: an event of the trail states the digest of each. */
async function checkDocuments(files: FileShown[], events: readonly StoredEvent[], checking: Checking): Promise<void> {
  await checking.check('Documents, letters and attachments', async (fault) => {
    const stated = new Map<string, number[]>();
    for (const event of events) {
      for (const text of textsIn(event.detail)) {
        if (/^[0-9a-f]{64}$/.test(text)) stated.set(text, [...(stated.get(text) ?? []), event.seq]);
      }
    }
    let count = 0;
    for (const file of files) {
      file.events = stated.get(file.sha256) ?? [];
      if (!VOUCHED.test(file.path)) continue;
      count += 1;
      if (file.events.length === 0) fault(file.path, 'no event of the trail states its digest');
    }
    return `${counted(count, 'file')}, each with the digest that the trail states`;
  });
}

async function checkNoted(noted: string, hashes: readonly string[], checking: Checking): Promise<void> {
  await checking.check('The head you noted', async (fault) => {
    const seq = hashes.indexOf(noted.trim().toLowerCase(), 1);
    if (seq < 1) fault('chain.ndjson', 'the head you noted is not in it');
    return `it is event ${seq}: nothing up to it was changed or cut off since`;
  });
}

const broken = (title: string, place: string, words: string): Proof => ({
  ...{ kind: 'pack', title, organisation: '', ok: false, findings: [{ place, words }], checks: [], notes: [] },
  ...{ events: [], signatures: [], files: [], head: null, key: null },
});

/**
 * Everything about a pack that can be checked: its files, its signature, its share of the trail, who signed what.
 * @param bytes the ZIP
 * @throws nothing for a damaged pack: that is a finding
 */
export async function verifyBundle(bytes: Uint8Array, tools: ProofTools, expected: Expected = {}): Promise<Proof> {
  let bundle: Bundle | null;
  try {
    bundle = openBundle(readArchive(bytes));
  } catch (error) {
    if (error instanceof NotAnArchive) return broken('Damaged file', placeIn(error.message), error.message);
    throw error;
  }
  if (!bundle) return broken('Not an evidence pack', 'manifest.json', 'it is missing, or not the list of a pack');
  return verifyOpened(bundle, tools, expected);
}

const placeIn = (message: string): string => /^(\S+): /.exec(message)?.[1] ?? 'the file as a whole';

async function verifyOpened(bundle: Bundle, tools: ProofTools, { key, head }: Expected): Promise<Proof> {
  const { manifest, signature } = bundle;
  const checking = new Checking();
  const notes: string[] = [];
  const files = await checkFiles(bundle, checking, tools);
  await checkSignatures(bundle, checking, tools, key?.trim() || null);
  const hashes = await checkChain(bundle, checking);
  const events = await checkEvents(bundle, hashes, checking, tools);
  await checkCheckpoints(bundle, hashes, checking, tools, notes);
  const signatures = await checkPeople(bundle, events, files, checking, tools);
  await checkDocuments(files, events, checking);
  if (head?.trim()) await checkNoted(head, hashes, checking);
  if (!key) notes.push('The key is the one in the pack. Compare its name with the one the organisation gave you.');
  const { seq, hash } = manifest.cut;
  return {
    ...{ kind: 'pack', title: manifest.title, organisation: organisationName(manifest) },
    ...{ ok: checking.findings.length === 0, findings: checking.findings, checks: checking.checks, notes },
    ...{ events, signatures, files, head: { seq, hash } },
    key: signature && { keyId: signature.keyId, publicKey: signature.publicKey },
  };
}
