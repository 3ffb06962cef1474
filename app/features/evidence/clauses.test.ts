/** Every clause of the frameworks has a test or says why not, and docs/clauses.md says the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clauseGaps, clauseReport, taggedTests } from './clause-table';
import { EVIDENCE_KINDS } from './evidence-kinds';
import { FRAMEWORKS } from './frameworks';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const files = ['app', 'db', 'documents', 'e2e'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(ROOT, path), text: readFileSync(path, 'utf8') };
    }),
);
const tests = taggedTests(files);

describe('the table of clauses', () => {
  it('has a test or a reason for every clause, and knows every tag', () => {
    expect(clauseGaps(tests)).toEqual({ untested: [], unknown: [] });
  });

  it('is what docs/clauses.md says (npm run clauses)', () => {
    expect(readFileSync(join(ROOT, 'docs/clauses.md'), 'utf8')).toBe(clauseReport(tests));
  });

  it('reads titles in single, double and back quotes, and of tests with cases', () => {
    const text = `it('one [11.10(e)] [Annex 11 §9]', () => {});\n])("two [ASVS 2.3.1]", () => {});\n// it('no [11.70]')`;
    expect(taggedTests([{ path: 'a.test.ts', text }])).toEqual([
      { path: 'a.test.ts', title: 'one', clauses: ['11.10(e)', 'Annex 11 §9'] },
      { path: 'a.test.ts', title: 'two', clauses: ['ASVS 2.3.1'] },
    ]);
  });

  it('names each clause once, and claims nothing', () => {
    const clauses = FRAMEWORKS.flatMap(({ lines }) => lines.map(({ clause }) => clause));
    expect(new Set(clauses).size).toBe(clauses.length);
    expect(JSON.stringify(FRAMEWORKS)).not.toMatch(/\b(compliant|complies|certified)\b/i);
  });

  it('shows only kinds of record that are counted', () => {
    for (const { shows } of FRAMEWORKS.flatMap(({ lines }) => lines)) {
      for (const key of shows) expect(Object.keys(EVIDENCE_KINDS)).toContain(key);
    }
  });
});
