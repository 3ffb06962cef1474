/** Which test shows which clause: read from the titles of the tests themselves, so that the table cannot go stale. Pure. */
import { FRAMEWORKS } from './frameworks';

export interface TestFile {
  /** From the project's folder. */
  path: string;
  text: string;
}

export interface TaggedTest {
  path: string;
  title: string;
  clauses: string[];
}

const TAG = /\[((?:11\.\d|Annex 11 §|ASVS |CAF |IEC 80001)[^\]]*)\]/g;
const TITLE = /^\s*(?:it|test|describe)\b[^'"`]*(['"`])((?:(?!\1).)*)\1/;

/** Tests whose title carries clauses in brackets, by path and place. */
export function taggedTests(files: readonly TestFile[]): TaggedTest[] {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index, lines) => {
        // The title of a test with a table of cases may stand on the line below.
        const title =
          TITLE.exec(line)?.[2] ?? (/^\s*\]\)\(/.test(line) ? /(['"`])((?:(?!\1).)*)\1/.exec(line)?.[2] : '');
        const clauses = [...(title ?? '').matchAll(TAG)].map(([, clause = '']) => clause);
        return clauses.length > 0 && lines[index] !== undefined
          ? [{ path, clauses, title: (title ?? '').replace(TAG, '').trim() }]
          : [];
      }),
    );
}

const lines = () => FRAMEWORKS.flatMap((framework) => framework.lines.map((line) => ({ framework, line })));

/** Clauses of the table that no test shows and that give no reason for it; and tags that the table does not know. */
export function clauseGaps(tests: readonly TaggedTest[]): { untested: string[]; unknown: string[] } {
  const shown = new Set(tests.flatMap(({ clauses }) => clauses));
  const known = new Set(lines().map(({ line }) => line.clause));
  return {
    untested: lines().flatMap(({ line }) => (shown.has(line.clause) || line.noTest ? [] : [line.clause])),
    unknown: [...shown].filter((clause) => !known.has(clause)).sort(),
  };
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** docs/clauses.md */
export function clauseReport(tests: readonly TaggedTest[]): string {
  const parts = FRAMEWORKS.map(({ title, applies, lines: own }) => {
    const rows = own.map(({ clause, asks, feature, noTest = '' }) => {
      const shown = tests.filter(({ clauses }) => clauses.includes(clause));
      const words = shown.map((test) => `${test.title} (\`${test.path}\`)`).join('<br>');
      const last = [words, noTest && `No test: ${cell(noTest)}`].filter(Boolean).join('<br>');
      return `| ${cell(clause)} | ${cell(asks)} | ${cell(feature)} | ${last} |`;
    });
    return [
      `## ${title}`,
      '',
      applies,
      '',
      '| clause | asks for (K) | feature | test |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ];
  });
  return [
    '# Clauses, features and tests',
    '',
    'Made by `npm run clauses` from the titles of the tests and `app/features/evidence/frameworks`; a test fails when it is out of date. Changemark is designed to support these clauses and claims no compliance. What they ask for is in our own words, from general knowledge (K): check the official text before quoting it.',
    '',
    ...parts.flat(),
  ].join('\n');
}
