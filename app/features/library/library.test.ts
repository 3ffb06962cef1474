import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { type Browser, newBrowser } from '../../guard/testing/browser';
import { anOrganisation, aPerson, letIn } from '../../guard/testing/people';
import { CHARTS } from '../../regulation/charts';
import { outline } from '../../regulation/charts/outline';
import { outlineName } from './chart-page.server';
import { confidenceCounts, factsOf, questionsByPart, sourcesOf } from './chart-summary';
import { anchor, partialDate } from './library-words';

describe('the library', () => {
  testDatabase();
  let reader: Browser;
  beforeAll(async () => {
    reader = await letIn(newBrowser({ routes: /_auth|library/ }), await aPerson(await anOrganisation(), 'auditor'));
  });

  it('lists every chart with its number of questions', async () => {
    const { status, text } = await reader.get('/library');
    expect(status).toBe(200);
    for (const chart of CHARTS) expect(text).toContain(`href="/library/${chart.instrument}"`);
  });

  it.each(CHARTS.map((chart) => [chart.instrument, chart] as const))(
    '%s: shows every question, outcome and part, and its outline is the one for reviewers',
    async (instrument, chart) => {
      const { status, text } = await reader.get(`/library/${instrument}?part=all`);
      expect(status).toBe(200);
      for (const id of [...Object.keys(chart.nodes), ...Object.keys(chart.outcomes)]) {
        expect(text).toContain(`id="${anchor(id)}"`);
      }
      for (const { part } of questionsByPart(chart)) {
        const one = await reader.get(`/library/${instrument}?${new URLSearchParams({ part })}`);
        expect(one.status).toBe(200);
      }
      const download = await reader.get(`/library/${instrument}/outline.txt`);
      expect(download.text).toBe(outline(chart));
      expect(download.headers.get('Content-Disposition')).toBe(`attachment; filename="${outlineName(chart)}"`);
    },
  );

  it.each(['/library/EU-NOTHING', '/library/__proto__', '/library/constructor/outline.txt'])(
    'has nothing at %s',
    async (path) => expect((await reader.get(path)).status).toBe(404),
  );

  it.each(CHARTS.map((chart) => [chart.instrument, chart] as const))('%s: sums up what it holds', (_, chart) => {
    expect(confidenceCounts(chart).every(({ words, count }) => words !== '' && count > 0)).toBe(true);
    expect(factsOf(chart).length).toBeGreaterThan(0);
    expect(sourcesOf(chart).length).toBeGreaterThan(0);
    const grouped = questionsByPart(chart).flatMap(({ questions }) => questions.map(([id]) => id));
    expect(grouped.sort()).toEqual(Object.keys(chart.nodes).sort());
    const anchors = [...Object.keys(chart.nodes), ...Object.keys(chart.outcomes)].map(anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it.each([
    ['2023-05-12', '12 May 2023'],
    ['2020-07', 'Jul 2020'],
    ['2019', '2019'],
  ])('prints the date %s no more precisely than it is known', (iso, words) => expect(partialDate(iso)).toBe(words));
});
