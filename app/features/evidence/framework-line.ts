/** A line of a framework, and what in Changemark shows it. Pure. */
import type { EvidenceKey } from './evidence-kinds';

export interface FrameworkLine {
  clause: string;
  /** What it asks for, in our own words. */
  asks: string;
  /** What Changemark does about it. */
  feature: string;
  /** Records that show it, counted live; empty: it is built in and leaves no record of its own. */
  shows: readonly EvidenceKey[];
  /** Somebody outside of Changemark has to show it; said on the page as "not evidenced". */
  outside?: string;
  /** Why no test carries the clause's tag. */
  noTest?: string;
}

export type FrameworkId = 'part-11' | 'annex-11' | 'asvs' | 'dspt-caf' | 'iec-80001';

export interface Framework {
  id: FrameworkId;
  title: string;
  /** Whom it binds, and how sure we are of its wording. */
  applies: string;
  lines: readonly FrameworkLine[];
}
