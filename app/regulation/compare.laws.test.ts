import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { compare } from './compare';
import { fact } from './facts/dictionary';
import { KIND_IDS } from './kinds/kind-ids';
import { AXES, spansOf } from './options/dominance';
import { exposureRank, residualExposure } from './options/exposure';
import { VECTORS } from './options/exposure-rules';
import { MEASURE_IDS, measureOf } from './options/measures';
import type { Estimate, OptionId, OptionInput, OptionResult } from './options/option-result';
import { proposalOf, variantOf } from './options/variant';
import { device, england, read } from './testing';
import { rankOf } from './tiers';
import type { FactValue } from './vocabulary';

const estimate: fc.Arbitrary<Estimate | undefined> = fc.option(
  fc.tuple(fc.nat(3), fc.nat(2)).map(([least, more]) => ({ least, most: least + more, source: 'somebody' })),
  { nil: undefined, freq: 6 },
);
const options: fc.Arbitrary<OptionInput[]> = fc
  .tuple(...MEASURE_IDS.map(() => fc.tuple(estimate, estimate, estimate)))
  .map((all) =>
    MEASURE_IDS.map((option, at) => {
      const [downtimeHours, staffHours, leadTimeDays] = all[at] ?? [];
      return { option, ...clean({ downtimeHours, staffHours, leadTimeDays }) };
    }),
  );
const clean = (given: Omit<OptionInput, 'option'>): Omit<OptionInput, 'option'> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

const dossier = fc
  .record({
    kind: fc.constantFrom(...KIND_IDS),
    actor: fc.constantFrom('hospital', 'manufacturer', ''),
    vector: fc.constantFrom(undefined, ...VECTORS),
    exploited: fc.constantFrom(undefined, true, false),
    within: fc.constantFrom(undefined, true),
  })
  .map(({ kind, actor, vector, exploited, within }) =>
    read({
      device,
      site: england,
      change: { kind, actor },
      facts: {
        ...(vector && { attack_vector: vector }),
        ...(exploited !== undefined && { public_exploit: exploited }),
        ...(within && { within_network_requirements: true }),
      },
    }),
  );

describe('whatever is compared', () => {
  it('comes out the same in whatever order the options are given', () => {
    const shuffled = options.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(dossier, shuffled, (judged, [given, mixed]) => {
        expect(compare(judged, mixed)).toEqual(compare(judged, given));
      }),
      { numRuns: 25 },
    );
  });

  it('never marks the only best option on some axis as dominated', () => {
    let marked = 0;
    fc.assert(
      fc.property(dossier, options, (judged, given) => {
        const compared = compare(judged, given).options;
        for (const option of compared.filter(({ dominatedBy }) => dominatedBy.length > 0)) {
          marked += 1;
          expect(onlyBestOn(option, compared)).toEqual([]);
          // What dominates is itself fully known, and is not dominated in a circle.
          for (const { by } of option.dominatedBy) {
            expect(compared.find((one) => one.option === by)?.dominatedBy.map((one) => one.by)).not.toContain(
              option.option,
            );
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(marked).toBeGreaterThan(0);
  });
});

/** Axes on which an option's worst case beats every other's best case, or on which it alone is known. */
function onlyBestOn(option: OptionResult, all: readonly OptionResult[]): string[] {
  const mine = spansOf(option);
  return AXES.filter((axis) => {
    const span = mine[axis];
    return (
      span && all.every((one) => one === option || span.worst < (spansOf(one)[axis]?.best ?? Number.POSITIVE_INFINITY))
    );
  });
}

describe('a fact that becomes known', () => {
  it('never widens what is left of the exposure', () => {
    for (const measure of [null, ...MEASURE_IDS]) {
      for (const fault of [null, 'operating_system', 'elsewhere'] as const) {
        for (const vector of VECTORS) {
          for (const exploited of [true, false]) {
            const least = residualExposure(measure, { vector, exploited, fault });
            for (const known of [
              { vector: null, exploited, fault },
              { vector, exploited: null, fault },
              { vector, exploited, fault: null },
              { vector: null, exploited: null, fault: null },
            ]) {
              const wide = residualExposure(measure, known);
              expect(exposureRank(wide.least)).toBeLessThanOrEqual(exposureRank(least.least));
              expect(exposureRank(wide.greatest)).toBeGreaterThanOrEqual(exposureRank(least.greatest));
            }
          }
        }
      }
    }
  });

  it('never widens what a chart still allows for an option, nor its certificate range', () => {
    const instruments = ['EU-MDCG-2020-3-R1', 'US-FDA-SW510K-2017', 'UK-MDR-H'];
    const choice = fc.tuple(
      dossier,
      fc.constantFrom<OptionId & (typeof MEASURE_IDS)[number]>(...MEASURE_IDS),
      fc.nat(),
      fc.nat(),
    );
    let asked = 0;
    fc.assert(
      fc.property(choice, ([judged, option, which, value]) => {
        const named = { ...judged, instruments };
        const [before] = compare(named, [{ option }]).options;
        const keys = [...new Set(before?.open.flatMap((ask) => ask.facts) ?? [])];
        const key = keys[which % Math.max(1, keys.length)];
        if (!before || key === undefined) return;
        const facts = { [key]: someValue(key, value) };
        // A statement that contradicts what the kind of change settles does not add: it replaces, and is reported.
        if (assess(variantOf(named, measureOf(option), proposalOf(named), facts)).conflicts.length > 0) return;
        const [after] = compare(named, [{ option, facts }]).options;
        asked += 1;
        for (const finding of [...(after?.law ?? []), ...(after?.who ?? [])]) {
          const earlier = [...before.law, ...before.who].find((one) => one.instrument === finding.instrument);
          expect(earlier?.outcomes).toEqual(expect.arrayContaining(finding.outcomes));
        }
        const [wide, narrow] = [before.certificate.tiers, after?.certificate.tiers];
        if (!wide || !narrow) return;
        expect(rankOf(narrow.least)).toBeGreaterThanOrEqual(rankOf(wide.least));
        expect(rankOf(narrow.worst)).toBeLessThanOrEqual(rankOf(wide.worst));
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(50);
  });
});

function someValue(key: string, at: number): FactValue {
  const known = fact(key);
  if (known?.type === 'enum') return known.values[at % known.values.length] ?? '';
  if (known?.type === 'set') return [known.values[at % known.values.length] ?? ''];
  if (known?.type === 'number') return at % 100;
  if (known?.type === 'date') return '2026-01-01';
  return at % 2 === 0;
}
