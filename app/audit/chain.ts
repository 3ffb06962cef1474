/** The hash chain itself: pure, so that the same lines verify online, in the command and offline. */
import canonicalize from 'canonicalize';

export interface ChainedEvent {
  orgId: string;
  seq: number;
  at: string;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  action: string;
  objectType: string;
  objectId: string | null;
  objectRef: string | null;
  detail: unknown;
  reason: string | null;
  requestId: string | null;
  address: string | null;
  previousHash: string;
}

/** Previous hash of the first event of every chain. */
export const GENESIS = '0'.repeat(64);

/** The exact text that is hashed: every column but the hash, as RFC 8785 canonical JSON. */
export function canonicalEvent(event: ChainedEvent): string {
  const { orgId, seq, at, actorId, actorName, actorRole, action, objectType, objectId, objectRef } = event;
  const { detail, reason, requestId, address, previousHash } = event;
  const text = canonicalize({
    ...{ orgId, seq, at, actorId, actorName, actorRole, action, objectType, objectId, objectRef },
    ...{ detail, reason, requestId, address, previousHash },
  });
  if (text === undefined) throw new TypeError('An audit event must be plain JSON');
  return text;
}
