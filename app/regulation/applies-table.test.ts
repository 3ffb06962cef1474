import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { APPLICABILITY } from './applies-table';
import { rule } from './language';
import { library } from './library';

describe('the table of when an instrument applies', () => {
  it('has one row for each instrument of the library, whose conditions are rules', () => {
    expect(APPLICABILITY.map((row) => row.instrument).sort()).toEqual([...library().keys()].sort());
    for (const row of APPLICABILITY) {
      const conditions = [row.appliesWhen, row.hintWhen].filter((one) => one !== null);
      expect(conditions.length, row.instrument).toBeGreaterThan(0);
      for (const condition of conditions) expect(rule(condition).names.length, row.instrument).toBeGreaterThan(0);
      if (row.hintWhen !== null) expect(row.hintBecause, row.instrument).not.toBe('');
    }
  });
});

const published = fileURLToPath(new URL('../../../shared/regulation/applies.md', import.meta.url));

describe.runIf(existsSync(published))('compared with the published table', () => {
  const text = existsSync(published) ? readFileSync(published, 'utf8') : '';

  it.each(APPLICABILITY)('$instrument has the same conditions', ({ instrument, stage, onlyWhenClaimed, ...row }) => {
    const mark = `${stage === 2 ? ' (2)' : ''}${onlyWhenClaimed ? ' o' : ''}`;
    const line = text.split('\n').find((one) => one.startsWith(`| ${instrument}${mark} |`));
    const [, , applies, hint] = (line ?? '').split(' | ').flatMap((cell, at) => (at === 0 ? ['', cell] : [cell]));
    expect(applies).toBe(row.appliesWhen === null ? 'never' : `\`${row.appliesWhen}\``);
    expect(hint).toBe(row.hintWhen === null ? 'never' : `\`${row.hintWhen}\``);
  });
});
