/**
 * The measurement behind bench/assess.ts: one instrument, ours against json-rules-engine running the same chart in the
 * same process. The chart's own conditions are turned into its rules. It is measured in two ways, every question in one
 * run and question by question along the path, and the faster one counts. Both sides must come to the same outcome on
 * every dossier first. Ours does more (reasons, three values), so the dossiers leave nothing open.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { assess } from '../../app/regulation/assess';
import type { Chart } from '../../app/regulation/chart';
import { chartOf } from '../../app/regulation/charts';
import { type Dossier, parseDossier } from '../../app/regulation/dossier';
import { FACTS } from '../../app/regulation/facts/dictionary';
import { parse, type RuleNode } from '../../app/regulation/language-parser';
import { type FactValue, nameAt } from '../../app/regulation/vocabulary';

const INSTRUMENT = 'EU-MDCG-2020-3-R1';
const TARGET = 20;
const ROUNDS = 5;
const ROUND_MS = Number(process.env.BENCH_MS ?? 600);

const chart = chartOf(INSTRUMENT) as Chart;
const sample = dossiers();

// -- the same chart as json-rules-engine rules ------------------------------------------------------------------------

/** The rule language as conditions; a set is compared as the list it is. */
function condition(node: RuleNode): NestedCondition {
  switch (node.op) {
    case 'and':
      return { all: node.parts.map(condition) };
    case 'or':
      return { any: node.parts.map(condition) };
    case 'not':
      return { not: condition(node.part) };
    case 'is':
      return { fact: nameAt(node.index).key, operator: 'equal', value: true };
    case 'in': {
      const { key, values } = nameAt(node.index);
      const wanted = node.codes.map((code) => values[code]);
      return wanted.length === 1
        ? { fact: key, operator: 'equal', value: wanted[0] }
        : { fact: key, operator: 'in', value: wanted };
    }
    case 'includes_any':
    case 'within': {
      const { key, values } = nameAt(node.index);
      const members = values.filter((_, index) => (node.bits >> index) & 1);
      return { fact: key, operator: node.op === 'within' ? 'within' : 'includesAny', value: members };
    }
    case 'order':
      throw new Error(`${INSTRUMENT} compares no numbers`);
  }
}

function top(node: RuleNode): TopLevelCondition {
  const made = condition(node);
  return 'all' in made || 'any' in made || 'not' in made ? (made as TopLevelCondition) : { all: [made] };
}

function engine(questions: readonly string[]): Engine {
  const made = new Engine();
  made.addOperator<string[], string[]>('includesAny', (given, members) => members.some((one) => given.includes(one)));
  made.addOperator<string[], string[]>('within', (given, members) => given.every((one) => members.includes(one)));
  for (const id of questions) {
    made.addRule({ conditions: top(parse(chart.nodes[id]?.rule.yes ?? '')), event: { type: id } });
  }
  return made;
}

const whole = engine(Object.keys(chart.nodes));
const single = new Map(Object.keys(chart.nodes).map((id) => [id, engine([id])]));

function follow(isYes: (question: string) => boolean): string {
  let at = chart.start;
  for (let node = chart.nodes[at]; node; node = chart.nodes[at]) at = isYes(at) ? node.yes : node.no;
  return at;
}

async function inOneRun(facts: Record<string, FactValue>): Promise<string> {
  const { events } = await whole.run(facts);
  const yes = new Set(events.map((event) => event.type));
  return follow((question) => yes.has(question));
}

async function alongThePath(facts: Record<string, FactValue>): Promise<string> {
  let at = chart.start;
  for (let node = chart.nodes[at]; node; node = chart.nodes[at]) {
    const { events } = (await single.get(at)?.run(facts)) ?? { events: [] };
    at = events.length > 0 ? node.yes : node.no;
  }
  return at;
}

// -- dossiers ---------------------------------------------------------------------------------------------------------

/** Facts of a harmless patch, and of changes that end in each of the chart's outcomes; every fact is stated. */
function dossiers(): Dossier[] {
  const harmless: Record<string, FactValue> = Object.fromEntries(
    Object.values(chart.nodes)
      .flatMap((node) => [node.rule.yes, node.rule.no ?? []].flat())
      .flatMap((rule) => namesIn(parse(rule)))
      .map((key) => [key, FACTS[key as keyof typeof FACTS].type === 'enum' ? 'none' : false]),
  );
  const patch = {
    ...harmless,
    actor: 'manufacturer',
    eu_device_status: 'legacy_directive',
    change_domains: ['software'],
  };
  const variants: Record<string, FactValue>[] = [
    {},
    { os_change: 'patch', os_is_standard_third_party: true },
    { os_change: 'different_family' },
    { database_structure_changed: true },
    { benefit_risk_worse: true },
    { ui_change: 'new_interface' },
    { component_change: 'new_security_component' },
    { change_domains: ['software', 'material'], contact_over_30d_or_absorbed: true },
    { change_domains: ['labelling'], editorial_only: true },
    { change_domains: ['supplier', 'production'] },
    { change_domains: ['software', 'sterilisation'], shelf_life_extended: true, validated_by_accepted_protocol: true },
  ];
  return variants.map((facts, at) => {
    const parsed = parseDossier({
      dossier: 1,
      id: `bench-${at}`,
      as_of: '2026-11-23',
      instruments: [INSTRUMENT],
      facts: { ...patch, ...facts },
    });
    if (!parsed.ok) throw new Error(parsed.refusal.error.message);
    return parsed.dossier;
  });
}

function namesIn(node: RuleNode): string[] {
  if (node.op === 'and' || node.op === 'or') return node.parts.flatMap(namesIn);
  return node.op === 'not' ? namesIn(node.part) : [nameAt(node.index).key];
}

// -- measuring --------------------------------------------------------------------------------------------------------

interface Contestant {
  name: string;
  run(dossier: Dossier): unknown;
  /** True where each run has to be awaited. */
  asynchronous: boolean;
  rates: number[];
}

const texts = sample.map((dossier) => JSON.stringify(dossier));
const contestants: Contestant[] = [
  { name: 'assess', run: (dossier) => assess(dossier), asynchronous: false, rates: [] },
  {
    name: 'JSON in, parse, assess, JSON out',
    run: (dossier) => {
      const parsed = parseDossier(JSON.parse(texts[sample.indexOf(dossier)] ?? ''));
      return parsed.ok ? JSON.stringify(assess(parsed.dossier)) : null;
    },
    asynchronous: false,
    rates: [],
  },
  {
    name: 'json-rules-engine, all questions in one run',
    run: (dossier) => inOneRun(dossier.facts ?? {}),
    asynchronous: true,
    rates: [],
  },
  {
    name: 'json-rules-engine, along the path',
    run: (dossier) => alongThePath(dossier.facts ?? {}),
    asynchronous: true,
    rates: [],
  },
];

/** Dossiers per second of processor time over one round: what else the machine does at the moment does not count. */
async function round({ run, asynchronous }: Contestant): Promise<number> {
  const began = performance.now();
  const processor = process.cpuUsage();
  let done = 0;
  while (performance.now() - began < ROUND_MS) {
    for (const dossier of sample) {
      if (asynchronous) await run(dossier);
      else run(dossier);
    }
    done += sample.length;
  }
  const { user, system } = process.cpuUsage(processor);
  return (done / (user + system)) * 1_000_000;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const outcomes = new Set<string>();
for (const dossier of sample) {
  const ours = assess(dossier).findings[0]?.outcome ?? '';
  const theirs = [await inOneRun(dossier.facts ?? {}), await alongThePath(dossier.facts ?? {})];
  if (theirs.some((outcome) => outcome !== ours)) {
    throw new Error(`${dossier.id}: ours is ${ours}, json-rules-engine gives ${theirs.join(' and ')}`);
  }
  outcomes.add(ours);
}
console.log(`${sample.length} dossiers, the same outcome on every one (${[...outcomes].sort().join(', ')})\n`);

for (const contestant of contestants) await round(contestant);
// In turns, so that what else the machine does falls on all alike.
for (let turn = 0; turn < ROUNDS; turn += 1) {
  for (const contestant of contestants) contestant.rates.push(await round(contestant));
}

const [ours, , ...theirs] = contestants.map(({ rates }) => median(rates));
const ratio = (ours ?? 0) / Math.max(...theirs);
const rows = contestants.map(({ name, rates }) => ({
  name,
  'dossiers/s': Math.round(median(rates)),
  slowest: Math.round(Math.min(...rates)),
  fastest: Math.round(Math.max(...rates)),
}));
console.table(rows);
console.log(
  `assess is ${ratio.toFixed(1)} times the faster json-rules-engine; target ${TARGET}: ${ratio >= TARGET ? 'met' : 'MISSED'}`,
);

const folder = process.argv[2] ?? '.';
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'assess.json'),
  `${JSON.stringify({ instrument: INSTRUMENT, dossiers: sample.length, rounds: ROUNDS, rows, ratio, target: TARGET }, null, 2)}\n`,
);
if (ratio < TARGET) process.exitCode = 1;
