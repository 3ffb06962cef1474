import { describe, expect, it } from 'vitest';
import { compare } from '../../regulation/compare';
import { device, england, read } from '../../regulation/testing';
import { CELL, COLUMNS, layOutOptions } from './lay-out-options';
import { orderOf, sortOptions } from './sort-options';

const options = compare(
  read({ device, site: england, change: { kind: 'os_patch', actor: 'hospital' }, facts: { attack_vector: 'network' } }),
).options.map((option, at) => ({ ...option, number: at + 1 }));

describe('the drawing', () => {
  const drawing = layOutOptions(options);

  it('gives every option one mark, inside the field and on no other mark', () => {
    expect(drawing.chips.map(({ number }) => number)).toEqual(options.map(({ number }) => number));
    const { x, y, width, height } = drawing.plot;
    for (const chip of drawing.chips) {
      expect(chip.x > x && chip.x < x + width && chip.y > y && chip.y < y + height).toBe(true);
    }
    expect(new Set(drawing.chips.map((chip) => `${chip.x} ${chip.y}`)).size).toBe(options.length);
  });

  it('draws a range as a range, what is not known in a place of its own, and no tier where there is none', () => {
    const column = (number: number) => {
      const chip = drawing.chips.find((one) => one.number === number);
      return COLUMNS[Math.floor(((chip?.x ?? 0) - drawing.plot.x) / CELL.width)];
    };
    const of = (id: string) => options.find(({ option }) => option === id)?.number ?? 0;
    expect(column(of('accept'))).toBe('no change');
    expect(column(of('isolation'))).toBe('none');
    expect(drawing.spans.some(({ style }) => style === 'forecast')).toBe(true);
    const unknown = layOutOptions([
      {
        ...options[0],
        number: 1,
        group: 'device',
        residual: options[0]?.residual,
        certificate: { state: 'no_chart', instruments: [], tiers: null, says: '' },
      } as (typeof options)[number],
    ]);
    expect(unknown.spans[0]?.style).toBe('unknown');
    expect(unknown.chips[0]?.settled).toBe(false);
  });

  it('holds more options in one cell than it has room for', () => {
    const [one] = options.filter(({ option }) => option === 'isolation');
    const many = Array.from({ length: 20 }, (_, at) => ({ ...one, number: at + 1 }) as (typeof options)[number]);
    expect(layOutOptions(many).chips).toHaveLength(20);
  });
});

describe('the order of options', () => {
  const lead = (most: number) => ({ least: 1, most, source: 'us' });
  const list = options
    .slice(0, 3)
    .map((option, at) => ({ ...option, leadTimeDays: [lead(9), null, lead(4)][at] ?? null }));
  const sorted = (search: string) =>
    sortOptions(list, orderOf(new URLSearchParams(search))).map(({ number }) => number);

  it('puts what nobody gave last, whichever way it runs', () => {
    expect(sorted('sort=lead')).toEqual([3, 1, 2]);
    expect(sorted('sort=lead&order=desc')).toEqual([1, 3, 2]);
  });

  it('is that of the measures for an address it does not know', () => {
    expect(sorted('sort=name&order=up')).toEqual([1, 2, 3]);
  });
});
