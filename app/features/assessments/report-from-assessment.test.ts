import { describe, expect, it } from 'vitest';
import { render } from '../../../documents/render';
import { assess } from '../../regulation/assess';
import { type Dossier, parseDossier } from '../../regulation/dossier';
import { reportFromAssessment } from './report-from-assessment';
import { groupedReasons } from './report-instruments';

function dossier(over: Record<string, unknown> = {}): Dossier {
  const parsed = parseDossier({
    dossier: 1,
    id: 'CM-2026-000123',
    as_of: '2026-11-23',
    device: {
      name: 'Telemetry receiver',
      certifications: [
        { market: 'EU', basis: 'mdd', class: 'IIb' },
        { market: 'US', basis: '510k', number: 'K031234' },
      ],
    },
    site: { country: 'GB', nation: 'england' },
    change: { kind: 'os_patch', title: 'Install the March roll-up', actor: 'hospital' },
    facts: { is_medical_device: true, no_such_fact: true },
    ...over,
  });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

const reportOf = (one: Dossier) => reportFromAssessment({ dossier: one, result: assess(one) });

describe('a report from an assessment', () => {
  const report = reportOf(dossier());
  const result = assess(dossier());

  it('keeps law, who and safe apart and gives no common verdict', () => {
    expect(report.answers.map((answer) => answer.question)).toEqual([
      'Law: does it disturb the certificate?',
      'Who may make it here?',
      'Safe to do here, now?',
    ]);
    expect(report.answers[1]).toMatchObject({ mark: 'hold', headline: 'Nobody yet.' });
    expect(report.answers[2]?.headline).toBe('Not judged yet.');
    expect(report.statement.join(' ')).toContain('claims no compliance');
  });

  it('prints every step of every walk with answer, reason, citation and confidence in words', () => {
    result.findings.forEach((finding, index) => {
      const printed = report.instruments[index];
      expect(printed?.steps.map((step) => `${step.question}:${step.answer}`)).toEqual(
        finding.trace.map((step) => `${step.question}:${step.answer}`),
      );
      expect(printed?.path).toEqual(finding.path);
      for (const step of printed?.steps ?? []) {
        expect(step.asks).not.toBe('');
        expect(step.because).not.toBe('');
        expect(step.citation.confidence).toMatch(/seen in source|derived|interpretation|from memory|second-hand/);
      }
    });
  });

  it('keeps what is open, and forecasts apart from what counts', () => {
    expect(report.ranked.map((question) => question.text)).toEqual(result.ask.map((ask) => ask.text));
    expect(report.hints.map((hint) => hint.id)).toEqual(result.hints.map((hint) => hint.instrument));
    expect(report.hints.every((hint) => !hint.counted)).toBe(true);
    expect(report.instruments.map((one) => one.counted)).toEqual(
      result.findings.map(({ state }) => state !== 'unknown'),
    );
    expect(report.ignored).toEqual(result.ignored);
  });

  it('says of every fact where it comes from', () => {
    const stated = report.facts.find((one) => one.fact.endsWith('(is_medical_device)'));
    expect(stated).toMatchObject({ value: 'yes', source: 'stated in the dossier' });
    const derived = report.facts.find((one) => one.fact.endsWith('(change_location)'));
    expect(derived?.source).toBe('derived: kind of change os_patch');
  });

  it('draws each chart on which something was walked', async () => {
    expect(report.instruments.every((one) => one.drawings.length > 0)).toBe(true);
    const plain = reportFromAssessment({ dossier: dossier(), result, drawings: false });
    expect(plain.instruments.every((one) => one.drawings.length === 0)).toBe(true);
    const printed = await render('assessment-report', report, new Date('2026-11-23T00:00:00Z'));
    expect(printed.pages).toBeLessThan(18);
  });

  it('is the same every time, plain JSON, and marks what is missing', () => {
    expect(reportOf(dossier())).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    const bare = reportOf(dossier({ id: undefined, device: undefined, change: undefined }));
    expect(bare.reference).toEqual({ blank: 'reference' });
    expect(bare.title).toEqual({ blank: 'title of the change' });
    expect(bare.organisation.name).toEqual({ blank: 'name of the organisation' });
  });

  it('says the reason of several facts once', () => {
    expect(groupedReasons('a = none (derived: kind x); b = no (derived: kind x); c = yes (stated)')).toBe(
      'a = none; b = no (derived: kind x); c = yes (stated)',
    );
    expect(groupedReasons('answered no by a person')).toBe('answered no by a person');
    expect(groupedReasons('')).toBe('');
  });
});
