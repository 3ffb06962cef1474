/** The measurement behind bench/fleet.ts. Both ways must give the same ranges for the sample first. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { judgeFleet, judgeUnit } from '../../app/regulation/fleet';
import { LIBRARY_EDITION, library } from '../../app/regulation/library';
import type { MeasureId } from '../../app/regulation/options/measures';
import { randomFleet } from '../../app/regulation/testing-fleet';

const UNITS = Number(process.env.FLEET_UNITS ?? 100_000);
const SEED = Number(process.env.FLEET_SEED ?? 2026);
const SAMPLE = Math.min(UNITS, 500);
const TARGET_S = 10;
const DAY = '2026-11-23';

/** Twelve that each change something, so that nothing counts as judged without being judged. */
const OPTIONS: readonly MeasureId[] = [
  'vendor_patch',
  'os_patch',
  'antivirus',
  'allow_listing',
  'host_firewall',
  'disable_service',
  'upgrade',
  'network_firewall',
  'segmentation',
  'passive_monitoring',
  'inline_prevention',
  'isolation',
];

const seconds = (since: number) => (performance.now() - since) / 1000;
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

// Compile charts and warm up, as a server has by the time anybody asks.
judgeFleet(randomFleet(200, SEED + 1), OPTIONS, DAY);
const before = process.memoryUsage().rss;

const began = performance.now();
const cpuBegan = process.cpuUsage();
const fleet = judgeFleet(randomFleet(UNITS, SEED), OPTIONS, DAY);
const shared = seconds(began);
const cpu = process.cpuUsage(cpuBegan);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;
const after = process.memoryUsage().rss;

const sample = [...randomFleet(SAMPLE, SEED)];
const alone = performance.now();
const ranges = sample.map((unit) => OPTIONS.map((option) => judgeUnit(unit, option, DAY)));
const unshared = seconds(alone);
for (const [at, expected] of ranges.entries()) {
  for (const [index, range] of expected.entries()) {
    if (isDeepStrictEqual(fleet.rangeOf(at, index), range)) continue;
    throw new Error(`unit ${at} under ${OPTIONS[index]} differs when judged by itself`);
  }
}

const pairs = UNITS * OPTIONS.length;
const perSecondAlone = (SAMPLE * OPTIONS.length) / unshared;
const report = {
  measuredAt: new Date().toISOString(),
  node: process.version,
  library: LIBRARY_EDITION,
  instruments: library().size,
  units: UNITS,
  options: OPTIONS.length,
  assessmentsMade: fleet.judged,
  shareSaved: Math.round(fleet.saved * 10_000) / 10_000,
  seconds: Math.round(shared * 100) / 100,
  processorSeconds: Math.round(cpuSeconds * 100) / 100,
  targetSeconds: TARGET_S,
  pairsPerSecond: Math.round(pairs / shared),
  residentMegabytes: megabytes(after),
  grownByMegabytes: megabytes(after - before),
  peakMegabytes: megabytes(process.resourceUsage().maxRSS * 1024),
  withoutSharing: {
    sampleUnits: SAMPLE,
    assessmentsPerSecond: Math.round(perSecondAlone),
    estimatedSeconds: Math.round(pairs / perSecondAlone),
  },
};

console.table({
  'units × options': `${UNITS.toLocaleString('en')} × ${OPTIONS.length}`,
  instruments: report.instruments,
  'assessments made': report.assessmentsMade.toLocaleString('en'),
  'share saved': `${(report.shareSaved * 100).toFixed(2)} %`,
  'wall time, shared': `${report.seconds} s (target ${TARGET_S} s)`,
  'processor time': `${report.processorSeconds} s`,
  'wall time, each by itself': `about ${report.withoutSharing.estimatedSeconds} s, from ${SAMPLE} units`,
  'assessments a second': report.withoutSharing.assessmentsPerSecond.toLocaleString('en'),
  'memory, peak resident': `${report.peakMegabytes} MB (grown by ${report.grownByMegabytes} MB)`,
});
const folder = process.argv[2] ?? '.';
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'fleet.json'), `${JSON.stringify(report, null, 2)}\n`);
if (shared > TARGET_S) {
  console.error(`The fleet took ${report.seconds} s; the target is ${TARGET_S} s.`);
  process.exitCode = 1;
}
