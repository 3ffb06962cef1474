/** What a signed bundle says of itself. Pure; shared by the command that makes bundles and the import that opens them. */
import { z } from 'zod';

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';

/** Largest manifest that is read. */
export const LARGEST_MANIFEST = 4 * 1024 * 1024;

export const BundleManifest = z.object({
  changemark_bundle: z.literal(1, { error: 'The manifest is of a version that is not known here.' }),
  /** Day of the newest data in it. */
  as_of: z.iso.date({ error: 'The manifest does not say as of which day it is.' }),
  made_at: z.iso.datetime({ error: 'The manifest does not say when it was made.' }),
  made_by: z.string().max(300).default(''),
  files: z
    .array(
      z.object({
        name: z.string().min(1).max(500),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A digest in the manifest is none.'),
        size: z.number().int().nonnegative(),
      }),
    )
    .min(1, 'The bundle holds no file.')
    .max(2000, 'The bundle holds too many files.'),
});
export type BundleManifest = z.output<typeof BundleManifest>;

/** The manifest as the bytes that are signed. */
export const manifestText = (manifest: BundleManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
