/** Tiers, states and confidence: a word, a shape and a colour, never colour alone. */
import type { Confidence, Tier } from '../regulation/chart';

/** Drawn, not written: the fonts on board have no such signs, and a browser's stand-in may be too small to see. */
const SHAPES = {
  half: 'M5 0a5 5 0 0 0 0 10z M5 .6a4.4 4.4 0 0 1 0 8.8v.6a5 5 0 0 0 0-10z',
  circle: 'M5 0a5 5 0 0 0 0 10a5 5 0 0 0 0-10z',
  square: 'M.8 .8h8.4v8.4h-8.4z',
  diamond: 'M5 0l5 5l-5 5l-5-5z',
  up: 'M5 .6l5 8.8h-10z',
  right: 'M1.5 .5l7 4.5l-7 4.5z',
} as const;

type ShapeName = keyof typeof SHAPES | '';

const Shape = ({ name }: { name: ShapeName }) =>
  name === '' ? null : (
    <svg viewBox="0 0 10 10" aria-hidden="true" className="size-[0.72em] shrink-0 fill-current">
      <path d={SHAPES[name]} />
    </svg>
  );

const TIERS: Record<Tier, { word: string; shape: ShapeName; look: string }> = {
  none: { word: 'none', shape: '', look: 'border-base-300' },
  record: { word: 'record', shape: '', look: 'tint-info border-transparent' },
  notify: { word: 'notify', shape: 'right', look: 'bg-info text-info-content border-transparent' },
  approval: { word: 'approval', shape: 'up', look: 'tint-warning border-transparent' },
  recertify: { word: 'recertify', shape: 'diamond', look: 'tint-error border-transparent' },
  hold: { word: 'hold', shape: 'square', look: 'bg-error text-error-content border-transparent' },
};

const base =
  'inline-flex items-center gap-1 rounded-selector border px-2 py-0.5 text-[0.9em] leading-5 whitespace-nowrap';

/** One tier. */
export const TierBadge = ({ tier }: { tier: Tier }) => (
  <span className={`${base} ${TIERS[tier].look}`}>
    <Shape name={TIERS[tier].shape} />
    {TIERS[tier].word}
  </span>
);

/** A tier, or the range that is still possible: "record … recertify". */
export const TierRange = ({ from, to }: { from: Tier; to: Tier }) =>
  from === to ? (
    <TierBadge tier={from} />
  ) : (
    <span className={`${base} border-transparent bg-warning text-warning-content`}>
      <Shape name="half" />
      {TIERS[from].word} … {TIERS[to].word}
    </span>
  );

const STATES = {
  open: { shape: 'half', look: 'bg-warning text-warning-content border-transparent' },
  settled: { shape: 'circle', look: 'bg-success text-success-content border-transparent' },
  hold: { shape: 'square', look: 'bg-error text-error-content border-transparent' },
  plain: { shape: '', look: 'border-base-300 bg-base-100' },
  info: { shape: '', look: 'tint-info border-transparent' },
  warning: { shape: '', look: 'tint-warning border-transparent' },
  error: { shape: '', look: 'tint-error border-transparent' },
  success: { shape: '', look: 'tint-success border-transparent' },
} as const;

/** A state in words. */
export const StateBadge = ({ state, children }: { state: keyof typeof STATES; children: React.ReactNode }) => (
  <span className={`${base} ${STATES[state].look}`}>
    <Shape name={STATES[state].shape} />
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
