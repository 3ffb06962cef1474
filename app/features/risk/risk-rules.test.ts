import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownFacts } from '../../regulation/assess';
import { acceptanceState } from './acceptance-state';
import { ratingsToAccept } from './accepted-ratings';
import { AXES } from './axes';
import { clinicalLevel } from './clinical-matrix';
import { levelField } from './level-field';
import { BANDS, bandOf, LEVELS, ratingInWords, scoreOf } from './matrix';
import { RateForm } from './rate-form';
import { RULES, reportClocks } from './report-clocks.server';
import {
  all,
  either,
  REGIMES,
  reportable,
  TRIAGE_KEYS,
  TRIAGE_VALUES,
  type TriageAnswers,
  type TriageValue,
} from './triage-answers';
import { triageQuestions } from './triage-questions.server';

const PAIRS = LEVELS.flatMap((consequence) => LEVELS.map((likelihood) => ({ consequence, likelihood })));

describe('the 5×5 matrix', () => {
  it('puts each of the 25 places into the band of its product', () => {
    const bands = PAIRS.map((pair) => [scoreOf(pair), bandOf(scoreOf(pair))] as const);
    expect(Object.fromEntries(bands)).toEqual({
      ...{ 1: 'low', 2: 'low', 3: 'low', 4: 'moderate', 5: 'moderate', 6: 'moderate' },
      ...{ 8: 'high', 9: 'high', 10: 'high', 12: 'high' },
      ...{ 15: 'extreme', 16: 'extreme', 20: 'extreme', 25: 'extreme' },
    });
  });

  it('has no band for what two levels cannot give', () => {
    for (const score of [-1, 0, 7, 13, 14, 26, 2.5, Number.NaN]) expect(() => bandOf(score)).toThrow(/No band/);
    expect(BANDS.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 6],
      [8, 12],
      [15, 25],
    ]);
  });

  it('names both scales, never the product alone', () => {
    expect(ratingInWords({ consequence: 4, likelihood: 3 })).toBe('4 × 3 = 12, high');
    expect(ratingInWords({ consequence: 3, likelihood: 4 })).toBe('3 × 4 = 12, high');
  });
});

describe('the level of a clinical hazard', () => {
  it('is at each of the 25 places the one that the rule library derives', () => {
    const severity = ['minor', 'significant', 'considerable', 'major', 'catastrophic'];
    const chance = ['very_low', 'low', 'medium', 'high', 'very_high'];
    for (const pair of PAIRS) {
      const facts = {
        clinical_severity: severity[pair.consequence - 1] ?? '',
        clinical_likelihood: chance[pair.likelihood - 1] ?? '',
      };
      const derived = knownFacts({ dossier: 1, facts }, '2026-11-23').find(({ key }) => key === 'clinical_risk_score');
      expect(derived?.value, JSON.stringify(facts)).toBe(clinicalLevel(pair));
    }
    expect(() => clinicalLevel({ consequence: 6, likelihood: 1 })).toThrow();
  });
});

describe('forms', () => {
  it('take a level from 1 to 5, nothing, and no other', () => {
    expect(['', undefined, '1', '5'].map((text) => levelField().parse(text))).toEqual([null, null, 1, 5]);
    for (const text of ['0', '6', '1.5', '01', ' 1', 'x']) expect(levelField().safeParse(text).success).toBe(false);
  });

  it('want both scales and a reason for a rating', () => {
    const fields = (over: Record<string, string>) => {
      const parsed = RateForm.safeParse({ axis: 'security', ...over });
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
    };
    const whole = { after_consequence: '2', after_likelihood: '2', after_because: 'tested' };
    expect(fields(whole)).toEqual([]);
    expect(fields({})).toEqual(['before_consequence']);
    expect(fields({ ...whole, after_because: ' ' })).toEqual(['after_because']);
    expect(fields({ ...whole, after_likelihood: '' })).toEqual(['after_likelihood']);
    expect(fields({ ...whole, before_because: 'just so' })).toEqual(['before_consequence']);
    expect(fields({ ...whole, axis: 'overall' })).toEqual(['axis']);
  });
});

describe('an acceptance', () => {
  const days = { reviewOn: '2026-06-01', expiresOn: '2026-12-01', ended: false };

  it('is reviewed, runs out and stays in force until somebody ends it', () => {
    expect(acceptanceState(days, '2026-05-31')).toBe('in_force');
    expect(acceptanceState(days, '2026-06-01')).toBe('review_due');
    expect(acceptanceState(days, '2026-12-01')).toBe('review_due');
    expect(acceptanceState(days, '2026-12-02')).toBe('overdue');
    expect(acceptanceState({ ...days, ended: true }, '2099-01-01')).toBe('ended');
  });

  it('covers all four axes after the change, or none', () => {
    const row = (axis: (typeof AXES)[number], moment = 'after') => ({
      ...{ id: `${axis}-${moment}`, axis, moment, consequence: 2, likelihood: 3 },
    });
    expect(ratingsToAccept([])).toEqual({ ok: false, missing: [...AXES] });
    expect(ratingsToAccept([...AXES.map((axis) => row(axis, 'before')), row('security')])).toEqual({
      ok: false,
      missing: ['patient_safety', 'regulatory', 'continuity'],
    });
    expect(ratingsToAccept(AXES.map((axis) => row(axis)))).toMatchObject({
      ok: true,
      ids: AXES.map((axis) => `${axis}-after`),
    });
  });
});

const answersOf = (value: TriageValue, over: Partial<TriageAnswers> = {}): TriageAnswers => ({
  ...(Object.fromEntries(TRIAGE_KEYS.map((key) => [key, value])) as TriageAnswers),
  ...over,
});
const DAYS = { awareOn: '2026-11-20', actionOn: null };

describe('the clocks of reports', () => {
  it('say the number of days that the duty of the rule library says', () => {
    for (const { duty, limit } of RULES) {
      const { due } = duty();
      if (!limit) continue;
      const days = due === null ? '' : due;
      expect(days).toMatch(limit.days === 3 ? /72 hours/ : new RegExp(`\\b${limit.days}\\b`));
      if (limit.counted === 'working') expect(days).toMatch(/work(ing)? days/);
    }
  });

  it('do not run when everything is answered no', () => {
    expect(reportClocks(answersOf('no'), DAYS, REGIMES)).toEqual([]);
  });

  it('run under doubt as under a yes, and say so', () => {
    const [sure, unsure] = [answersOf('yes'), answersOf('unknown')].map((one) => reportClocks(one, DAYS, REGIMES));
    expect(unsure?.map(({ what, due }) => [what, due])).toEqual(sure?.map(({ what, due }) => [what, due]));
    expect(sure?.every(({ certain }) => certain)).toBe(true);
    expect(unsure?.some(({ certain }) => certain)).toBe(false);
  });

  it('give the days of a death in Great Britain and the Union, from the day of awareness', () => {
    const death = answersOf('no', { event: 'yes', device: 'yes', harm: 'yes', death: 'yes' });
    const clocks = reportClocks(death, DAYS, ['GB', 'EU']);
    expect(clocks.map(({ regime, who, due }) => [regime, who, due])).toEqual([
      ['GB', 'manufacturer', '2026-11-30'],
      ['GB', 'manufacturer', '2026-12-05'],
      ['GB', 'hospital', null],
      ['GB', 'hospital', null],
      ['EU', 'manufacturer', '2026-11-30'],
      ['EU', 'manufacturer', '2026-12-05'],
      ['EU', 'hospital', null],
    ]);
    expect(clocks[0]).toMatchObject({ mark: 'V2', certain: true });
    expect(clocks[0]?.citation).toContain('44ZH');
  });

  it('count work days in the United States, and 806 from the day the action begins', () => {
    const action = answersOf('no', { action: 'yes' });
    expect(reportClocks(action, DAYS, ['US']).map(({ due }) => due)).toEqual([null]);
    // Thanksgiving, 26 November, is no work day.
    expect(reportClocks(action, { ...DAYS, actionOn: '2026-11-20' }, ['US']).map(({ due }) => due)).toEqual([
      '2026-12-07',
    ]);
  });

  it('only grow when an answer turns from no to yes', () => {
    const answers = fc.record(
      Object.fromEntries(TRIAGE_KEYS.map((key) => [key, fc.constantFrom(...TRIAGE_VALUES)])),
    ) as fc.Arbitrary<TriageAnswers>;
    fc.assert(
      fc.property(answers, fc.constantFrom(...TRIAGE_KEYS), (given, key) => {
        const texts = (value: TriageValue) =>
          reportClocks({ ...given, [key]: value }, DAYS, REGIMES).map(({ what, due }) => `${what} ${due}`);
        const more = texts('yes');
        expect(texts('no').filter((one) => !more.includes(one))).toEqual([]);
        expect(texts('unknown')).toEqual(more);
      }),
    );
  });
});

describe('the checklist', () => {
  it('asks every question with a source and its mark', () => {
    const questions = triageQuestions();
    expect(questions.map(({ key }) => key)).toEqual([...TRIAGE_KEYS]);
    for (const { asks, cited } of questions) {
      expect(asks).toMatch(/\?$/);
      expect(cited.length).toBeGreaterThan(0);
    }
  });

  it('keeps unknown apart from no', () => {
    expect([all('yes', 'yes'), all('yes', 'unknown'), all('unknown', 'no')]).toEqual(['yes', 'unknown', 'no']);
    expect([either('no', 'yes'), either('no', 'unknown'), either('no', 'no')]).toEqual(['yes', 'unknown', 'no']);
    expect(reportable(answersOf('no', { event: 'yes', device: 'yes', averted: 'yes' }))).toBe('yes');
    expect(reportable(answersOf('yes', { event: 'no' }))).toBe('no');
  });
});
