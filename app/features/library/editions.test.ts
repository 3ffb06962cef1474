import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../regulation/chart';
import { CHARTS, chartOf, EDITIONS } from '../../regulation/charts';
import { editionAt, editionsOf } from './chart-editions';
import { chartPage } from './chart-page.server';
import { compareEditions } from './compare-editions';
import { contentHash } from './content-hash.server';

const chart = chartOf('EU-MDCG-2020-3-R1') as Chart;

/** A later edition that differs in one thing of each sort. */
function later(): Chart {
  const copy: Chart = structuredClone(chart);
  const [first = '', second = ''] = Object.keys(copy.nodes);
  const node = copy.nodes[first];
  if (!node) throw new Error('no question');
  copy.edition = 'Rev.2';
  copy.nodes.NEW = { ...node, asks: 'Is this asked anew?' };
  copy.nodes[second] = { ...node, asks: 'Reworded?', yes: 'NEW' };
  const outcome = Object.values(copy.outcomes)[0];
  if (outcome) outcome.tier = outcome.tier === 'hold' ? 'none' : 'hold';
  return copy;
}

describe('the editions of a chart', () => {
  it('hash what the chart says: equal for equal content, whatever the order of its keys', () => {
    expect(contentHash(chart)).toBe(
      createHash('sha256')
        .update(canonicalize(structuredClone(chart)) ?? '')
        .digest('hex'),
    );
    const turned = Object.fromEntries(Object.entries(chart).reverse()) as unknown as Chart;
    expect(contentHash(turned)).toBe(contentHash(chart));
    expect(contentHash(later())).not.toBe(contentHash(chart));
    expect(new Set(EDITIONS.map(contentHash)).size).toBe(EDITIONS.length);
  });

  it.each(EDITIONS.map((one) => [one.instrument, one.inForce.from, one] as const))(
    '%s from %s has an address of its own',
    (instrument, from, one) => {
      expect(editionAt(instrument, from)).toBe(one);
      expect(chartPage(instrument, from, null)?.editions.filter(({ shown }) => shown)).toHaveLength(1);
    },
  );

  it.each(['1999-01-01', '', '__proto__'])('has none from %j', (from) => {
    expect(editionAt('EU-MDCG-2020-3-R1', from)).toBeNull();
  });

  it('shows the current edition when no day is named', () => {
    for (const one of CHARTS) expect(editionAt(one.instrument, null)).toBe(one);
    expect(editionsOf('NOTHING')).toEqual([]);
  });

  it('says what was added, removed, reworded and led elsewhere', () => {
    const newer = later();
    const difference = compareEditions(chart, newer);
    expect(difference).toMatchObject({
      before: chart.edition,
      after: 'Rev.2',
      added: [{ id: 'NEW', text: 'Is this asked anew?' }],
      removed: [],
    });
    expect(difference.reworded.map(({ after }) => after)).toEqual(['Reworded?']);
    expect(difference.rewired.some(({ what, after }) => what === 'yes leads to' && after === 'NEW')).toBe(true);
    expect(difference.outcomes.some(({ what }) => what === 'label and tier')).toBe(true);
    expect(compareEditions(newer, chart).removed.map(({ id }) => id)).toEqual(['NEW']);
  });

  it('finds nothing between an edition and itself', () => {
    const { added, removed, reworded, rewired, outcomes } = compareEditions(chart, chart);
    expect([added, removed, reworded, rewired, outcomes].flat()).toEqual([]);
  });
});
