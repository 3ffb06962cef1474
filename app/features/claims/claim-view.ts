/** Claims as pages show them: plain values, dates as ISO texts. */
import type { ClaimEffect } from '../../../db/schema/replies.server';
import type { Tier } from '../../regulation/chart';

export interface EffectView {
  changeId: string;
  reference: string;
  kept: string | null;
  before: { tier: Tier; worstTier: Tier; open: number };
  after: { tier: Tier; worstTier: Tier; open: number };
}

export interface ClaimView {
  id: string;
  status: 'proposed' | 'confirmed' | 'set_aside';
  label: string;
  statement: string;
  quotation: string;
  document: string;
  page: string;
  saidBy: string;
  saidOn: string;
  /** What it says of the subject, in words; null: nothing that can be compared. */
  value: string | null;
  /** What confirming it does, in one sentence. */
  does: string;
  /** Name of the model where it is about one of the letter's models only. */
  model: string | null;
  supplier: { id: string; name: string };
  letter: { id: string; reference: string };
  replyId: string;
  /** The file it was read from. */
  fileId: string | null;
  /** Member of staff who typed the answer in for the supplier; empty: the supplier did. */
  enteredBy: string;
  decidedByName: string;
  decidedAt: string | null;
  reason: string;
  effects: EffectView[];
}

export const CLAIM_STATUS = {
  proposed: { label: 'waits for confirmation', look: 'open' },
  confirmed: { label: 'confirmed', look: 'settled' },
  set_aside: { label: 'set aside', look: 'plain' },
} as const;

/** An effect as kept, with tiers that a badge can show. */
export const effectView = ({ changeId, reference, kept, before, after }: ClaimEffect): EffectView => {
  const weight = ({ tier, worstTier, open }: ClaimEffect['before']) => ({
    tier: tier as Tier,
    worstTier: worstTier as Tier,
    open,
  });
  return { changeId, reference, kept: kept ?? null, before: weight(before), after: weight(after) };
};

/** Whether an effect can be seen: another tier, or another number of open questions. */
export const moved = ({ before, after }: EffectView): boolean =>
  before.tier !== after.tier || before.worstTier !== after.worstTier || before.open !== after.open;

/** Whether an address leads back into the application; anything else is ignored. */
export const ownAddress = (text: string | null, otherwise: string): string =>
  text !== null && /^\/(?![/\\])[\w\-/?=&%.#]*$/.test(text) ? text : otherwise;
