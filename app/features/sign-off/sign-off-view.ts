/** What the sign-off page of a change shows. Dates as ISO texts. Pure. */
import type { SignatureMethod, SnapshotDifference } from '../../../db/schema/sign-off.server';
import type { ChangeStatus } from '../changes/change-status';
import type { SigningWays } from '../people/signing-ways';
import type { ItemToRead } from './items-to-read';
import type { SignatureMeaning, SlotId } from './slots';

export interface SignatureView {
  id: string;
  place: string;
  printedName: string;
  role: string;
  meaning: string;
  reason: string;
  onBehalf: string;
  exception: boolean;
  method: SignatureMethod;
  /** In words, with the zone: as it is printed. */
  signedAt: string;
  snapshotSha256: string;
  payloadSha256: string;
  round: number;
  fallen: { at: string; because: SnapshotDifference[] } | null;
}

export interface PlaceView {
  slot: SlotId;
  label: string;
  decides: boolean;
  rules: { id: string; because: string }[];
  signature: SignatureView | null;
  /** The signature that stood here last and fell; null: none did. */
  fallen: SignatureView | null;
  /** It is this place's turn. */
  turn: boolean;
}

export interface DerivedView {
  key: string;
  instrument: string;
  question: string;
  answer: string;
  because: string;
  citation: string;
  confidence: string;
  confirmedBy: string | null;
}

export interface DissentView {
  id: string;
  number: number;
  party: string;
  voiceOf: string;
  opinion: string;
  by: string;
  at: string;
  answer: string;
  answeredBy: string;
  state: 'open' | 'answered' | 'taken_back';
  mine: boolean;
}

export interface RoundView {
  number: number;
  status: string;
  open: boolean;
  purpose: string;
  option: string;
  note: string;
  openedBy: string;
  openedAt: string;
  decidedAt: string | null;
  expiresOn: string | null;
  endedReason: string;
}

/** What the reader may sign here and now; null: nothing. */
export interface PenView {
  roundId: string;
  snapshotSha256: string;
  slots: { slot: SlotId; label: string; as: string; meanings: { value: SignatureMeaning; label: string }[] }[];
  ways: SigningWays;
  /** Active people, as owners of conditions. */
  people: { id: string; name: string }[];
}

export interface SignOffView {
  change: { id: string; reference: string; title: string; status: ChangeStatus; statusLabel: string; version: number };
  route: PlaceView[];
  policy: number;
  /** The round that waits, or the decision in force, or the last one. */
  round: RoundView | null;
  rounds: RoundView[];
  emergency: { signBy: string | null; overdue: boolean } | null;
  items: (ItemToRead & { opened: boolean })[];
  derived: DerivedView[];
  dissents: DissentView[];
  signatures: SignatureView[];
  pen: PenView | null;
  /** Why there is no pen, and where that is mended. */
  penless: { message: string; mend: string } | null;
  /** Proof for a dissent, which is signed by itself. */
  dissentWays: SigningWays | null;
  options: { id: string; label: string }[];
  current: boolean;
  snapshot: { sha256: string; number: number | null };
  may: Record<
    'put' | 'leave' | 'sendBack' | 'hold' | 'resume' | 'revoke' | 'takeUp' | 'confirm' | 'dissent' | 'answer',
    boolean
  >;
}
