/**
 * A change permit (IEC 80001-1:2010, 4.5.2.2): what may be changed where, why, within which limits, under which
 * conditions and until when. Plain JSON; dates are ISO days; nothing here reads a clock.
 */
import type { Slot } from '../document';
import type { ThemeName } from '../parts/letter-model';
import type { Logo } from '../parts/letterhead';

/** One signature as it was made; the electronic record holds what it covers. */
export interface PermitSignature {
  name: Slot;
  role: Slot;
  /** "approve", "approve with conditions", "author" */
  meaning: string;
  /** "23 November 2026, 14:05 UTC" */
  signed: Slot;
  /** How the person proved to be who they are, and in whose place they signed, if they did. */
  note?: string;
}

export interface PermitRisk {
  axis: string;
  before: string;
  after: string;
}

export interface PermitHazard {
  number: string;
  hazard: string;
  controls: string;
  left: string;
  state: string;
}

export interface ChangePermit {
  theme?: ThemeName;
  /** "DRAFT – not signed", or null once signed. */
  mark: string | null;
  language: string;
  reference: Slot;
  version: string;
  date: string;
  organisation: { name: Slot; lines: Slot[]; logo?: Logo };
  /** The change in one sentence. */
  title: Slot;
  what: { label: string; value: Slot }[];
  where: { label: string; value: Slot }[];
  /** Law, who, safe: the answers it rests on, each with its own. */
  allowed: { question: string; headline: string; text: string }[];
  /** Why it is allowed, in the words of whoever made the permit. */
  why: Slot[];
  conditions: Slot[];
  /** Type, device, window, test, way back: outside of any of these it is another change. */
  limits: { label: string; value: Slot }[];
  monitoring: Slot[];
  risks: PermitRisk[];
  hazards: PermitHazard[];
  validity: { begins: Slot; ends: Slot; endsBefore: string[] };
  signatures: PermitSignature[];
  /** What this paper is, what it rests on, and how sure we are of it. */
  statement: string[];
}
