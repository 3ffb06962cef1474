/**
 * Lays a decision chart out as the printed page does: questions in printed order, in rows, each with its exits beneath.
 * Every exit is drawn at its own box, so that no line ever crosses another and the drawing reads the same on a screen,
 * in grey print and aloud. Pure; the same drawing serves page and PDF.
 */

/** How an arrow is passed in a walk; plain where nothing was walked. */
export type Passage = 'taken' | 'possible' | 'off' | 'plain';

export interface ChartBox {
  id: string;
  /** Words under the heading. */
  text: string;
  /** yes, no: answered so. open: nobody answered. off: not reached. plain: nothing was walked. */
  state: 'yes' | 'no' | 'open' | 'off' | 'plain';
  /** Small last line, for example who must say. */
  remark?: string;
  yes: ChartExit;
  no: ChartExit;
}

export interface ChartExit {
  /** Id of the next box, or of an outcome, or of a box in another part. */
  to: string;
  label: string;
  passage: Passage;
  tone: Tone;
}

export type Tone = 'good' | 'bad' | 'hold' | 'plain' | 'elsewhere';

export interface PlacedBox {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  heading: string;
  lines: string[];
  remark: string | null;
  state: ChartBox['state'];
}

export interface PlacedPill {
  /** Stable name within the drawing. */
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
  tone: Tone;
  passage: Passage;
}

export interface PlacedArrow {
  key: string;
  points: [number, number][];
  label: string;
  labelAt: [number, number];
  passage: Passage;
}

export interface Drawing {
  width: number;
  height: number;
  boxes: PlacedBox[];
  pills: PlacedPill[];
  arrows: PlacedArrow[];
}

const STRONGEST: readonly Passage[] = ['taken', 'possible', 'plain', 'off'];

const BOX = { width: 152, gap: 30, lineHeight: 14, padding: 10 };
const PILL = { height: 30, drop: 30, gap: 8, lineHeight: 12 };
const ROW_GAP = 34;
const MARGIN = 8;
const CHARACTERS_PER_LINE = 24;

/** Breaks words into lines of about `limit` characters; at most `most` lines, the last one shortened with an ellipsis. */
export function breakLines(text: string, limit: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? '').slice(0, limit - 1)}…`;
  return kept;
}

const headingOf = (box: ChartBox) => {
  if (box.state === 'plain' || box.state === 'off') return box.id;
  return `${box.id} · ${box.state === 'open' ? 'unknown' : box.state}`;
};

/** How a drawing is laid out. */
export interface Layout {
  /** Boxes in a row; five fit a page's column, three a narrow one. */
  perRow: number;
  /** Lines of a pill before it is cut short. Two keep a drawing low; four hold every label of the library. */
  pillLines: number;
}

const pillText = (exit: ChartExit, slots: number, most: number): string[] =>
  breakLines(exit.label, slots === 1 ? 24 : 12, most);

interface Slot {
  slot: number;
  slots: number;
  lines: string[];
  height: number;
}

/** One exit that leaves the row: a pill beneath its box, and the arrow to it. */
function placeExit(box: PlacedBox, name: 'yes' | 'no', exit: ChartExit, { slot, slots, lines, height }: Slot) {
  const width = slots === 1 ? box.width - 16 : (box.width - PILL.gap) / 2;
  const x = slots === 1 ? box.x + 8 : box.x + slot * (width + PILL.gap);
  const y = box.y + box.height + PILL.drop;
  const middle = x + width / 2;
  const pill: PlacedPill = {
    key: `${box.id}-${name}`,
    ...{ x, y, width, height },
    lines,
    tone: exit.tone,
    passage: exit.passage,
  };
  const arrow: PlacedArrow = {
    key: `${box.id}-${name}`,
    points: [
      [middle, box.y + box.height],
      [middle, y],
    ],
    label: name,
    labelAt: [middle + 5, box.y + box.height + PILL.drop / 2 + 4],
    passage: exit.passage,
  };
  return { pill, arrow };
}

/** Arrow to the next box in printed order: straight within a row, around the margin to the next row. */
function placeNext(from: PlacedBox, to: PlacedBox, label: string, passage: Passage, rowBottom: number): PlacedArrow {
  const key = `${from.id}-next`;
  const startX = from.x + from.width;
  const startY = from.y + from.height / 2;
  if (to.y === from.y) {
    const endX = to.x;
    return {
      key,
      label,
      passage,
      points: [
        [startX, startY],
        [endX, startY],
      ],
      labelAt: [startX + 6, startY - 5],
    };
  }
  const side = startX + BOX.gap / 2;
  const lane = rowBottom + ROW_GAP / 2;
  const endX = to.x + to.width / 2;
  const points: [number, number][] = [
    [startX, startY],
    [side, startY],
    [side, lane],
    [endX, lane],
    [endX, to.y],
  ];
  return { key, label, passage, points, labelAt: [startX + 2, startY - 5] };
}

/**
 * Lays out boxes in the given order.
 * @param perRow boxes in a row, or all of the layout
 */
export function layOutChart(boxes: readonly ChartBox[], perRow: number | Partial<Layout> = {}): Drawing {
  const wish = typeof perRow === 'number' ? { perRow } : perRow;
  return place(boxes, { perRow: 5, pillLines: 2, ...wish });
}

/** The exits of a box that do not go on to the next one in printed order. */
function exitsOf(boxes: readonly ChartBox[], index: number): ('yes' | 'no')[] {
  const [box, next] = [boxes[index], boxes[index + 1]];
  return (['yes', 'no'] as const).filter((name) => box && (next === undefined || box[name].to !== next.id));
}

function place(boxes: readonly ChartBox[], { perRow, pillLines }: Layout): Drawing {
  const inRow = Math.min(perRow, boxes.length);
  const texts = boxes.map((box) => breakLines(box.text, CHARACTERS_PER_LINE, 3));
  const height =
    BOX.padding * 2 +
    BOX.lineHeight *
      (1 + Math.max(1, ...texts.map((lines) => lines.length)) + (boxes.some((box) => box.remark) ? 1 : 0));
  const leaving = boxes.map((box, index) => {
    const exits = exitsOf(boxes, index);
    return exits.map((name) => ({ name, lines: pillText(box[name], exits.length, pillLines) }));
  });
  const lines = Math.max(2, ...leaving.flat().map((exit) => exit.lines.length));
  const pillHeight = PILL.height + (lines - 2) * PILL.lineHeight;
  const rowHeight = height + PILL.drop + pillHeight + ROW_GAP;
  const placed = boxes.map((box, index): PlacedBox => {
    const row = Math.floor(index / inRow);
    return {
      id: box.id,
      x: MARGIN + (index % inRow) * (BOX.width + BOX.gap),
      y: MARGIN + row * rowHeight,
      ...{ width: BOX.width, height },
      heading: headingOf(box),
      lines: texts[index] ?? [],
      remark: box.remark ?? null,
      state: box.state,
    };
  });
  const drawing: Drawing = {
    width: MARGIN * 2 + inRow * BOX.width + (inRow - 1) * BOX.gap + BOX.gap / 2,
    height: MARGIN * 2 + Math.ceil(boxes.length / inRow) * rowHeight - ROW_GAP,
    ...{ boxes: placed, pills: [], arrows: [] },
  };
  boxes.forEach((box, index) => {
    const here = placed[index];
    const next = placed[index + 1];
    if (!here) return;
    const exits = leaving[index] ?? [];
    exits.forEach(({ name, lines: text }, slot) => {
      const at = { slot, slots: exits.length, lines: text, height: pillHeight };
      const { pill, arrow } = placeExit(here, name, box[name], at);
      drawing.pills.push(pill);
      drawing.arrows.push(arrow);
    });
    const onward = (['yes', 'no'] as const).filter((name) => next !== undefined && box[name].to === next.id);
    if (next && onward.length > 0) {
      const passages = onward.map((name) => box[name].passage);
      // Where both answers lead on, the arrow shows the stronger passage.
      const passage = STRONGEST.find((one) => passages.includes(one)) ?? 'off';
      const bottom = here.y + height + PILL.drop + pillHeight;
      drawing.arrows.push(placeNext(here, next, onward.join(', '), passage, bottom));
    }
  });
  return drawing;
}
