/** A checkpoint: the head of a chain at one moment, signed. Pure: read online, by the command and offline alike. */
import canonicalize from 'canonicalize';

export interface Checkpoint {
  orgId: string;
  seq: number;
  hash: string;
  /** ISO 8601, UTC. */
  at: string;
  keyId: string;
  /** Base64 of the Ed25519 signature over `checkpointText`. */
  signature: string;
}

/** The exact text that is signed: everything but the signature, as RFC 8785 canonical JSON. */
export function checkpointText({ orgId, seq, hash, at, keyId }: Omit<Checkpoint, 'signature'>): string {
  return canonicalize({ orgId, seq, hash, at, keyId }) as string;
}

const TEXTS = ['orgId', 'hash', 'at', 'keyId', 'signature'] as const;

/** One line of a file of checkpoints, or null for anything else. */
export function parseCheckpoint(line: string): Checkpoint | null {
  try {
    const value = JSON.parse(line) as Record<string, unknown>;
    const whole =
      TEXTS.every((name) => typeof value[name] === 'string') &&
      Number.isInteger(value.seq) &&
      Object.keys(value).length === TEXTS.length + 1;
    return whole ? (value as unknown as Checkpoint) : null;
  } catch {
    return null;
  }
}

/** One line of a file of checkpoints. */
export const checkpointLine = (checkpoint: Checkpoint): string => {
  const { orgId, seq, hash, at, keyId, signature } = checkpoint;
  return canonicalize({ orgId, seq, hash, at, keyId, signature }) as string;
};
