import { describe, expect, it } from 'vitest';
import { assess } from '../../regulation/assess';
import { parseDossier } from '../../regulation/dossier';
import type { AssessmentResult } from '../../regulation/result';
import { lawAnswer, safeAnswer, whoAnswer } from './summary';

const certifications = ['EU', 'GB'].map((market) => ({ market, basis: 'mdd', class: 'IIb', expires: '2028-12-31' }));

function judged(actor: string, facts: Record<string, unknown> = {}, kind = 'os_patch'): AssessmentResult {
  const parsed = parseDossier({
    dossier: 1,
    as_of: '2026-11-23',
    device: { name: 'Pump', certifications, software: { os: { product: 'windows', release: '7' } } },
    site: { country: 'GB', nation: 'england' },
    change: { kind, ...(actor ? { actor } : {}) },
    facts,
  });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return assess(parsed.dossier, '2026-11-23');
}

const only = (instrument: string, result: AssessmentResult): AssessmentResult => ({
  ...result,
  findings: result.findings.filter((finding) => finding.instrument === instrument),
});

describe('law', () => {
  it('is a forecast while a hospital acts, and says over how many charts', () => {
    const answer = lawAnswer(judged('hospital'));
    expect(answer).toMatchObject({ state: 'open', word: 'forecast only' });
    expect(answer.text).toContain('Forecast over 1 chart');
    expect(answer.text).toContain('1 question open, for the maker');
  });

  it('is open while the maker has a question left, and settled when none is', () => {
    const open = lawAnswer(judged('manufacturer'));
    expect(open.state).toBe('open');
    expect(open.text).toContain('It cannot be said yet whether');
    const settled = lawAnswer(only('EU-MDCG-2020-3-R1', judged('manufacturer', { benefit_risk_worse: false })));
    expect(settled).toMatchObject({ state: 'settled', headline: 'Record only.' });
    expect(settled.text).toBe('MDCG 2020-3 Rev.1: not significant.');
    const two = only('EU-MDCG-2020-3-R1', judged('manufacturer'));
    expect(lawAnswer(two)).toMatchObject({ state: 'open', headline: 'Record only … new certification.' });
  });

  it('is open while it cannot be said which chart applies', () => {
    const nobody = judged('');
    expect(lawAnswer(nobody)).toMatchObject({ state: 'open', headline: 'It cannot be said yet which chart applies.' });
    expect(whoAnswer(nobody)).toMatchObject({ state: 'open' });
  });

  it('has no chart for a firewall outside the device', () => {
    expect(lawAnswer(judged('hospital', {}, 'network_firewall'))).toMatchObject({
      state: 'settled',
      word: 'no chart applies',
    });
  });
});

describe('who', () => {
  it('is nobody while a question is open', () => {
    expect(whoAnswer(judged('hospital'))).toMatchObject({ state: 'hold', headline: 'Nobody yet.' });
  });

  it('is the hospital under written permission', () => {
    const facts = { covered_by_manufacturer_instructions: false, manufacturer_authorised: true };
    expect(whoAnswer(judged('hospital', facts))).toMatchObject({
      state: 'settled',
      headline: 'Allowed with permission.',
    });
  });

  it('is not covered where the library has no table', () => {
    expect(whoAnswer(judged('manufacturer'))).toMatchObject({ state: 'open', word: 'not covered' });
  });
});

const copyOf = <Summary extends { conditions: readonly string[]; objections: readonly string[] }>(
  summary: Summary,
) => ({
  ...summary,
  conditions: [...summary.conditions],
  objections: [...summary.objections],
});

describe('safe', () => {
  const of = 3;
  it.each([
    [{ state: 'open', label: 'open', answered: 1, of, conditions: [], objections: [] }, 'Not judged yet.'],
    [{ state: 'no', label: 'no', answered: 3, of, conditions: [], objections: ['Downtime'] }, 'Not safe as proposed.'],
    [{ state: 'yes', label: 'yes', answered: 3, of, conditions: [], objections: [] }, 'Yes, as people judged it.'],
  ] as const)('%o reads %s', (summary, headline) => {
    expect(safeAnswer(copyOf(summary), null).headline).toBe(headline);
  });

  it('says what the standards on safety leave open, and is held by one that holds', () => {
    const fine = { state: 'yes', label: 'yes', answered: 3, of, conditions: [], objections: [] } as const;
    expect(safeAnswer(copyOf(fine), judged('hospital')).text).toContain('DCB0160 v3.2');
    const facts = {
      connectable_to_network: true,
      change_permit_covers: false,
      network_risk_file_current: false,
    };
    const held = safeAnswer(copyOf(fine), only('IEC-80001-1', judged('hospital', facts)));
    expect(held.state === 'hold' || held.text.includes('IEC 80001-1')).toBe(true);
  });
});
