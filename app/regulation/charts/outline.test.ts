import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from '.';
import { outline, outlineFile } from './outline';

const folder = fileURLToPath(new URL('outlines/', import.meta.url));

describe.each(EDITIONS.map((chart) => [outlineFile(chart), chart] as const))('the outline %s', (file, chart) => {
  /** UPDATE_OUTLINES=1 writes them anew; the difference is then for a regulatory reader. */
  it('is the one a reader has seen', () => {
    const text = outline(chart);
    const path = folder + file;
    if (process.env.UPDATE_OUTLINES === '1') writeFileSync(path, text);
    expect(existsSync(path), `${file} is missing: run with UPDATE_OUTLINES=1`).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('names every box, outcome, remark and principle, and stays readable in a terminal', () => {
    const text = outline(chart);
    for (const id of [...Object.keys(chart.nodes), ...Object.keys(chart.outcomes)]) expect(text).toContain(`\n${id} `);
    for (const { id } of chart.aids) expect(text).toContain(`\n${id} [`);
    for (const { id } of chart.principles) expect(text).toContain(`  ${id} [`);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(140);
    expect(text).not.toMatch(/[ \t]$/m);
  });
});

describe('the folder of outlines', () => {
  it('holds no outline of a chart that is not there', () => {
    expect(readdirSync(folder).sort()).toEqual(EDITIONS.map(outlineFile).sort());
  });
});
