/** Contradictions as pages show them: both sides with words, value and place, and what became of it. */
import type { ContradictionSide } from '../../../db/schema/replies.server';

export type ContradictionStatus = 'open' | 'asked' | 'settled' | 'no_contradiction';

export const CONTRADICTION_STATUS = {
  open: { label: 'open', look: 'open' },
  asked: { label: 'the supplier is asked', look: 'info' },
  settled: { label: 'settled', look: 'settled' },
  no_contradiction: { label: 'no contradiction', look: 'plain' },
} as const;

export const SOURCE_LABELS: Record<ContradictionSide['source'], string> = {
  claim: 'Answer to a letter',
  instructions: 'Instructions',
  contract: 'Contract',
  bulletin: 'Bulletin',
  advisory: 'Advisory',
  mds2: 'MDS2 form',
  other: 'Elsewhere',
  register: 'Register of devices',
};

export interface SideView {
  source: string;
  /** Page on which the statement stands; null where it has none of its own. */
  page: string | null;
  value: string | null;
  quotation: string;
  document: string;
  at: string;
  saidBy: string;
  saidOn: string | null;
}

export interface ContradictionView {
  id: string;
  label: string;
  status: ContradictionStatus;
  supplier: { id: string; name: string };
  model: { id: string; name: string } | null;
  one: SideView;
  other: SideView;
  /** The later statement is its author's own change of mind. */
  changed: { by: string; on: string } | null;
  letter: { id: string; reference: string } | null;
  reason: string;
  foundAt: string;
  decidedByName: string;
  decidedAt: string | null;
}
