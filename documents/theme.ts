/** Measures in points (1/72 inch), colours with at least 4.5:1 on their ground, for every printed document. */
import type { ThemeName } from './parts/letter-model';

const cm = 72 / 2.54;

export const page = { width: 595.28, height: 841.89, margin: 2.5 * cm };
export const textWidth = page.width - 2 * page.margin;

/** Sizes and colours of the standard theme; parts that letters share ask `useTheme()` instead. */
export const size = { body: 10.5, form: 9.75, note: 9, small: 8.25, foot: 7, heading: 12, title: 15 };
export const lead = 1.38;

/** The nearest multiple of a quarter point. */
export const quarter = (points: number): number => Math.round(points * 4) / 4;

/**
 * Line height for a font size (as a factor) such that a line is a whole number of quarter points high. The layout
 * computes in 32-bit numbers: with quarters it adds exactly, however long the document. Otherwise blocks far down seem to
 * overlap by a thousandth, and the renderer then does not split what holds them. So every height, margin, padding and
 * border here is a multiple of a quarter.
 */
export const leading = (fontSize: number, ratio: number = lead): number => quarter(fontSize * ratio) / fontSize;

export const colour = {
  text: '#1a2230',
  quiet: '#4b5563',
  rule: '#c9ced6',
  faint: '#eef1f5',
  accent: '#12468b',
  blank: '#fff3d1',
  blankRule: '#b7791f',
};

/**
 * What a reader sees of a tier or state: always a word and a shape; colour only repeats it. Tints stay apart in grey:
 * white, light, middle, and dark with light text.
 */
export const marks = {
  none: { shape: 'ring', ground: '#ffffff', ink: colour.text, edge: '#9aa3af' },
  record: { shape: 'square', ground: '#eaf1fb', ink: '#123c74', edge: '#a9c1e4' },
  notify: { shape: 'arrow', ground: '#1d4f91', ink: '#ffffff', edge: '#1d4f91' },
  approval: { shape: 'triangle', ground: '#fdefc8', ink: '#573a00', edge: '#d9a521' },
  recertify: { shape: 'diamond', ground: '#fbdcd8', ink: '#7c1712', edge: '#d98880' },
  hold: { shape: 'block', ground: '#a51d1d', ink: '#ffffff', edge: '#a51d1d' },
  open: { shape: 'half', ground: '#f7c948', ink: '#3d2a00', edge: '#c99a12' },
  settled: { shape: 'disc', ground: '#e3f4ea', ink: '#0d5130', edge: '#7fbf9c' },
} as const;

export type Mark = keyof typeof marks;

export type Sizes = { [K in keyof typeof size]: number };
export type Colours = { [K in keyof typeof colour]: string };

export interface Theme {
  size: Sizes;
  colour: Colours;
  lead: number;
  /** How many times less text fits a page than in the standard theme; blocks kept whole are judged by it. */
  room: number;
  /** Tables of more columns than this are set as one block a row, each cell under its head. */
  mostColumns: number;
  /** What stands side by side in the standard theme stands one below the other. */
  narrow: boolean;
  /** Side of a box to tick. */
  tick: number;
  /** Stronger rule: below the head of a table, under a line to write on. */
  edge: string;
}

/** Named by `model.theme`: standard; large print (text from 14 points, most of it 16); black ink on white only. */
export const themes: Record<ThemeName, Theme> = {
  standard: { size, colour, lead, room: 1, mostColumns: 12, narrow: false, tick: 9, edge: '#8b95a3' },
  'large-print': {
    size: { body: 16, form: 16, note: 15, small: 14, foot: 10, heading: 18, title: 22 },
    colour: { ...colour, quiet: '#2b3442' },
    lead,
    room: 2.4,
    mostColumns: 3,
    narrow: true,
    tick: 13,
    edge: '#5b6675',
  },
  monochrome: {
    size,
    colour: {
      text: '#000000',
      quiet: '#000000',
      rule: '#000000',
      faint: '#ffffff',
      accent: '#000000',
      blank: '#ffffff',
      blankRule: '#000000',
    },
    lead,
    room: 1,
    mostColumns: 12,
    narrow: false,
    tick: 9,
    edge: '#000000',
  },
};
