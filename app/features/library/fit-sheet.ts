/**
 * Finds the paper and the size at which a chart stands on one page: A4 before A3, large before small. Widths of letters
 * are estimated on the safe side; a test prints every chart of the library and counts the pages. Pure.
 */
import type { Drawing } from '../../ui/chart-layout';
import { INSIDE, LEVELS, type Level, type Paper, type PrintedPart, type PrintedSection } from './print-sheet';

/** What is to stand on the page: drawings for a number of boxes in a row, and texts, the fullest choice first. */
export interface ToFit {
  parts: { part: string; boxes: number; draw(perRow: number): Drawing }[];
  /** Sections to print; a later choice is shorter. */
  choices: PrintedSection[][];
  /** Letters in the head of the page. */
  head: number;
}

export interface Fitted {
  paper: Paper;
  level: number;
  columns: number;
  parts: PrintedPart[];
  sections: PrintedSection[];
}

/** Mean width of a letter and height of a line, as parts of the size of the text. */
const LETTER = 0.46;
const LINE = 1.25;
const COLUMN_GAP = 12;
const NARROWEST_COLUMN = 165;
const GAP = 8;
/** Of a box and its gap, and what a drawing adds at its sides, in units of a drawing. */
const BOX_PITCH = 182;
const BOX_EXTRA = 1;
/** Kept free, for what was estimated too short. */
const RESERVE = 0.98;

/** A part in more rows is narrower, so that another may stand beside it. */
const ROWS_OF_A_PART = [1, 2, 3, 4, 5, 6];

/** Boxes in a row on A3 at the smallest size. */
const WIDEST = 7;

/** Below this size of text a shorter choice of sections is better than a smaller one. */
const WELL_READABLE = 7;

/** What does not fit on A3 either is printed as small as can be read, over more than one page; a test says so. */
export function fitSheet(wanted: ToFit): Fitted {
  for (const papers of [
    ['a4-portrait', 'a4-landscape'],
    ['a3-portrait', 'a3-landscape'],
  ] as const) {
    for (const sections of wanted.choices) {
      const last = sections === wanted.choices.at(-1);
      for (const [level, size] of LEVELS.entries()) {
        if (!last && size.font < WELL_READABLE) break;
        for (const paper of papers) {
          const fitted = fitOn(paper, level, size, wanted, sections);
          if (fitted) return fitted;
        }
      }
    }
  }
  const sections = wanted.choices.at(-1) ?? [];
  const parts = wanted.parts.map(({ part, boxes, draw }) => ({ part, drawing: draw(Math.min(boxes, WIDEST)) }));
  return { paper: 'a3-portrait', level: LEVELS.length - 1, columns: 4, parts, sections };
}

function fitOn(paper: Paper, level: number, size: Level, wanted: ToFit, sections: PrintedSection[]): Fitted | null {
  const { width, height } = INSIDE[paper];
  const columns = Math.max(1, Math.floor((width + COLUMN_GAP) / (NARROWEST_COLUMN + COLUMN_GAP)));
  const free = height * RESERVE - headHeight(wanted.head, width, size) - textHeight(sections, width, columns, size);
  const most = Math.floor(width / size.scale / BOX_PITCH + BOX_EXTRA / BOX_PITCH);
  if (most < 1) return null;
  for (const rows of ROWS_OF_A_PART) {
    const perRow = (boxes: number) => Math.max(1, Math.min(most, Math.ceil(boxes / rows)));
    const parts = wanted.parts.map(({ part, boxes, draw }) => ({ part, drawing: draw(perRow(boxes)) }));
    if (drawingsHeight(parts, width, size) <= free) return { paper, level, columns, parts, sections };
  }
  return null;
}

/** Title, particulars, and the line at the foot. */
function headHeight(letters: number, width: number, { font }: Level): number {
  const lines = Math.ceil((letters * font * LETTER) / width) + 1;
  return 20 + lines * font * LINE + 3 * font * LINE;
}

/** Drawings stand side by side as long as there is room: a row is as high as the highest in it. */
export function drawingsHeight(parts: readonly PrintedPart[], width: number, { scale, font }: Level): number {
  let height = 0;
  let row = 0;
  let used = 0;
  for (const { part, drawing } of parts) {
    const wide = Math.max(drawing.width * scale, part.length * font * 0.62);
    const high = drawing.height * scale + font * 1.2 * LINE + GAP;
    if (used > 0 && used + GAP + wide > width) {
      height += row;
      [row, used] = [0, 0];
    }
    row = Math.max(row, high);
    used += (used > 0 ? GAP : 0) + wide;
  }
  return height + row;
}

function textHeight(sections: readonly PrintedSection[], width: number, columns: number, { font }: Level): number {
  const perLine = (width - (columns - 1) * COLUMN_GAP) / columns / (font * LETTER);
  const heights = sections.flatMap(({ entries }) => [
    font * LINE * 1.6,
    ...entries.map(({ head, tier, text, small }) => {
      const first = head.length * 1.1 + (tier ? tier.length + 4 : 0) + text.length + 2;
      // Set a little smaller, on a line of its own.
      const second = small === '' ? 0 : Math.ceil((small.length * 0.92) / perLine + 0.35);
      return (Math.ceil(first / perLine + 0.35) + second) * font * LINE + 3;
    }),
  ]);
  const all = heights.reduce((sum, one) => sum + one, 0);
  // Columns cannot be evened out better than by one entry.
  return all / columns + (columns > 1 ? Math.max(0, ...heights) * 0.5 : 0) + GAP;
}
