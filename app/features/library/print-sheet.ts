/** A chart on one sheet of paper, in plain values: what is printed, and how large. Lengths are points (1/72 inch). */
import type { Tier } from '../../regulation/chart';
import type { Drawing } from '../../ui/chart-layout';

export type Paper = 'a4-portrait' | 'a4-landscape' | 'a3-portrait' | 'a3-landscape';

export const PAPER_WORDS: Record<Paper, string> = {
  'a4-portrait': 'A4, upright',
  'a4-landscape': 'A4, across',
  'a3-portrait': 'A3, upright',
  'a3-landscape': 'A3, across',
};

/** Inside the margins of 8 mm. */
export const INSIDE: Record<Paper, { width: number; height: number }> = {
  'a4-portrait': { width: 549, height: 796 },
  'a4-landscape': { width: 796, height: 549 },
  'a3-portrait': { width: 796, height: 1145 },
  'a3-landscape': { width: 1145, height: 796 },
};

/** How large everything is: points for a unit of a drawing, and the size of the text. The smallest letter has 6 points. */
export interface Level {
  scale: number;
  font: number;
}

export const LEVELS: readonly Level[] = [
  { scale: 0.95, font: 9.5 },
  { scale: 0.86, font: 9 },
  { scale: 0.8, font: 8.5 },
  { scale: 0.74, font: 8 },
  { scale: 0.69, font: 7.5 },
  { scale: 0.65, font: 7 },
  { scale: 0.61, font: 6.5 },
  { scale: 0.58, font: 6.2 },
];

export interface PrintedPart {
  part: string;
  drawing: Drawing;
}

/** One paragraph under the drawings. */
export interface PrintedEntry {
  /** "Q1", "significant" */
  head: string;
  tier: Tier | null;
  text: string;
  /** Citation, who answers, where yes and no lead. */
  small: string;
}

export interface PrintedSection {
  title: string;
  entries: PrintedEntry[];
}

export interface PrintSheet {
  paper: Paper;
  /** Index into LEVELS. */
  level: number;
  columns: number;
  instrument: string;
  name: string;
  title: string;
  /** Edition, days in force, what it answers, to whom it speaks. */
  particulars: string[];
  parts: PrintedPart[];
  sections: PrintedSection[];
  foot: string;
  /** Back to the chart's page. */
  back: string;
}
