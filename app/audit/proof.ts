/** What checking a file shows: faults with their place, and what was found in order. Pure; no node, no network. */
import type { StoredEvent } from './walk.server';

/** Hashing and signatures, from whatever the place offers: Web Crypto in a browser, node:crypto in the command. */
export interface ProofTools {
  /** SHA-256 in hexadecimal. */
  sha256(bytes: Uint8Array): Promise<string>;
  /** Whether this Ed25519 key signed these bytes; null when that cannot be computed here. Keys and signatures in base64. */
  signed(publicKey: string, signature: string, bytes: Uint8Array): Promise<boolean | null>;
}

/** Something that is not as it was. */
export interface Finding {
  /** File in the bundle, or "event 12". */
  place: string;
  words: string;
}

/** One thing that was looked at, whatever came of it. */
export interface Check {
  label: string;
  state: 'held' | 'broken' | 'not_checked';
  words: string;
}

/** A signature as an auditor reads it. */
export interface SignatureShown {
  id: string;
  change: string;
  name: string;
  role: string;
  meaning: string;
  /** ISO 8601, and the zone it was printed in. */
  at: string;
  zone: string;
  reason: string;
  onBehalf: string;
  method: string;
  snapshotSha256: string;
  /** File in the bundle that holds what was signed; null: not in it. */
  snapshot: string | null;
  /** Number of the event that recorded it; null: none does. */
  event: number | null;
  /** When it fell, as the trail says. */
  voidedAt: string | null;
  /** What was known and signed, in the words of the snapshot. */
  what: { part: string; label: string; words: string }[];
  faults: string[];
}

export interface FileShown {
  path: string;
  size: number;
  sha256: string;
  /** Events that state this digest. */
  events: number[];
  held: boolean;
}

export interface Proof {
  kind: 'pack' | 'trail';
  title: string;
  organisation: string;
  ok: boolean;
  findings: Finding[];
  checks: Check[];
  /** What an auditor should know and what is no fault. */
  notes: string[];
  events: StoredEvent[];
  signatures: SignatureShown[];
  files: FileShown[];
  /** The last event that is vouched for. */
  head: { seq: number; hash: string } | null;
  key: { keyId: string; publicKey: string } | null;
}

/** Collects findings under one heading and says at the end what came of it. */
export class Checking {
  readonly findings: Finding[] = [];
  readonly checks: Check[] = [];

  /** Runs one check; `words` says what held, when nothing was found. Undefined: it could not be checked here. */
  async check(label: string, look: (fault: (place: string, words: string) => void) => Promise<string | undefined>) {
    const before = this.findings.length;
    const words = await look((place, said) => this.findings.push({ place, words: said }));
    const found = this.findings.length - before;
    const state = found > 0 ? 'broken' : words === undefined ? 'not_checked' : 'held';
    const broken = found === 1 ? 'one fault' : `${found} faults`;
    this.checks.push({ label, state, words: found > 0 ? broken : (words ?? 'cannot be checked in this browser') });
  }
}

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** "1 event", "12 events". */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;

/** Every text that stands as a value anywhere in a piece of JSON. */
export function textsIn(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const one of value) textsIn(one, into);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) textsIn(one, into);
  return into;
}
