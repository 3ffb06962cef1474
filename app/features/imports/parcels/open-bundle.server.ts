/** Opens a signed bundle: the manifest is what a known key signed, and every file is the one that the manifest names. */
import { createHash } from 'node:crypto';
import type { Archive } from '../../../readers/archives/zip.server';
import { LIMITS, refuse } from '../../../readers/reader';
import { signerOf } from './bundle-key.server';
import { BundleManifest, LARGEST_MANIFEST, MANIFEST, SIGNATURE } from './bundle-manifest';

export interface TrustedKey {
  name: string;
  publicKey: string;
}

export interface OpenedBundle {
  manifest: BundleManifest;
  /** Name of the key that signed it. */
  signedBy: string;
}

/** Throws a Refusal that names the rule. Files are checked as a whole here; they are read again when they are imported. */
export async function openBundle(archive: Archive, keys: readonly TrustedKey[]): Promise<OpenedBundle> {
  const text = await archive.bytes(MANIFEST, LARGEST_MANIFEST);
  if (!archive.has(SIGNATURE)) {
    refuse(
      'bundle signature',
      SIGNATURE,
      `The bundle is not signed: it has no ${SIGNATURE}. Bring its files one by one if you trust where they come from.`,
    );
  }
  const signature = (await archive.bytes(SIGNATURE, 1024)).toString('ascii');
  const key =
    signerOf(text, signature, keys) ??
    refuse(
      'bundle signature',
      SIGNATURE,
      keys.length === 0
        ? 'No key for bundles is trusted here yet. An administrator adds one under Settings, Feeds.'
        : 'The signature is none of a key that is trusted here, or the manifest was changed after it was signed.',
    );
  const manifest = parsed(text);
  await checkFiles(archive, manifest);
  return { manifest, signedBy: key.name };
}

function parsed(text: Buffer): BundleManifest {
  let json: unknown;
  try {
    json = JSON.parse(text.toString('utf8'));
  } catch {
    return refuse('bundle manifest', MANIFEST, 'The manifest is no JSON.');
  }
  const manifest = BundleManifest.safeParse(json);
  if (manifest.success) return manifest.data;
  const [issue] = manifest.error.issues;
  return refuse(
    'bundle manifest',
    `${MANIFEST} /${issue?.path.join('/') ?? ''}`,
    issue?.message ?? 'The manifest cannot be read.',
  );
}

async function checkFiles(archive: Archive, manifest: BundleManifest): Promise<void> {
  const named = new Set(manifest.files.map(({ name }) => name.toLowerCase()));
  if (named.size !== manifest.files.length) refuse('bundle manifest', MANIFEST, 'The manifest names a file twice.');
  const extra = archive.names.find(
    (name) => !name.endsWith('/') && ![MANIFEST, SIGNATURE].includes(name) && !named.has(name.toLowerCase()),
  );
  if (extra) refuse('bundle manifest', extra, 'This file is in the bundle and not in its manifest.');
  for (const { name, sha256, size } of manifest.files) {
    if (!archive.has(name)) refuse('bundle manifest', name, 'The manifest names this file, and the bundle lacks it.');
    const hash = createHash('sha256');
    let length = 0;
    for await (const piece of archive.pieces(name)) {
      hash.update(piece);
      length += piece.length;
      if (length > LIMITS.file) refuse('limit', name, 'The file is larger than any file may be.');
    }
    if (length !== size || hash.digest('hex') !== sha256) {
      refuse('bundle digest', name, 'This file is not the one that was signed: its SHA-256 is another.');
    }
  }
}
