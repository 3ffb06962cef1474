import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { device, england, findingOf, judge, patch, software } from './testing';

describe('the result', () => {
  it('has the fields of the contract', () => {
    const result = judge({ id: 'CM-2026-000123', ...patch('manufacturer') });
    expect(Object.keys(result)).toEqual(
      'id as_of library findings overall ask hints not_applicable ignored conflicts'.split(' '),
    );
    expect(result).toMatchObject({ id: 'CM-2026-000123', as_of: '2026-11-23', library: '2026.11.2' });
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

  it('says where every fact is known and the published text still does not decide', () => {
    const facts = { os_is_standard_third_party: false };
    const finding = findingOf(judge({ ...patch('manufacturer'), facts }), 'EU-MDCG-2020-3-R1');
    expect(finding?.open[0]).toMatchObject({ question: 'C1', fact: null, facts: [] });
    expect(finding?.notes.join()).toContain('C1: every fact it asks for is known');
  });

  it('shows remarks whose condition holds', () => {
    const notes = (facts: object) =>
      findingOf(judge({ ...patch('manufacturer'), facts }), 'US-FDA-SW510K-2017')?.notes.join('\n') ?? '';
    expect(notes({})).not.toContain('GP1:');
    expect(notes({ known_serious_adverse_event: true })).toContain('GP1: Needs review');
    expect(notes({ verification_unexpected_results: true })).toContain('GP5:');
  });

  it('speaks of the checks of a component only where a component may change', () => {
    const notes = (kind: string) =>
      findingOf(
        judge({ ...patch('manufacturer'), change: { kind, actor: 'manufacturer' } }),
        'EU-MDCG-2020-3-R1',
      )?.notes.join();
    expect(notes('os_patch')).not.toContain('CM-2');
    const facts = { component_same_product_line: true };
    const update = judge({
      ...patch('manufacturer'),
      facts,
      change: { kind: 'component_update', actor: 'manufacturer' },
    });
    expect(findingOf(update, 'EU-MDCG-2020-3-R1')?.notes.join()).toContain('CM-1:');
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
    const result = judge({ answers: { 'UK-MDR-H': { 'UK-H99': 'yes', 'UK-H1': 'yes' }, 'US-CFR-999': { F1: 'no' } } });
    expect(result.ignored).toEqual(['answers.UK-MDR-H.UK-H99', 'answers.US-CFR-999']);
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
