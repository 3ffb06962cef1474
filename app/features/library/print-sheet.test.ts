import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../regulation/charts';
import { fitSheet } from './fit-sheet';
import { INSIDE, LEVELS } from './print-sheet';
import { printSheet } from './print-sheet.server';

/** Smallest letters of a drawing, in its own units: those of an arrow and of a pill. */
const SMALLEST = 10.5;
const READABLE = 6;

const sheets = EDITIONS.map((chart) => {
  const sheet = printSheet(chart.instrument, chart.inForce.from);
  if (!sheet) throw new Error(`${chart.instrument} has no sheet`);
  return { name: `${chart.instrument} ${chart.edition}`, chart, sheet };
});

describe('a chart on one sheet', () => {
  it('has no letter under six points, at any size', () => {
    for (const { scale, font } of LEVELS) expect(Math.min(scale * SMALLEST, font)).toBeGreaterThan(READABLE);
  });

  it.each(sheets)('$name: every question and outcome is drawn, no word cut short', ({ chart, sheet }) => {
    const drawings = sheet.parts.map(({ drawing }) => drawing);
    const boxes = drawings.flatMap(({ boxes }) => boxes);
    expect(boxes.map(({ id }) => id).sort()).toEqual(Object.keys(chart.nodes).sort());
    const lines = [...boxes, ...drawings.flatMap(({ pills }) => pills)].map(({ lines }) => lines.join(' '));
    expect(lines.filter((line) => line.endsWith('…'))).toEqual([]);
    const printed = sheet.sections.flatMap(({ entries }) => entries.map(({ head }) => head));
    for (const { label } of Object.values(chart.outcomes)) expect(printed).toContain(label);
    for (const id of Object.keys(chart.nodes)) expect(printed).toContain(id);
  });

  it.each(sheets)('$name: stays inside the paper', ({ sheet }) => {
    const { scale = 1 } = LEVELS[sheet.level] ?? {};
    for (const { drawing } of sheet.parts) {
      expect(drawing.width * scale).toBeLessThanOrEqual(INSIDE[sheet.paper].width);
    }
  });

  it('takes A4 unless there is too much of it, and every chart finds a paper', () => {
    const large = sheets.filter(({ sheet }) => sheet.paper.startsWith('a3'));
    expect(large.every(({ chart }) => Object.keys(chart.nodes).length > 12)).toBe(true);
    expect(large.length).toBeLessThan(sheets.length / 4);
  });

  it('prints what fits on no paper as small as can be read', () => {
    const drawing = { width: 500, height: 90_000, boxes: [], pills: [], arrows: [] };
    const fitted = fitSheet({ parts: [{ part: 'x', boxes: 900, draw: () => drawing }], choices: [[]], head: 10 });
    expect(fitted).toMatchObject({ paper: 'a3-portrait', level: LEVELS.length - 1 });
  });
});
