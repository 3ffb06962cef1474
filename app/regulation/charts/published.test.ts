import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHARTS } from '.';

interface PublishedQuestion {
  instrument: string;
  question: string;
  kind: 'step' | 'gate' | 'aid';
  yes_when: string;
  no_when?: string;
  if_yes?: string;
  if_no?: string;
}

interface Published {
  instruments: { id: string; title: string; issued: string; jurisdiction: string; start: string; outcomes: string[] }[];
  questions: PublishedQuestion[];
  tiers: Record<string, string>;
  outcome_meanings: Record<string, string>;
}

const NOTHING: Published = { instruments: [], questions: [], tiers: {}, outcome_meanings: {} };

const source = fileURLToPath(new URL('../../../../shared/regulation/facts.json', import.meta.url));

describe.runIf(existsSync(source)).each(CHARTS.map((chart) => [chart.instrument, chart] as const))(
  'the chart of %s compared with the published questions',
  (instrument, chart) => {
    // The body of a skipped describe runs all the same, so it must not need the file.
    const published: Published = existsSync(source) ? JSON.parse(readFileSync(source, 'utf8')) : NOTHING;
    const theirs = published.questions.filter((question) => question.instrument === instrument);

    it('has the same boxes in the same order, with the same kinds, rules and arrows', () => {
      const expected = theirs
        .filter(({ kind }) => kind !== 'aid')
        .map(({ question, kind, yes_when, no_when, if_yes, if_no }) => ({
          question,
          kind,
          yes_when,
          no_when,
          if_yes,
          if_no,
        }));
      const ours = Object.entries(chart.nodes).map(([question, node]) => ({
        question,
        kind: node.kind,
        yes_when: node.rule.yes,
        no_when: node.rule.no,
        if_yes: node.yes,
        if_no: node.no,
      }));
      expect(ours).toEqual(expected);
    });

    it('has the same aids with the same conditions', () => {
      const expected = theirs
        .filter(({ kind }) => kind === 'aid')
        .map(({ question, yes_when }) => [question, yes_when]);
      expect(chart.aids.map(({ id, when }) => [id, when])).toEqual(expected);
    });

    it('has the same title, start, outcomes, tiers and meanings', () => {
      const entry = published.instruments.find(({ id }) => id === instrument);
      expect(entry).toMatchObject({
        title: chart.title,
        issued: chart.issued,
        jurisdiction: chart.jurisdiction,
        start: chart.start,
      });
      // "undecided" is what a walk says while several outcomes are possible; no arrow leads there.
      const expected = entry?.outcomes.filter((code) => code !== 'undecided').sort();
      expect(Object.keys(chart.outcomes).sort()).toEqual(expected);
      for (const [code, end] of Object.entries(chart.outcomes)) {
        expect({ tier: end.tier, meaning: end.meaning }, code).toEqual({
          tier: published.tiers[code],
          meaning: published.outcome_meanings[code],
        });
      }
    });
  },
);
