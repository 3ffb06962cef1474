/** A sheet on which a change is signed by hand: in theatre, or while the system is down. */
import type { ThemeName } from '../parts/letter-model';

export interface SignSheet {
  theme?: ThemeName;
  language: string;
  organisation: string;
  change: { reference: string; title: string };
  /** Number of the passage through sign-off; null while the change is not put to sign-off. */
  round: number | null;
  /** What is put forward, and what signers should know of it, as label and value. */
  putForward: { label: string; value: string }[];
  note: string;
  /** SHA-256 of the canonical snapshot: all facts, answers, findings and files that a signature covers. */
  snapshotSha256: string;
  /** "29 November 2026, 11:35 UTC" */
  printed: string;
  /** Time zone in which people here write times. */
  zone: string;
  /** Required places in the order in which they sign. */
  places: { label: string; decides: boolean; meanings: string[]; because: string[] }[];
  /** Path of the page to which the scan is attached. */
  address: string;
}

/** What the QR code says: reference, round, digest and path, a line each, so that any reader shows it. */
export const qrText = ({ change, round, snapshotSha256, address }: SignSheet): string =>
  [`Changemark ${change.reference}`, `round ${round ?? '-'}`, `sha256 ${snapshotSha256}`, address].join('\n');
