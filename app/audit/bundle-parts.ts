/** The parts of an evidence pack that the verifier reads, each parsed strictly. Pure. */
import canonicalize from 'canonicalize';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Manifest = z.looseObject({
  changemark_pack: z.literal(1),
  scope: z.string(),
  title: z.string(),
  cut: z.looseObject({ seq: z.number().int().min(0), hash: sha256, at: z.string() }),
  organisation: z.union([z.string(), z.looseObject({ id: z.string().optional(), name: z.string() })]),
  files: z.array(z.strictObject({ path: z.string(), size: z.number().int().min(0), sha256 })),
});
export type Manifest = z.output<typeof Manifest>;

const ManifestSignature = z.strictObject({ keyId: z.string(), publicKey: z.string(), signature: z.string() });
export type ManifestSignature = z.output<typeof ManifestSignature>;

const ChainLine = z.strictObject({ seq: z.number().int(), hash: sha256 });
export type ChainLine = z.output<typeof ChainLine>;

const Signature = z.looseObject({
  id: z.string(),
  payload: z.string(),
  payloadSha256: z.string(),
  snapshotSha256: z.string().optional(),
  voidedAt: z.string().nullish(),
});
export type BundledSignature = z.output<typeof Signature>;

/** Null for anything that is not what it should be. */
function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

export const parseManifest = (text: string) => parsed(Manifest, text);
export const parseChainLine = (line: string) => parsed(ChainLine, line);
export const parseSignatures = (text: string) => parsed(z.array(Signature), text);

/** In its one spelling only: a byte that means nothing must not be changed unseen. */
export function parseManifestSignature(text: string): ManifestSignature | null {
  const found = parsed(ManifestSignature, text);
  return found && canonicalize(found) === text ? found : null;
}

export const organisationName = ({ organisation }: Manifest): string =>
  typeof organisation === 'string' ? organisation : organisation.name;
export const organisationId = ({ organisation }: Manifest): string | null =>
  typeof organisation === 'string' ? null : (organisation.id ?? null);

/** A payload as an object; empty for anything else. */
export function payloadOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
