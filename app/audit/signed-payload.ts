/** Reading what was signed on a change: the canonical JSON that sign-off writes (features/sign-off/payload). Pure. */
import { z } from 'zod';

const Payload = z.looseObject({
  change: z.looseObject({ id: z.string(), reference: z.string() }),
  round: z.looseObject({ id: z.string() }),
  place: z.string(),
  meaning: z.string(),
  snapshot: z.looseObject({ number: z.number(), sha256: z.string() }),
  signer: z.looseObject({ id: z.string(), name: z.string(), role: z.string(), job_title: z.string() }),
  on_behalf_of: z.looseObject({ id: z.string(), words: z.string() }).nullable(),
  exception: z.number().nullable(),
  reason: z.string(),
  method: z.string(),
  signed_at: z.string(),
  zone: z.string(),
});
export type SignedPayload = z.output<typeof Payload>;

/** Null for a text that is no such payload. */
export function readSignedPayload(text: string): SignedPayload | null {
  try {
    const parsed = Payload.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
