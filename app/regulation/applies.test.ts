import { describe, expect, it } from 'vitest';
import type { AssessmentResult } from './result';
import { device, england, judge, patch } from './testing';
import { greatestTier } from './tiers';

const of = (result: AssessmentResult, instrument: string) =>
  result.findings.find((finding) => finding.instrument === instrument);

describe('which instruments apply', () => {
  const states = (json: object) => {
    const result = judge(json);
    const found = [...result.findings, ...result.hints].map((one) => [one.instrument, one.state]);
    return Object.fromEntries([...found, ...result.not_applicable.map((one) => [one.instrument, 'left_out'])]);
  };

  it("a manufacturer follows its markets, a hospital the unit's place", () => {
    expect(states(patch('manufacturer'))).toMatchObject({
      'EU-MDCG-2020-3-R1': 'applies',
      'US-FDA-SW510K-2017': 'applies',
      'UK-MDR-H': 'left_out',
    });
    expect(states(patch('hospital'))).toMatchObject({
      'EU-MDCG-2020-3-R1': 'hint',
      'US-FDA-SW510K-2017': 'hint',
      'UK-MDR-H': 'applies',
    });
    expect(states({ ...patch('hospital'), site: { country: 'DE' } })['UK-MDR-H']).toBe('left_out');
    expect(states({ ...patch('hospital'), site: { nation: 'northern_ireland' } })['UK-MDR-H']).toBe('left_out');
  });

  it('says why, in words', () => {
    const maker = judge(patch('manufacturer'));
    expect(of(maker, 'EU-MDCG-2020-3-R1')?.applies).toBe('legacy device under Directive 93/42/EEC, class IIb');
    expect(of(maker, 'US-FDA-SW510K-2017')?.applies).toBe('cleared by 510(k), K123456; software changes');
    expect(maker.not_applicable).toContainEqual({
      instrument: 'UK-MDR-H',
      because:
        'it speaks to whoever, other than the manufacturer, changes a unit in England, Scotland or Wales; here actor = manufacturer (derived: change.actor is manufacturer)',
    });
    const hospital = judge(patch('hospital'));
    expect(of(hospital, 'UK-MDR-H')?.applies).toBe('installed unit in England, changed by the hospital');
    const forecast = hospital.hints.find(({ instrument }) => instrument === 'EU-MDCG-2020-3-R1');
    expect(forecast?.applies).toContain('forecast: what the manufacturer would have to decide');
  });

  it('a change outside the device is no matter of a certificate', () => {
    const firewall = { ...patch('manufacturer'), change: { kind: 'network_firewall', actor: 'manufacturer' } };
    expect(states(firewall)).toMatchObject({ 'EU-MDCG-2020-3-R1': 'left_out', 'US-FDA-SW510K-2017': 'left_out' });
  });

  it('cannot be said while it hangs on something unknown; that is asked first and does not count', () => {
    const result = judge({ device, site: england, change: { kind: 'os_patch' } });
    expect(new Set(result.findings.map((finding) => finding.state))).toEqual(new Set(['unknown']));
    expect(of(result, 'UK-MDR-H')?.applies).toBe('cannot say whether it applies: actor is not known');
    expect(result.overall).toMatchObject({ tier: 'hold', worst_tier: 'hold' });
    expect(result.ask[0]).toEqual({
      question: 'actor',
      instruments: expect.arrayContaining(['EU-MDCG-2020-3-R1', 'US-FDA-SW510K-2017', 'UK-MDR-H']),
      to: 'hospital',
      text: expect.stringMatching(/\?$/),
      narrows: 1,
      facts: ['actor'],
      found_in: null,
    });
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
    expect(hospital.overall).toMatchObject({
      tier: greatestTier(counted.map((finding) => finding.tier)),
      worst_tier: greatestTier(counted.map((finding) => finding.worst_tier)),
    });
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
    expect(of(result, 'UK-MDR-H')?.applies).toBe('installed unit in Great Britain, changed by the hospital');
    const said = 'No site is given: the unit is taken to stand where the device is certified.';
    expect(of(result, 'UK-MDR-H')?.notes).toContain(said);
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
