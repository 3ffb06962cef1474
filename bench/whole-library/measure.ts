/** The measurement behind bench/whole-library.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../app/regulation/assess';
import { type Dossier, parseDossier } from '../../app/regulation/dossier';
import { KIND_IDS } from '../../app/regulation/kinds/kind-ids';
import { library } from '../../app/regulation/library';

const TARGET = 20_000;
const ROUNDS = 5;
const ROUND_MS = Number(process.env.BENCH_MS ?? 1000);

const software = { os: { product: 'windows', release: '7' } };
const certified = {
  legacy: [
    { market: 'EU', basis: 'mdd', class: 'IIb', number: 'G1' },
    { market: 'GB', basis: 'mdd', class: 'IIb', number: 'G1' },
    { market: 'US', basis: '510k', class: 'II', number: 'K1' },
  ],
  regulation: [{ market: 'EU', basis: 'mdr', class: 'IIb', number: 'M1' }],
  british: [{ market: 'GB', basis: 'ukca', class: 'IIa', number: 'U1' }],
};
const sites = [{ country: 'GB', nation: 'england' }, { country: 'DE' }, { country: 'US' }];

/** Every kind of change, by hospital and maker, on three devices in three places. */
const sample: Dossier[] = KIND_IDS.flatMap((kind) =>
  ['hospital', 'manufacturer'].flatMap((actor) =>
    Object.entries(certified).flatMap(([name, certifications]) =>
      sites.map((site) => {
        const device = { name, software, certifications };
        const parsed = parseDossier({ dossier: 1, as_of: '2026-11-23', device, site, change: { kind, actor } });
        if (!parsed.ok) throw new Error(parsed.refusal.error.message);
        return parsed.dossier;
      }),
    ),
  ),
);
const texts = sample.map((dossier) => JSON.stringify(dossier));
const all = sample.map((dossier): Dossier => ({ ...dossier, instruments: [...library().keys()] }));

const contestants = [
  { name: 'every instrument that applies', run: (at: number) => assess(sample[at] as Dossier) },
  {
    name: 'the same, JSON in, JSON out',
    run: (at: number) => {
      const parsed = parseDossier(JSON.parse(texts[at] ?? ''));
      return parsed.ok ? JSON.stringify(assess(parsed.dossier)) : null;
    },
  },
  { name: `all ${library().size} instruments, unchosen`, run: (at: number) => assess(all[at] as Dossier) },
].map((one) => ({ ...one, rates: [] as number[] }));

/** Per second of processor time: what else the machine does at the moment does not count. */
function round(run: (at: number) => unknown): number {
  const began = performance.now();
  const processor = process.cpuUsage();
  let done = 0;
  while (performance.now() - began < ROUND_MS) {
    for (let at = 0; at < sample.length; at += 1) run(at);
    done += sample.length;
  }
  const { user, system } = process.cpuUsage(processor);
  return (done / (user + system)) * 1_000_000;
}

for (const { run } of contestants) round(run);
for (let turn = 0; turn < ROUNDS; turn += 1) for (const { run, rates } of contestants) rates.push(round(run));

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const findings = sample.map((dossier) => assess(dossier)).map((result) => result.findings.length + result.hints.length);
const rows = contestants.map(({ name, rates }) => ({
  measured: name,
  'per second': Math.round(median(rates)),
  lowest: Math.round(Math.min(...rates)),
  highest: Math.round(Math.max(...rates)),
}));
console.table(rows);
const mean = findings.reduce((sum, one) => sum + one, 0) / findings.length;
console.log(`${sample.length} dossiers, ${mean.toFixed(1)} instruments walked in each; target ${TARGET} a second.`);
const folder = process.argv[2] ?? 'build/bench';
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'whole-library.json'),
  JSON.stringify({ target: TARGET, dossiers: sample.length, rows }, null, 2),
);
