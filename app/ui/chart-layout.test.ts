import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawPart, partsOf } from '../features/assessments/draw-chart';
import { CHARTS } from '../regulation/charts/index';
import { breakLines } from './chart-layout';

it('draws every question once and every exit, in printed order, inside the drawing', () => {
  for (const chart of CHARTS) {
    const drawn = partsOf(chart).flatMap((part) => {
      const drawing = drawPart(chart, part, null);
      for (const one of [...drawing.boxes, ...drawing.pills]) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(drawing.width);
        expect(one.y + one.height).toBeLessThanOrEqual(drawing.height);
      }
      const labels = drawing.arrows.flatMap((arrow) => arrow.label.split(', '));
      expect(labels.filter((label) => label === 'yes')).toHaveLength(drawing.boxes.length);
      expect(labels.filter((label) => label === 'no')).toHaveLength(drawing.boxes.length);
      return drawing.boxes.map((box) => box.id);
    });
    expect([...drawn].sort()).toEqual(Object.keys(chart.nodes).sort());
  }
});

it('never lets two boxes or exits overlap', () => {
  for (const chart of CHARTS) {
    for (const part of partsOf(chart)) {
      const drawing = drawPart(chart, part, null, 3);
      const all = [...drawing.boxes, ...drawing.pills];
      all.forEach((a, index) => {
        for (const b of all.slice(index + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      });
    }
  }
});

it('breaks lines without losing a word, unless it says so', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 }), (words) => {
      const lines = breakLines(words.join(' '), 24, 99);
      expect(lines.join(' ')).toBe(words.join(' '));
      const few = breakLines(words.join(' '), 24, 2);
      expect(few.length).toBeLessThanOrEqual(2);
      if (lines.length > 2) expect(few.at(-1)).toMatch(/…$/);
    }),
  );
});
