import { describe, expect, it } from 'vitest';
import { APPLICABILITY } from '../applies-table';
import { assess } from '../assess';
import type { Chart } from '../chart';
import type { AnswerValue } from '../dossier';
import { FACT_LIST } from '../facts/dictionary';
import { rule } from '../language';
import { rankOf } from '../tiers';
import { nameAt } from '../vocabulary';
import { CHARTS, EDITIONS } from '.';
import { NOT_MONOTONE } from './not-monotone';

interface Path {
  steps: [question: string, answer: 'yes' | 'no'][];
  outcome: string;
}

function* paths(chart: Chart, from: string, steps: Path['steps'] = []): Generator<Path> {
  const node = chart.nodes[from];
  if (!node) {
    yield { steps, outcome: from };
    return;
  }
  yield* paths(chart, node.yes, [...steps, [from, 'yes']]);
  yield* paths(chart, node.no, [...steps, [from, 'no']]);
}

describe('every path of every chart', () => {
  it.each(EDITIONS.map((chart) => [chart.instrument, chart.edition, chart] as const))(
    '%s, %s: answers lead along it to its outcome, and print it',
    (instrument, edition, chart) => {
      for (const { steps, outcome } of paths(chart, chart.start)) {
        const answers = { [instrument]: Object.fromEntries(steps) as Record<string, AnswerValue> };
        const dossier = { dossier: 1, instruments: [instrument], answers } as const;
        const [finding] = assess({ ...dossier, instruments: [instrument] }, '2026-11-23', {
          [instrument]: edition,
        }).findings;
        const printed = steps.filter(([id, answer]) => chart.nodes[id]?.kind === 'step' || answer === 'yes');
        expect(finding?.outcome).toBe(outcome);
        expect(finding?.path).toEqual(printed.map((step) => step.join(':')));
        expect(finding?.open).toEqual([]);
      }
    },
  );
});

/** Answers to the boxes as whole numbers below 2 to the number of boxes, drawn without chance. */
function* assignments(count: number, rounds: number): Generator<boolean[]> {
  let seed = 20261123;
  for (let round = 0; round < rounds; round += 1) {
    yield Array.from({ length: count }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed >= 2 ** 31;
    });
  }
}

/** Boxes where a yes can weigh more under some answers to the others, and less under other ones. */
function turning(chart: Chart): string[] {
  const ids = Object.keys(chart.nodes);
  const place = new Map(ids.map((id, at) => [id, at]));
  const end = (from: string, answers: readonly boolean[]): string => {
    let at = from;
    for (let node = chart.nodes[at]; node; node = chart.nodes[at])
      at = answers[place.get(at) as number] ? node.yes : node.no;
    return at;
  };
  const weight = (outcome: string) => rankOf(chart.outcomes[outcome]?.tier ?? 'none');
  const seen = new Map(ids.map((id) => [id, { more: false, less: false }]));
  for (const answers of assignments(ids.length, 4000)) {
    for (const id of ids) {
      const { yes, no } = chart.nodes[id] as Chart['nodes'][string];
      const [ifYes, ifNo] = [end(yes, answers), end(no, answers)];
      // A hold stands beside the scale: it is neither more nor less.
      if (chart.outcomes[ifYes]?.tier === 'hold' || chart.outcomes[ifNo]?.tier === 'hold') continue;
      const ways = seen.get(id) as { more: boolean; less: boolean };
      if (weight(ifYes) > weight(ifNo)) ways.more = true;
      if (weight(ifYes) < weight(ifNo)) ways.less = true;
    }
  }
  return ids.filter((id) => seen.get(id)?.more && seen.get(id)?.less);
}

describe('weights', () => {
  it('an answer weighs the same way whatever the others are, but for the boxes whose text makes it otherwise', () => {
    const found = EDITIONS.flatMap((chart) => turning(chart).map((id) => `${chart.instrument} ${id}`));
    expect([...new Set(found)].sort()).toEqual(Object.keys(NOT_MONOTONE).sort());
    for (const reason of Object.values(NOT_MONOTONE)) expect(reason).toMatch(/\.$/);
  });
});

/** Facts that no rule reads: shown, carried into letters, or waiting for a part of the product that is still to come. */
const DESCRIPTIVE: Readonly<Record<string, string>> = {
  attack_vector: 'context of the vulnerability; residual exposure of an option reads it',
  av_forbidden_use_compensation: 'pointer of the security form to the answers about anti-malware',
  awareness_date: 'starts the clocks of a report; no box asks for it',
  change_types: 'a name for people; a change is judged by its facts',
  eos_known: 'pointer of the security form to a source of support dates',
  form_stale: 'remark about the security form',
  needs_patch_approval: 'pointer of the security form to the permission to ask for',
  network_ids_only: 'pointer of the security form to what can be installed',
  public_exploit: 'context of the vulnerability; residual exposure of an option reads it',
  rollback_available: 'pointer of the security form to restoring',
  us_device_class: 'shown; no box asks for it',
};

describe('the facts of the dictionary', () => {
  it('are each read by a rule, a table or a kind of change, or listed as descriptive', () => {
    const used = new Set<string>();
    const note = (text: string | null | undefined) => {
      if (text) for (const index of rule(text).names) used.add(nameAt(index).key);
    };
    for (const chart of CHARTS) {
      for (const node of Object.values(chart.nodes)) {
        note(node.rule.yes);
        note(node.rule.no);
        for (const sub of node.subRules ?? []) note(sub.when);
      }
      for (const aid of chart.aids) note(aid.when);
    }
    for (const row of APPLICABILITY) {
      note(row.appliesWhen);
      note(row.hintWhen);
    }
    for (const { derive } of FACT_LIST) for (const { when } of derive) note(when);
    const unused = FACT_LIST.map(({ key }) => key).filter((key) => !used.has(key));
    expect(unused.sort()).toEqual(Object.keys(DESCRIPTIVE).sort());
  });
});
