/** A pack's files against its manifest, the manifest against its signature, and the archive against its seal. Pure. */
import { type Manifest, type ManifestSignature, parseManifest, parseManifestSignature } from './bundle-parts';
import { type Checking, counted, type FileShown, type ProofTools } from './proof';
import type { Archive } from './read-archive';

export interface Bundle {
  archive: Archive;
  byPath: ReadonlyMap<string, Uint8Array>;
  manifest: Manifest;
  signature: ManifestSignature | null;
}

export const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '');

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Null when the archive is no evidence pack. */
export function openBundle(archive: Archive): Bundle | null {
  const byPath = new Map(archive.entries.map(({ path, bytes }) => [path, bytes]));
  const manifest = parseManifest(textOf(byPath.get('manifest.json')));
  if (!manifest) return null;
  return { archive, byPath, manifest, signature: parseManifestSignature(textOf(byPath.get('manifest.sig'))) };
}

/** Who signed the pack: manifest and archive with one key, which is the one the auditor expects, where one is given. */
export async function checkSignatures(
  { archive, byPath, signature }: Bundle,
  checking: Checking,
  tools: ProofTools,
  expected: string | null,
): Promise<void> {
  await checking.check('Signature of the manifest', async (fault) => {
    if (!signature) {
      fault('manifest.sig', 'the signature of the manifest is missing or altered');
      return;
    }
    const keyId = (await tools.sha256(base64(signature.publicKey))).slice(0, 16);
    if (keyId !== signature.keyId) fault('manifest.sig', 'the name of the key is not that of its public key');
    const held = await tools.signed(
      signature.publicKey,
      signature.signature,
      byPath.get('manifest.json') ?? new Uint8Array(),
    );
    if (held === false) fault('manifest.json', 'it is not what was signed, or the signature is another one');
    return held === null ? undefined : `signed with key ${keyId}`;
  });
  if (expected !== null) {
    await checking.check('The key you were given', async (fault) => {
      if (signature?.publicKey !== expected && signature?.keyId !== expected) {
        fault('manifest.sig', 'the pack is signed with another key than the one you were given');
      }
      return 'the pack is signed with it';
    });
  }
  await checking.check('Seal of the whole file', async (fault) => {
    if (archive.seal === null || !signature) {
      fault('end of the file', 'the seal over the whole file is missing or altered');
      return;
    }
    const digest = fromHex(await tools.sha256(archive.sealed));
    const held = await tools.signed(signature.publicKey, archive.seal, digest);
    if (held === false) fault('the file as a whole', 'a byte of it was changed after it was made');
    return held === null ? undefined : 'no byte was changed, between the files neither';
  });
}

const base64 = (text: string): Uint8Array => {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
};

/** Not in the list themselves: the list, and its signature. */
const UNLISTED = ['manifest.json', 'manifest.sig'];

/** Every file against the list: none missing, none more, each as it was. */
export async function checkFiles(
  { archive, byPath, manifest }: Bundle,
  checking: Checking,
  tools: ProofTools,
): Promise<FileShown[]> {
  const shown: FileShown[] = [];
  await checking.check('Files of the pack', async (fault) => {
    const listed = new Map(manifest.files.map((file) => [file.path, file]));
    if (listed.size !== manifest.files.length) fault('manifest.json', 'it names a file twice');
    const seen = new Set<string>();
    for (const { path } of archive.entries) {
      if (seen.has(path)) fault(path, 'it is in the pack twice');
      if (!listed.has(path) && !UNLISTED.includes(path)) fault(path, 'it was added: the manifest does not name it');
      seen.add(path);
    }
    for (const { path, size, sha256 } of manifest.files) {
      const bytes = byPath.get(path);
      if (!bytes) {
        fault(path, 'it is missing');
        continue;
      }
      const held = bytes.length === size && (await tools.sha256(bytes)) === sha256;
      if (!held) fault(path, 'it was altered');
      shown.push({ path, size: bytes.length, sha256, events: [], held });
    }
    return `${counted(manifest.files.length, 'file')}, none missing, none added, none altered`;
  });
  return shown;
}
