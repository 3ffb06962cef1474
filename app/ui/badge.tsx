/** Tiers, states and confidence: a word, a shape and a colour, never colour alone. */
import type { Confidence, Tier } from '../regulation/chart';

const TIERS: Record<Tier, { word: string; shape: string; look: string }> = {
  none: { word: 'none', shape: '', look: 'border-base-300' },
  record: { word: 'record', shape: '', look: 'tint-info border-transparent' },
  notify: { word: 'notify', shape: '▸', look: 'bg-info text-info-content border-transparent' },
  approval: { word: 'approval', shape: '▲', look: 'tint-warning border-transparent' },
  recertify: { word: 'recertify', shape: '◆', look: 'tint-error border-transparent' },
  hold: { word: 'hold', shape: '■', look: 'bg-error text-error-content border-transparent' },
};

const base =
  'inline-flex items-center gap-1 rounded-selector border px-2 py-0.5 text-[0.9em] leading-5 whitespace-nowrap';

/** One tier. */
export const TierBadge = ({ tier }: { tier: Tier }) => (
  <span className={`${base} ${TIERS[tier].look}`}>
    {TIERS[tier].shape ? <span aria-hidden="true">{TIERS[tier].shape}</span> : null}
    {TIERS[tier].word}
  </span>
);

/** A tier, or the range that is still possible: "record … recertify". */
export const TierRange = ({ from, to }: { from: Tier; to: Tier }) =>
  from === to ? (
    <TierBadge tier={from} />
  ) : (
    <span className={`${base} border-transparent bg-warning text-warning-content`}>
      <span aria-hidden="true">◐</span>
      {TIERS[from].word} … {TIERS[to].word}
    </span>
  );

const STATES = {
  open: { shape: '◐', look: 'bg-warning text-warning-content border-transparent' },
  settled: { shape: '●', look: 'bg-success text-success-content border-transparent' },
  hold: { shape: '■', look: 'bg-error text-error-content border-transparent' },
  plain: { shape: '', look: 'border-base-300 bg-base-100' },
  info: { shape: '', look: 'tint-info border-transparent' },
  warning: { shape: '', look: 'tint-warning border-transparent' },
  error: { shape: '', look: 'tint-error border-transparent' },
  success: { shape: '', look: 'tint-success border-transparent' },
} as const;

/** A state in words. */
export const StateBadge = ({ state, children }: { state: keyof typeof STATES; children: React.ReactNode }) => (
  <span className={`${base} ${STATES[state].look}`}>
    {STATES[state].shape ? <span aria-hidden="true">{STATES[state].shape}</span> : null}
    {children}
  </span>
);

const MARKS: Record<string, string> = {
  V: 'seen in source',
  V2: 'second-hand',
  M: 'from memory',
  D: 'derived',
  i: 'interpretation',
};

/** How sure a statement is, in words: "seen in source", "derived", … */
export const confidenceInWords = (mark: Confidence): string =>
  mark
    .split('/')
    .map((part) => MARKS[part] ?? part)
    .join(', ');

export const ConfidenceBadge = ({ mark }: { mark: Confidence }) => (
  <span className="rounded-selector border border-base-300 px-1.5 py-px text-[0.82em] whitespace-nowrap">
    {confidenceInWords(mark)}
  </span>
);
