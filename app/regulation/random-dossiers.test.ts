import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACT_LIST } from './facts/dictionary';
import { KIND_IDS } from './kinds/kind-ids';
import { library } from './library';
import { EU, england, findingOf, judge, software, US } from './testing';
import type { FactValue } from './vocabulary';

describe('random dossiers', () => {
  const anyFacts = fc
    .array(
      fc.constantFrom(...FACT_LIST).chain((fact) => {
        const value: fc.Arbitrary<FactValue> =
          fact.type === 'boolean'
            ? fc.boolean()
            : fact.type === 'enum'
              ? fc.constantFrom(...fact.values)
              : fact.type === 'set'
                ? fc.subarray([...fact.values])
                : fact.type === 'date'
                  ? fc.constantFrom('2019-01-01', '2026-11-23', '2031-12-31')
                  : fc.nat(6);
        return fc.tuple(fc.constant(fact.key), fc.oneof({ weight: 4, arbitrary: value }, fc.constant('unknown')));
      }),
      { maxLength: 60 },
    )
    .map((entries) => Object.fromEntries(entries));
  const anyDossier = fc.record(
    {
      device: fc.record(
        {
          certifications: fc.subarray([
            EU,
            US,
            { market: 'GB', basis: 'mdr', class: 'IIa' },
            { market: 'CA', class: 'II' },
          ]),
          software: fc.constantFrom(software, {}),
        },
        { requiredKeys: [] },
      ),
      site: fc.constantFrom<object>({}, england, { country: 'DE' }, { country: 'US' }, { nation: 'northern_ireland' }),
      change: fc.record(
        {
          kind: fc.oneof(fc.constantFrom(...KIND_IDS), fc.subarray([...KIND_IDS], { minLength: 1, maxLength: 3 })),
          actor: fc.constantFrom('hospital', 'manufacturer', 'other', ''),
        },
        { requiredKeys: [] },
      ),
      instruments: fc.subarray([...library().keys()], { minLength: 1 }),
      facts: anyFacts,
    },
    { requiredKeys: [] },
  );

  it('are judged without complaint, and every finding is sound in itself', () => {
    fc.assert(
      fc.property(anyDossier, (json) => {
        const result = judge(json);
        for (const finding of [...result.findings, ...result.hints]) {
          expect(finding.outcomes.length).toBeGreaterThan(0);
          expect(finding.outcomes).toEqual([...finding.outcomes].sort());
          expect(finding.outcome).toBe(finding.outcomes.length === 1 ? finding.outcomes[0] : 'undecided');
          expect(finding.path.length).toBe(finding.trace.length);
        }
        const narrows = result.ask.map((one) => one.narrows);
        expect(narrows).toEqual([...narrows].sort((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('leave, after an answer, exactly the outcomes that were announced for it', () => {
    const single = anyDossier.filter((json) => !Array.isArray(json.change?.kind));
    fc.assert(
      fc.property(single, fc.boolean(), fc.nat(), (json, yes, pick) => {
        for (const before of judge(json).findings) {
          const question = before.open[pick % Math.max(before.open.length, 1)];
          if (!question) continue;
          const answers = { [before.instrument]: { [question.question]: yes ? 'yes' : 'no' } };
          const after = findingOf(judge({ ...json, answers }), before.instrument);
          expect(after?.outcomes).toEqual(yes ? question.if_yes : question.if_no);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never settle anything by an unknown stated in so many words', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const given = { instruments: [...library().keys()], facts };
        const silent = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== 'unknown'));
        expect(judge({ ...given }).findings.map((finding) => finding.outcomes)).toEqual(
          judge({ ...given, facts: { ...silent, ...keepStatusUnknown(facts) } }).findings.map(
            (finding) => finding.outcomes,
          ),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** The state of the change is the one fact a bare dossier settles by itself, unless a person says that it is unknown. */
function keepStatusUnknown(facts: Record<string, FactValue>): Record<string, FactValue> {
  return facts.change_status === 'unknown' ? { change_status: 'unknown' } : {};
}
