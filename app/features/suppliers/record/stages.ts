/** What is waited for after a letter, in words, in the order in which it comes. */
import type { ClockStage } from '../../../../db/schema/letters.server';

export const STAGE_WORDS: Record<ClockStage, { title: string; due: string }> = {
  acknowledge: { title: 'Time to acknowledge', due: 'Acknowledgement' },
  position: { title: 'Time to position', due: 'Position' },
  fix: { title: 'Time to fix', due: 'Validated fix or plan' },
};

export const STAGE_ORDER: readonly ClockStage[] = ['acknowledge', 'position', 'fix'];
