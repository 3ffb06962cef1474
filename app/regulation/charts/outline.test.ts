import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chartOf } from '.';
import { outline } from './outline';

/** Beside each chart file. UPDATE_OUTLINES=1 writes them anew; the difference is then for a regulatory reader. */
const OUTLINES = [
  ['EU-MDCG-2020-3-R1', 'eu/mdcg-2020-3.rev1-2023-05.outline.txt'],
  ['US-FDA-SW510K-2017', 'us/software-change.2017-10-25.outline.txt'],
  ['UK-MDR-H', 'uk/hospital-change.2026-11.outline.txt'],
] as const;

describe.each(OUTLINES)('the outline of %s', (instrument, path) => {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const chart = chartOf(instrument);
  if (!chart) throw new Error(`no chart for ${instrument}`);

  it('is the one a reader has seen', () => {
    const text = outline(chart);
    if (process.env.UPDATE_OUTLINES === '1') writeFileSync(file, text);
    expect(existsSync(file), `${path} is missing: run with UPDATE_OUTLINES=1`).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(text);
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
