/** One line of an exported trail. Pure. */
import { z } from 'zod';

const nullable = z.string().nullable();

const Line = z.strictObject({
  orgId: z.string(),
  seq: z.number().int(),
  at: z.string(),
  actorId: nullable,
  actorName: z.string(),
  actorRole: z.string(),
  action: z.string(),
  objectType: z.string(),
  objectId: nullable,
  objectRef: nullable,
  detail: z.unknown(),
  reason: nullable,
  requestId: nullable,
  address: nullable,
  previousHash: z.string(),
  hash: z.string(),
});

/** Why a file cannot be checked at all; the message names the line. */
export class NotATrail extends Error {}

/** @throws NotATrail for anything but an event */
export function parseEvent(text: string, number: number): z.output<typeof Line> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotATrail(`line ${number} is not JSON`);
  }
  const parsed = Line.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new NotATrail(`line ${number} is not an audit event: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
