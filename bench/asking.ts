/**
 * How many answers it takes from a device certified in the EU, Great Britain and the US, of which nothing else is
 * known, to one outcome per instrument: asked in the order the library ranks, against the order in which the charts
 * are printed. Over 200 random completions; prints a table and writes build/bench/asking.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../app/regulation/assess';
import type { Dossier } from '../app/regulation/dossier';
import type { AssessmentResult } from '../app/regulation/result';
import { type Completion, drawing, randomCompletion } from './asking/random-completion';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 200);
const TODAY = '2026-11-23';

const UNKNOWN_DEVICE: Dossier = {
  dossier: 1,
  device: {
    certifications: [
      { market: 'EU', basis: 'mdd', class: 'IIb' },
      { market: 'GB', basis: 'mdd', class: 'IIb' },
      { market: 'US', basis: '510k', class: 'II' },
    ],
  },
};

/** What to ask next: facts, the kind of change, or a question of a chart that a person has to judge. */
interface Next {
  facts: readonly string[];
  judged: { instrument: string; question: string } | null;
}

type Order = (result: AssessmentResult, asked: ReadonlySet<string>) => Next | null;

/** As the library ranks: what still waits for an answer, most decisive first. */
const ranked: Order = ({ ask }, asked) => {
  for (const { facts, instruments, question } of ask) {
    const left = facts.filter((fact) => !asked.has(fact));
    if (left.length > 0) return { facts: left, judged: null };
    const [instrument] = instruments;
    if (facts.length === 0 && instrument) return { facts: [], judged: { instrument, question } };
  }
  return null;
};

/** As listed and printed: instrument by instrument, first whether it applies, then box by box. */
const printed: Order = ({ findings, ask }, asked) => {
  for (const { state, open, outcomes, instrument } of findings) {
    if (state === 'unknown') {
      const choice = ask.find(
        ({ question, facts, instruments }) =>
          facts[0] === question && !asked.has(question) && instruments.includes(instrument),
      );
      if (choice) return { facts: choice.facts, judged: null };
      continue;
    }
    if (outcomes.length < 2) continue;
    for (const { facts, question } of open) {
      const left = facts.filter((fact) => !asked.has(fact));
      if (left.length > 0) return { facts: left, judged: null };
      if (facts.length === 0) return { facts: [], judged: { instrument, question } };
    }
  }
  return null;
};

/** Answers in an order until every instrument has one outcome. @returns questions asked, and facts given for them */
function settle({ kind, facts }: Completion, order: Order) {
  const dossier: Dossier & { facts: NonNullable<Dossier['facts']>; answers: NonNullable<Dossier['answers']> } = {
    ...UNKNOWN_DEVICE,
    facts: {},
    answers: {},
  };
  const asked = new Set<string>();
  let questions = 0;
  for (;;) {
    const next = order(assess(dossier, TODAY), asked);
    if (!next) return { questions, facts: asked.size, dossier };
    questions += 1;
    for (const key of next.facts) {
      asked.add(key);
      const value = facts.get(key);
      if (key === 'kind') dossier.change = { kind };
      else if (key === 'nation') dossier.site = { country: 'GB', nation: 'england' };
      else if (value !== undefined) dossier.facts[key] = value;
    }
    if (next.judged) {
      const { instrument, question } = next.judged;
      dossier.answers[instrument] = { ...dossier.answers[instrument], [question]: 'yes' };
    }
  }
}

const undecided = (result: AssessmentResult) =>
  result.findings.filter(({ outcomes, state }) => outcomes.length > 1 || state === 'unknown').length;

const start = assess(UNKNOWN_DEVICE, TODAY);
console.log(
  `At the start: ${start.findings.length} instruments, ${undecided(start)} open, ${start.ask.length} questions.`,
);

const draw = drawing(20261123);
const totals = {
  ranked: [] as number[],
  printed: [] as number[],
  rankedFacts: [] as number[],
  printedFacts: [] as number[],
  left: 0,
};
for (let round = 0; round < ROUNDS; round += 1) {
  const completion = randomCompletion(draw);
  const [best, plain] = [settle(completion, ranked), settle(completion, printed)];
  totals.ranked.push(best.questions);
  totals.printed.push(plain.questions);
  totals.rankedFacts.push(best.facts);
  totals.printedFacts.push(plain.facts);
  totals.left += undecided(assess(best.dossier, TODAY));
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const rows = (['ranked', 'printed'] as const).map((order) => ({
  order,
  facts: Number(mean(totals[`${order}Facts`]).toFixed(1)),
  mean: Number(mean(totals[order]).toFixed(1)),
  median: median(totals[order]),
  most: Math.max(...totals[order]),
}));
console.table(rows);
const fewer = totals.ranked.filter((count, at) => count < (totals.printed[at] ?? 0)).length;
const more = totals.ranked.filter((count, at) => count > (totals.printed[at] ?? 0)).length;
console.log(
  `Ranked needs fewer answers in ${fewer} of ${ROUNDS} completions, more in ${more}; still open: ${totals.left}.`,
);

const folder = join(import.meta.dirname, '..', 'build', 'bench');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'asking.json'),
  JSON.stringify({ rounds: ROUNDS, rows, fewer, more, left: totals.left }, null, 2),
);
