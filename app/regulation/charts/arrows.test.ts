import { describe, expect, it } from 'vitest';
import type { Chart } from '../chart';
import { chartOf } from '.';

interface Path {
  steps: string[];
  outcome: string;
}

function* paths(chart: Chart, from: string, steps: string[] = []): Generator<Path> {
  const node = chart.nodes[from];
  if (!node) {
    yield { steps, outcome: from };
    return;
  }
  yield* paths(chart, node.yes, [...steps, `${from}:yes`]);
  yield* paths(chart, node.no, [...steps, `${from}:no`]);
}

/** Box, target of yes, target of no: as printed, kept here a second time on purpose. */
type Arrows = [box: string, yes: string, no: string][];

const EU: Arrows = [
  ['ND-1', 'no_design_change', 'ND-2'],
  ['ND-2', 'out_of_scope', 'GN-2'],
  ['GN-2', 'not_significant', 'GN-3'],
  ['GN-3', 'not_significant', 'GN-4'],
  ['GN-4', 'not_significant', 'MC-0'],
  ['MC-0', 'not_significant', 'MC-A'],
  ['MC-A', 'A1', 'MC-B'],
  ['A1', 'MC-B', 'A2'],
  ['A2', 'significant', 'A3'],
  ['A3', 'significant', 'A4'],
  ['A4', 'significant', 'MC-B'],
  ['MC-B', 'B1', 'MC-C'],
  ['B1', 'significant', 'B2'],
  ['B2', 'significant', 'MC-C'],
  ['MC-C', 'C1', 'MC-D'],
  ['C1', 'significant', 'C2'],
  ['C2', 'significant', 'C3'],
  ['C3', 'significant', 'C4'],
  ['C4', 'significant', 'C5'],
  ['C5', 'significant', 'MC-D'],
  ['MC-D', 'D1', 'MC-E'],
  ['D1', 'significant', 'D2'],
  ['D2', 'significant', 'D3'],
  ['D3', 'significant', 'D4'],
  ['D4', 'significant', 'MC-E'],
  ['MC-E', 'E1', 'CM'],
  ['E1', 'significant', 'E2'],
  ['E2', 'significant', 'E3'],
  ['E3', 'significant', 'E4'],
  ['E4', 'E5', 'CM'],
  ['E5', 'CM', 'significant'],
  ['CM', 'ask_nb', 'not_significant'],
];

const US: Arrows = [
  ['Q1', 'letter_to_file', 'Q2'],
  ['Q2', 'letter_to_file', 'Q3a'],
  ['Q3a', 'new_510k', 'Q3b'],
  ['Q3b', 'new_510k', 'Q4'],
  ['Q4', 'new_510k', 'QVI'],
  ['QVI', 'needs_review', 'letter_to_file'],
];

const UK: Arrows = [
  ['UK-H1', 'UK-H2', 'O-NOT-DEVICE'],
  ['UK-H2', 'UK-H3', 'UK-H10'],
  ['UK-H3', 'O-IFU', 'UK-H4'],
  ['UK-H4', 'O-CONSENT', 'UK-H5'],
  ['UK-H5', 'O-MFR', 'UK-H6'],
  ['UK-H6', 'O-EMERGENCY', 'UK-H6a'],
  ['UK-H6a', 'UK-H7', 'O-ASK'],
  ['UK-H7', 'UK-H9', 'UK-H8'],
  ['UK-H8', 'O-USERMOD', 'O-ASK'],
  ['UK-H9', 'UK-E1', 'O-USERMOD'],
  ['UK-H10', 'O-ENV-OK', 'O-ENV-DEV'],
  ['UK-E1', 'UK-E2', 'O-FULLMFR'],
  ['UK-E2', 'UK-E3', 'O-FULLMFR'],
  ['UK-E3', 'UK-E9', 'O-FULLMFR'],
  ['UK-E9', 'O-HIE-IVD', 'UK-E4'],
  ['UK-E4', 'UK-E5', 'O-ASK'],
  ['UK-E5', 'UK-E6', 'O-HIE-FIX'],
  ['UK-E6', 'UK-E7', 'O-HIE-FIX'],
  ['UK-E7', 'O-HIE', 'O-HIE-FIX'],
];

const UK_ON_DEVICE = ['UK-H1:yes', 'UK-H2:yes', 'UK-H3:no', 'UK-H4:no', 'UK-H5:no'];
const UK_OWN_DEVICE = [...UK_ON_DEVICE, 'UK-H6:no', 'UK-H6a:yes', 'UK-H7:yes', 'UK-H9:yes'];
const UK_EXEMPT = [...UK_OWN_DEVICE, 'UK-E1:yes', 'UK-E2:yes', 'UK-E3:yes'];

/** All paths of the two small charts, and how many paths of the large one end where. */
const US_PATHS: [steps: string[], outcome: string][] = [
  [['Q1:yes'], 'letter_to_file'],
  [['Q1:no', 'Q2:yes'], 'letter_to_file'],
  [['Q1:no', 'Q2:no', 'Q3a:yes'], 'new_510k'],
  [['Q1:no', 'Q2:no', 'Q3a:no', 'Q3b:yes'], 'new_510k'],
  [['Q1:no', 'Q2:no', 'Q3a:no', 'Q3b:no', 'Q4:yes'], 'new_510k'],
  [['Q1:no', 'Q2:no', 'Q3a:no', 'Q3b:no', 'Q4:no', 'QVI:yes'], 'needs_review'],
  [['Q1:no', 'Q2:no', 'Q3a:no', 'Q3b:no', 'Q4:no', 'QVI:no'], 'letter_to_file'],
];

const UK_PATHS: [steps: string[], outcome: string][] = [
  [['UK-H1:yes', 'UK-H2:yes', 'UK-H3:yes'], 'O-IFU'],
  [['UK-H1:yes', 'UK-H2:yes', 'UK-H3:no', 'UK-H4:yes'], 'O-CONSENT'],
  [['UK-H1:yes', 'UK-H2:yes', 'UK-H3:no', 'UK-H4:no', 'UK-H5:yes'], 'O-MFR'],
  [[...UK_ON_DEVICE, 'UK-H6:yes'], 'O-EMERGENCY'],
  [[...UK_EXEMPT, 'UK-E9:yes'], 'O-HIE-IVD'],
  [[...UK_EXEMPT, 'UK-E9:no', 'UK-E4:yes', 'UK-E5:yes', 'UK-E6:yes', 'UK-E7:yes'], 'O-HIE'],
  [[...UK_EXEMPT, 'UK-E9:no', 'UK-E4:yes', 'UK-E5:yes', 'UK-E6:yes', 'UK-E7:no'], 'O-HIE-FIX'],
  [[...UK_EXEMPT, 'UK-E9:no', 'UK-E4:yes', 'UK-E5:yes', 'UK-E6:no'], 'O-HIE-FIX'],
  [[...UK_EXEMPT, 'UK-E9:no', 'UK-E4:yes', 'UK-E5:no'], 'O-HIE-FIX'],
  [[...UK_EXEMPT, 'UK-E9:no', 'UK-E4:no'], 'O-ASK'],
  [[...UK_OWN_DEVICE, 'UK-E1:yes', 'UK-E2:yes', 'UK-E3:no'], 'O-FULLMFR'],
  [[...UK_OWN_DEVICE, 'UK-E1:yes', 'UK-E2:no'], 'O-FULLMFR'],
  [[...UK_OWN_DEVICE, 'UK-E1:no'], 'O-FULLMFR'],
  [[...UK_ON_DEVICE, 'UK-H6:no', 'UK-H6a:yes', 'UK-H7:yes', 'UK-H9:no'], 'O-USERMOD'],
  [[...UK_ON_DEVICE, 'UK-H6:no', 'UK-H6a:yes', 'UK-H7:no', 'UK-H8:yes'], 'O-USERMOD'],
  [[...UK_ON_DEVICE, 'UK-H6:no', 'UK-H6a:yes', 'UK-H7:no', 'UK-H8:no'], 'O-ASK'],
  [[...UK_ON_DEVICE, 'UK-H6:no', 'UK-H6a:no'], 'O-ASK'],
  [['UK-H1:yes', 'UK-H2:no', 'UK-H10:yes'], 'O-ENV-OK'],
  [['UK-H1:yes', 'UK-H2:no', 'UK-H10:no'], 'O-ENV-DEV'],
  [['UK-H1:no'], 'O-NOT-DEVICE'],
];

function known(instrument: string): Chart {
  const chart = chartOf(instrument);
  if (!chart) throw new Error(`no chart for ${instrument}`);
  return chart;
}

describe.each([
  ['EU-MDCG-2020-3-R1', EU],
  ['US-FDA-SW510K-2017', US],
  ['UK-MDR-H', UK],
] as const)('the arrows of %s', (instrument, arrows) => {
  const chart = known(instrument);

  it.each(arrows)('%s: yes to %s, no to %s', (box, yes, no) => {
    expect(chart.nodes[box]).toMatchObject({ yes, no });
  });

  it('are all in the table', () => {
    expect(Object.keys(chart.nodes).sort()).toEqual(arrows.map(([box]) => box).sort());
  });
});

describe('the paths', () => {
  it.each([
    ['US-FDA-SW510K-2017', US_PATHS],
    ['UK-MDR-H', UK_PATHS],
  ] as const)('of %s are exactly those of the table', (instrument, expected) => {
    const chart = known(instrument);
    const found = [...paths(chart, chart.start)].map(({ steps, outcome }) => `${steps.join(' ')} = ${outcome}`);
    expect(found.sort()).toEqual(expected.map(([steps, outcome]) => `${steps.join(' ')} = ${outcome}`).sort());
  });

  /**
   * The European chart: 1 + 1 + 3 + 1 ends at the gates and MC-0. Chart A can be left towards MC-B in three ways (not
   * entered, A1 yes, A4 no), and charts B to E by two each but E, which returns in three ways (not entered, E4 no,
   * E5 yes); every other arrow of a sub-chart is significant.
   */
  it('of EU-MDCG-2020-3-R1 end as often as the shape of the charts says', () => {
    const chart = known('EU-MDCG-2020-3-R1');
    const ends = new Map<string, number>();
    for (const { outcome } of paths(chart, chart.start)) ends.set(outcome, (ends.get(outcome) ?? 0) + 1);
    const intoB = 3;
    const intoC = intoB * 2;
    const intoD = intoC * 2;
    const intoE = intoD * 2;
    const intoCM = intoE * 3;
    expect(Object.fromEntries(ends)).toEqual({
      no_design_change: 1,
      out_of_scope: 1,
      not_significant: 3 + 1 + intoCM,
      ask_nb: intoCM,
      significant: 3 + intoB * 2 + intoC * 5 + intoD * 4 + intoE * 4,
    });
  });
});
