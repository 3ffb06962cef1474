import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { type Dossier, parseDossier } from './dossier';
import { FACT_LIST } from './facts/dictionary';
import { KIND_IDS } from './kinds/kind-ids';
import { library } from './library';
import type { AssessmentResult } from './result';
import type { FactValue } from './vocabulary';

function read(json: object): Dossier {
  const parsed = parseDossier({ dossier: 1, as_of: '2026-11-23', ...json });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

const judge = (json: object) => assess(read(json));
const findingOf = (result: AssessmentResult, instrument: string) =>
  [...result.findings, ...result.hints].find((one) => one.instrument === instrument);

const EU = { market: 'EU', basis: 'mdd', class: 'IIb' };
const US = { market: 'US', basis: '510k', class: 'II', number: 'K123456' };
const software = { os: { product: 'windows', release: '10' } };
const device = { software, certifications: [EU, US] };
const england = { country: 'GB', nation: 'england' };
const patch = (actor: string) => ({ device, site: england, change: { kind: 'os_patch', actor } });

describe('the result', () => {
  it('has the fields of the contract', () => {
    const result = judge({ id: 'CM-2026-000123', ...patch('manufacturer') });
    expect(Object.keys(result)).toEqual(
      'id as_of library findings overall ask hints not_applicable ignored conflicts'.split(' '),
    );
    expect(result).toMatchObject({ id: 'CM-2026-000123', as_of: '2026-11-23', library: '2026.11.1' });
    expect(Object.keys(result.findings[0] ?? {})).toEqual(
      'instrument edition applies outcome outcomes tier worst_tier path trace open obligations evidence notes state beyond'.split(
        ' ',
      ),
    );
    expect(judge({})).not.toHaveProperty('id');
  });

  it('dates itself from the dossier, else from the day given', () => {
    expect(assess({ dossier: 1 }, '2030-01-02').as_of).toBe('2030-01-02');
    expect(assess({ dossier: 1, as_of: '2021-01-01' }, '2030-01-02').as_of).toBe('2021-01-01');
    expect(assess({ dossier: 1 }).as_of).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('gives the same bytes for the same dossier', () => {
    const json = patch('hospital');
    expect(JSON.stringify(judge(structuredClone(json)))).toBe(JSON.stringify(judge(json)));
  });

  it('says with the reason of each step which facts decided, where they come from, and by which rule', () => {
    const result = judge({ ...patch('manufacturer'), facts: { os_change: 'patch', benefit_risk_worse: false } });
    const finding = findingOf(result, 'EU-MDCG-2020-3-R1');
    expect(finding?.outcome).toBe('not_significant');
    expect(finding?.trace.find((step) => step.question === 'C1')).toEqual({
      question: 'C1',
      answer: 'no',
      because:
        'os_change = patch (stated); os_is_standard_third_party = true (derived: windows 10 is a standard product (Windows)); device_software_change_needed = false (derived: kind of change os_patch); component_change = none (derived: kind of change os_patch)',
      rule: 'C1-a',
      citation: 'MDCG 2020-3 Rev.1 §4.3.2.3',
      confidence: 'V',
    });
    expect(finding?.path).toEqual(finding?.trace.map((step) => `${step.question}:${step.answer}`));
    expect(finding?.obligations.length).toBeGreaterThan(0);
    expect(finding?.evidence.length).toBeGreaterThan(0);
    for (const duty of finding?.obligations ?? []) expect(duty.citation, duty.must).not.toBe('');
  });

  it('lists the open questions with who can answer and what each answer leaves', () => {
    const finding = findingOf(judge(patch('manufacturer')), 'EU-MDCG-2020-3-R1');
    expect(finding).toMatchObject({ outcome: 'undecided', tier: 'record', worst_tier: 'recertify', obligations: [] });
    expect(finding?.open).toMatchObject([
      {
        question: 'C5',
        who: 'manufacturer',
        if_yes: ['significant'],
        if_no: ['not_significant'],
        fact: 'benefit_risk_worse',
        facts: ['benefit_risk_worse'],
      },
    ]);
    expect(finding?.path.at(-1)).toBe('C4:no');
    expect(finding?.beyond.map((step) => `${step.question}:${step.answer}`)).toEqual(['MC-D:no', 'MC-E:no']);
  });

  it('shows remarks whose condition holds', () => {
    const notes = (facts: object) =>
      findingOf(judge({ ...patch('manufacturer'), facts }), 'US-FDA-SW510K-2017')?.notes.join('\n') ?? '';
    expect(notes({})).not.toContain('GP1:');
    expect(notes({ known_serious_adverse_event: true })).toContain('GP1: Needs review');
    expect(notes({ verification_unexpected_results: true })).toContain('GP5:');
  });

  it('points to the MDS2 form only while the question it belongs to is walked', () => {
    const mds2 = { 'PAUT-5': 'yes', 'SGUD-3.1': 'yes' };
    const notes = (kind: string) => {
      const change = { kind, actor: 'hospital' };
      return (
        findingOf(judge({ device: { ...device, mds2 }, site: england, change }), 'UK-MDR-H')?.notes.join('\n') ?? ''
      );
    };
    expect(notes('credential_rotation')).toContain('UK-H3/MDS2-credential_rotation_allowed:');
    expect(notes('segmentation')).not.toContain('MDS2');
  });

  it('says when the edition was not in force', () => {
    const finding = findingOf(judge({ ...patch('manufacturer'), as_of: '2020-01-01' }), 'EU-MDCG-2020-3-R1');
    expect(finding?.notes.join('\n')).toContain('This edition is in force from 2023-05-12');
  });
});

describe("a person's answer", () => {
  const answers = { 'EU-MDCG-2020-3-R1': { C5: 'no', C1: 'yes' }, 'US-FDA-SW510K-2017': { Q1: 'unknown' } };

  it('wins over the facts, and the disagreement is listed', () => {
    const result = judge({ ...patch('manufacturer'), answers });
    const finding = findingOf(result, 'EU-MDCG-2020-3-R1');
    expect(finding?.outcome).toBe('significant');
    expect(finding?.trace.at(-1)).toMatchObject({
      question: 'C1',
      answer: 'yes',
      because: 'answered yes by a person',
      rule: 'C1',
    });
    expect(result.conflicts).toEqual([
      {
        key: 'EU-MDCG-2020-3-R1/C1',
        message: expect.stringContaining('answered yes by a person, which counts; the facts say no: os_change = patch'),
      },
    ]);
  });

  it('may be that nobody knows, which keeps the question open', () => {
    const facts = { solely_strengthens_cybersecurity: true, other_impact_on_device: false };
    const sure = judge({ ...patch('manufacturer'), facts });
    expect(findingOf(sure, 'US-FDA-SW510K-2017')?.outcome).toBe('letter_to_file');
    const unsure = judge({ ...patch('manufacturer'), facts, answers });
    expect(findingOf(unsure, 'US-FDA-SW510K-2017')?.open[0]).toMatchObject({ question: 'Q1', facts: [], fact: null });
    expect(unsure.conflicts.map((one) => one.key)).toContain('US-FDA-SW510K-2017/Q1');
  });

  it('to a question the library does not have is listed as ignored', () => {
    const result = judge({ answers: { 'UK-MDR-H': { 'UK-H99': 'yes', 'UK-H1': 'yes' }, 'US-CFR-806': { F1: 'no' } } });
    expect(result.ignored).toEqual(['answers.UK-MDR-H.UK-H99', 'answers.US-CFR-806']);
  });
});

describe('what is not known of the contract', () => {
  it('is listed: facts by their name, fields by their path', () => {
    const result = judge({
      colour: 'red',
      facts: { no_such_fact: 1, markets: ['EU'], is_ivd: false },
      device: {
        ...device,
        weight: 3,
        software: { ...software, licence: 'x' },
        certifications: [{ market: 'JP', scope: 1 }],
      },
      change: { title: 'x', urgency: 'high' },
    });
    expect(result.ignored).toEqual([
      'no_such_fact',
      'markets',
      'colour',
      'device.weight',
      'device.software.licence',
      'device.certifications.0.scope',
      'device.certifications.0.market',
      'change.urgency',
    ]);
  });
});

describe('which instruments apply', () => {
  const states = (json: object) => {
    const result = judge(json);
    const found = [...result.findings, ...result.hints].map((one) => [one.instrument, one.state]);
    return Object.fromEntries([...found, ...result.not_applicable.map((one) => [one.instrument, 'left_out'])]);
  };

  it("a manufacturer follows its markets, a hospital the unit's place", () => {
    expect(states(patch('manufacturer'))).toEqual({
      'EU-MDCG-2020-3-R1': 'applies',
      'US-FDA-SW510K-2017': 'applies',
      'UK-MDR-H': 'left_out',
    });
    expect(states(patch('hospital'))).toEqual({
      'EU-MDCG-2020-3-R1': 'hint',
      'US-FDA-SW510K-2017': 'hint',
      'UK-MDR-H': 'applies',
    });
    expect(states({ ...patch('hospital'), site: { country: 'DE' } })['UK-MDR-H']).toBe('left_out');
    expect(states({ ...patch('hospital'), site: { nation: 'northern_ireland' } })['UK-MDR-H']).toBe('left_out');
  });

  it('says why, in words', () => {
    const maker = judge(patch('manufacturer'));
    expect(maker.findings.map((finding) => finding.applies)).toEqual([
      'legacy device under Directive 93/42/EEC, class IIb',
      'cleared by 510(k), K123456; software changes',
    ]);
    expect(maker.not_applicable).toEqual([
      {
        instrument: 'UK-MDR-H',
        because:
          'it speaks to whoever, other than the manufacturer, changes a unit in England, Scotland or Wales; here actor = manufacturer (derived: change.actor is manufacturer)',
      },
    ]);
    const hospital = judge(patch('hospital'));
    expect(hospital.findings[0]?.applies).toBe('installed unit in England, changed by the hospital');
    expect(hospital.hints[0]?.applies).toContain('forecast: what the manufacturer would have to decide');
  });

  it('a change outside the device is no matter of a certificate', () => {
    const firewall = { ...patch('manufacturer'), change: { kind: 'network_firewall', actor: 'manufacturer' } };
    expect(states(firewall)).toMatchObject({ 'EU-MDCG-2020-3-R1': 'left_out', 'US-FDA-SW510K-2017': 'left_out' });
  });

  it('cannot be said while it hangs on something unknown; that is asked first and does not count', () => {
    const result = judge({ device, site: england, change: { kind: 'os_patch' } });
    expect(result.findings.map((finding) => finding.state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(result.findings[0]?.applies).toBe('cannot say whether it applies: actor is not known');
    expect(result.overall).toMatchObject({ tier: 'hold', worst_tier: 'hold' });
    expect(result.ask).toEqual([
      {
        question: 'actor',
        instruments: ['EU-MDCG-2020-3-R1', 'US-FDA-SW510K-2017', 'UK-MDR-H'],
        to: 'hospital',
        text: expect.stringMatching(/\?$/),
        narrows: 1,
        facts: ['actor'],
      },
    ]);
  });

  it('asks for actor and location before anything else', () => {
    const { ask } = judge({ change: { title: 'something' } });
    expect(ask.map((one) => one.question)).toEqual(
      expect.arrayContaining(['actor', 'kind', 'places', 'markets', 'eu_device_status', 'us_market_status']),
    );
    expect(ask[0]?.question).toBe('actor');
    expect(new Set(ask.map((one) => one.question)).size).toBe(ask.length);
  });

  it('a hint or an unknown never changes what counts', () => {
    const hospital = judge(patch('hospital'));
    const counted = hospital.findings.filter((finding) => finding.state === 'applies');
    expect(hospital.overall).toMatchObject({ tier: counted[0]?.tier, worst_tier: counted[0]?.worst_tier });
    expect(hospital.ask.flatMap((one) => one.instruments)).not.toContain('EU-MDCG-2020-3-R1');
  });

  it('instruments named in the dossier are run, and nothing else', () => {
    const result = judge({ instruments: ['UK-MDR', 'UK-MDR-H', 'EU-MDCG-2020-3-R1'], ...patch('manufacturer') });
    expect(result.findings.map((finding) => [finding.instrument, finding.state, finding.applies])).toEqual([
      ['EU-MDCG-2020-3-R1', 'named', 'legacy device under Directive 93/42/EEC, class IIb'],
      ['UK-MDR-H', 'named', 'named in the dossier'],
    ]);
    expect(result.not_applicable).toEqual([]);
    expect(result.hints).toEqual([]);
  });

  it('takes the place from the markets where no site is given, and says so', () => {
    const GB = { market: 'GB', basis: 'ukca', class: 'IIb' };
    const result = judge({ device: { certifications: [GB] }, change: { kind: 'os_patch', actor: 'hospital' } });
    expect(result.findings[0]?.instrument).toBe('UK-MDR-H');
    expect(result.findings[0]?.applies).toBe('installed unit in Great Britain, changed by the hospital');
    const said = 'No site is given: the unit is taken to stand where the device is certified.';
    expect(result.findings[0]?.notes).toContain(said);
    expect(result.overall.reasons).toContain(said);
  });

  it('reads the markets from stated facts too, and does not take a missing list for an empty one', () => {
    const facts = { actor: 'manufacturer', eu_device_status: 'legacy_directive', change_domains: ['software'] };
    expect(states({ facts })).toMatchObject({ 'EU-MDCG-2020-3-R1': 'applies', 'US-FDA-SW510K-2017': 'left_out' });
    const change = { actor: 'manufacturer', kind: 'os_patch' };
    expect(states({ device: { name: 'x' }, change })['EU-MDCG-2020-3-R1']).toBe('unknown');
    expect(states({ device: { certifications: [] }, change })['EU-MDCG-2020-3-R1']).toBe('left_out');
  });

  it.each([
    [[{ market: 'US', basis: 'exempt', class: 'I' }], 'needs_review: the device is exempt from 510(k)'],
    [[{ market: 'EU', basis: 'mdr', class: 'I' }], 'of class I without a notified body'],
    [[{ market: 'EU', basis: 'mdd', class: 'I' }], 'of class I under the directive'],
    [[{ market: 'EU', basis: 'in_house' }], 'made in house'],
  ])('says what no chart says: %j', (certifications, sentence) => {
    const result = judge({ device: { certifications }, change: { kind: 'os_patch', actor: 'manufacturer' } });
    expect(result.overall.reasons.join('\n')).toContain(sentence);
  });

  it('an exempt device needs review, which holds', () => {
    const certifications = [{ market: 'US', basis: 'exempt' }];
    const { overall } = judge({ device: { certifications }, change: { kind: 'os_patch', actor: 'manufacturer' } });
    expect(overall).toMatchObject({ tier: 'hold', worst_tier: 'hold' });
  });
});

describe('overall', () => {
  it('is the strictest of what counts, at least and at most', () => {
    const result = judge(patch('manufacturer'));
    expect(result.findings.map((finding) => [finding.tier, finding.worst_tier])).toEqual([
      ['record', 'recertify'],
      ['record', 'recertify'],
    ]);
    expect(result.overall).toMatchObject({ tier: 'record', worst_tier: 'recertify' });
  });

  it('says where two instruments cannot come together any more', () => {
    const facts = { solely_strengthens_cybersecurity: true, other_impact_on_device: false, benefit_risk_worse: true };
    const { overall } = judge({ ...patch('manufacturer'), facts });
    expect(overall).toMatchObject({ tier: 'recertify', worst_tier: 'recertify' });
    expect(overall.conflicts_between_instruments).toEqual([
      'EU-MDCG-2020-3-R1 gives significant (recertify), US-FDA-SW510K-2017 gives letter_to_file (record): each counts for its own market.',
    ]);
  });

  it('warns first when duties pass to whoever makes the change', () => {
    const facts = {
      change_status: 'decided',
      covered_by_manufacturer_instructions: false,
      manufacturer_authorised: false,
      serious_harm_likely_before_answer: false,
      alters_clinical_or_essential_function: false,
    };
    const { overall, findings } = judge({ ...patch('hospital'), facts });
    expect(findings[0]?.outcome).toBe('O-USERMOD');
    expect(overall.reasons[0]).toContain('Duties of a manufacturer pass');
  });

  it('is none where nothing applies, and says that nothing does', () => {
    const { overall } = judge({
      device: { certifications: [] },
      change: { kind: 'decommission', actor: 'hospital' },
      site: { country: 'JP' },
    });
    expect(overall).toMatchObject({ tier: 'none', reasons: ['No instrument of this library applies.'] });
  });
});

describe('what to ask', () => {
  it('is ranked by how much it decides', () => {
    const { ask } = judge({ ...patch('manufacturer'), change: { kind: 'app_patch', actor: 'manufacturer' } });
    const narrows = ask.map((one) => one.narrows);
    expect(narrows).toEqual([...narrows].sort((a, b) => b - a));
    for (const one of ask) expect(one.text, one.question).toMatch(/\?$/);
  });

  it('halves two outcomes with one question that separates them', () => {
    expect(judge({ ...patch('manufacturer'), device: { software, certifications: [EU] } }).ask).toEqual([
      {
        question: 'C5',
        instruments: ['EU-MDCG-2020-3-R1'],
        to: 'manufacturer',
        text: expect.stringMatching(/\?$/),
        narrows: 0.5,
        facts: ['benefit_risk_worse'],
      },
    ]);
  });

  it('asks once what two instruments hang on', () => {
    const facts = { change_domains: ['software'], actor: 'manufacturer' };
    const answers = { 'EU-MDCG-2020-3-R1': {} };
    const { ask } = judge({
      instruments: ['EU-MDCG-2020-3-R1', 'US-FDA-SW510K-2017'],
      device,
      facts: { ...facts, os_change: 'unknown', component_change: 'none' },
      answers,
    });
    const keys = ask.map((one) => one.facts.join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('asks nothing that can no longer change a result', () => {
    const result = judge({
      ...patch('manufacturer'),
      device: { software, certifications: [EU] },
      change: { kind: 'os_replacement', actor: 'manufacturer' },
    });
    expect(result.findings[0]).toMatchObject({ outcome: 'significant' });
    expect(result.findings[0]?.open.length).toBeGreaterThan(0);
    expect(result.ask).toEqual([]);
  });
});

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
      fc.property(single, fc.boolean(), (json, yes) => {
        for (const before of judge(json).findings) {
          for (const question of before.open) {
            const answers = { [before.instrument]: { [question.question]: yes ? 'yes' : 'no' } };
            const after = findingOf(judge({ ...json, answers }), before.instrument);
            expect(after?.outcomes).toEqual(yes ? question.if_yes : question.if_no);
          }
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
