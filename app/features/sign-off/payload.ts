/** What exactly is signed: one canonical JSON that names the record, so that it fits no other. Pure. */
import type { SignatureMethod } from '../../../db/schema/sign-off.server';
import type { SignatureMeaning, SlotId } from './slots';

export interface SignaturePayload {
  changemark_signature: 1;
  organisation: { id: string; name: string };
  change: { id: string; reference: string };
  round: { id: string; number: number; purpose: string; option: string };
  place: SlotId;
  meaning: SignatureMeaning;
  snapshot: { number: number; sha256: string };
  signer: { id: string; name: string; role: string; job_title: string };
  /** "B, under delegation 12, until 3 December 2026"; null: for oneself. */
  on_behalf_of: { id: string; words: string } | null;
  /** Number of the small-site exception; null: none needed. */
  exception: number | null;
  reason: string;
  conditions: { text: string; before: string; owner: string; due_on: string }[];
  method: SignatureMethod;
  /** ISO 8601 in universal time, and the zone in which it is printed. */
  signed_at: string;
  zone: string;
}

/** What a page offers to sign: the same again when the form comes back, or nothing is signed. */
export interface SignedThing {
  changeId: string;
  roundId: string;
  signerId: string;
  snapshotSha256: string;
}
