/**
 * Published worked examples: the documents' own illustrations, each with what it says, where it stands and how far it is
 * to be walked. The expected outcome and path are the published ones.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { parseDossier } from './dossier';
import { EXAMPLES } from './examples';
import { library } from './library';
import type { Finding } from './result';

function findingOf(dossier: unknown): Finding | undefined {
  const parsed = parseDossier(dossier);
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return assess(parsed.dossier, '2026-11-23').findings[0];
}

describe('published worked examples', () => {
  it.each(EXAMPLES)('$id: $what ($citation)', ({ id, instrument, facts, outcome, outcomes, path }) => {
    const finding = findingOf({ dossier: 1, id, instruments: [instrument], facts });
    expect(finding).toMatchObject({ instrument, outcome, outcomes, path });
  });
});

const published = fileURLToPath(new URL('../../../shared/regulation/examples.json', import.meta.url));

interface Published {
  dossier: { id: string };
  expected: { instrument: string; outcome: string; outcomes?: string[]; path: string[] };
}

describe.runIf(existsSync(published))('the file of published examples', () => {
  it('comes out as expected wherever it names an instrument of the library', () => {
    const all = JSON.parse(readFileSync(published, 'utf8')) as Published[];
    const ours = all.filter(({ expected }) => library().has(expected.instrument));
    expect(ours.length).toBeGreaterThan(0);
    for (const { dossier, expected } of ours) {
      const finding = findingOf(dossier);
      expect(finding, dossier.id).toMatchObject(expected);
      expect(finding?.outcomes, dossier.id).toEqual(expected.outcomes ?? [expected.outcome]);
    }
  });
});
