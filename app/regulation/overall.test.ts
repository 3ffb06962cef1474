import { describe, expect, it } from 'vitest';
import { device, EU, judge, patch, software } from './testing';

const TWO = ['EU-MDCG-2020-3-R1', 'US-FDA-SW510K-2017'];

describe('overall', () => {
  it('is the strictest of what counts, at least and at most', () => {
    const result = judge({ ...patch('manufacturer'), instruments: TWO });
    expect(result.findings.map((finding) => [finding.tier, finding.worst_tier])).toEqual([
      ['record', 'recertify'],
      ['record', 'recertify'],
    ]);
    expect(result.overall).toMatchObject({ tier: 'record', worst_tier: 'recertify' });
    expect(judge(patch('manufacturer')).overall).toMatchObject({ tier: 'record', worst_tier: 'hold' });
  });

  it('says where two instruments cannot come together any more', () => {
    const facts = { solely_strengthens_cybersecurity: true, other_impact_on_device: false, benefit_risk_worse: true };
    const { overall } = judge({ ...patch('manufacturer'), instruments: TWO, facts });
    expect(overall).toMatchObject({ tier: 'recertify', worst_tier: 'recertify' });
    expect(overall.conflicts_between_instruments).toEqual([
      'EU-MDCG-2020-3-R1 gives significant (recertify), US-FDA-SW510K-2017 gives letter_to_file (record): each counts for its own market.',
    ]);
  });

  it('gives an operator in the United States the questions about the network that no chart there asks', () => {
    const firewall = { device, site: { country: 'US' }, change: { kind: 'network_firewall', actor: 'hospital' } };
    const said = (json: object) => judge(json).overall.reasons.filter((one) => one.includes('IMDRF N60 6.4.1'));
    expect(said(firewall)[0]?.match(/\?/g)?.length).toBeGreaterThanOrEqual(4);
    expect(said({ ...firewall, site: { country: 'DE' } })).toEqual([]);
    expect(said({ ...firewall, change: { kind: 'os_patch', actor: 'hospital' } })).toEqual([]);
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
    expect(overall.duty_transfer).toMatchObject([
      { instrument: 'UK-MDR-H', outcomes: ['O-USERMOD'], becomes: 'user at own risk', certain: true, forecast: false },
    ]);
    expect(overall.duty_transfer[0]?.instead).toContain('segment');
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

  it('begins with what every instrument hangs on; another fact that brings one in counts as half settled', () => {
    expect(judge({ device }).ask[0]).toMatchObject({ question: 'actor', narrows: 1 });
    const { ask } = judge({ ...patch('manufacturer'), device: { software, certifications: [EU] } });
    const supplied = ask.find(({ question }) => question === 'applies_to_supplied_units');
    expect(supplied?.narrows).toBeGreaterThan(0);
    expect(supplied?.narrows).toBeLessThan(0.5);
  });

  it('halves two outcomes with one question that separates them', () => {
    const dossier = { ...patch('manufacturer'), instruments: ['EU-MDCG-2020-3-R1'] };
    expect(judge({ ...dossier, device: { software, certifications: [EU] } }).ask).toEqual([
      {
        question: 'C5',
        instruments: ['EU-MDCG-2020-3-R1'],
        to: 'manufacturer',
        text: expect.stringMatching(/\?$/),
        narrows: 0.5,
        facts: ['benefit_risk_worse'],
        found_in: "manufacturer's risk management file",
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
      instruments: ['EU-MDCG-2020-3-R1'],
    });
    expect(result.findings[0]).toMatchObject({ outcome: 'significant' });
    expect(result.findings[0]?.open.length).toBeGreaterThan(0);
    expect(result.ask).toEqual([]);
  });
});
