/**
 * Letters per minute: by Changemark with one and with two workers, and the same letter as HTML printed by headless
 * Chromium and converted by LibreOffice, in one run on one machine. Beside each, how long a page took meanwhile that the
 * same process answers. Chromium and LibreOffice print words and tables only; ours carries the questions as data, PDF/A-3b
 * marks and its hash. What is not installed is named and left out. Prints a table and writes
 * build/bench/letters-against.json. BENCH_ROUNDS sets how many letters each makes (default 60).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../documents/catalogue.server';
import { startPool } from '../documents/render.server';
import type { RenderAnswer, RenderTask } from '../documents/worker';
import { letterAsHtml } from './letters-against/html';
import { findLibreOffice, printByChromium, printByLibreOffice, startChromium } from './letters-against/others';
import { meanwhile } from './letters-against/page-meanwhile';

const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
const sample = catalogue['supplier-request-letter'].samples.ordinary;
if (!sample) throw new Error('The ordinary sample of the letter is missing');
const html = letterAsHtml(sample.model);

interface Line {
  way: string;
  letters: number;
  perMinute: number;
  msEach: number;
  kilobytes: number;
  'page p50 ms': number;
  'page p95 ms': number;
  'slowest page ms': number;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Makes letters while the page is visited; what `make` returns are the files. */
async function measure(way: string, make: () => Promise<Uint8Array[]>): Promise<Line> {
  const { result, page } = await meanwhile(async () => {
    const began = performance.now();
    const files = await make();
    return { files, took: performance.now() - began };
  });
  const { files, took } = result;
  for (const file of files) {
    if (Buffer.from(file.subarray(0, 5)).toString() !== '%PDF-') throw new Error(`${way}: the result is no PDF.`);
  }
  return {
    way,
    letters: files.length,
    perMinute: Math.round((files.length / took) * 60_000),
    msEach: tenth(took / files.length),
    kilobytes: tenth((files[0]?.length ?? 0) / 1000),
    'page p50 ms': tenth(page.medianMs),
    'page p95 ms': tenth(page.p95Ms),
    'slowest page ms': tenth(page.slowestMs),
  };
}

/** Takes the letters of a pile with several hands. */
async function share(hands: number, count: number, one: (hand: number) => Promise<Uint8Array>): Promise<Uint8Array[]> {
  const files: Uint8Array[] = [];
  let left = count;
  const work = async (hand: number) => {
    while (left > 0) {
      left -= 1;
      files.push(await one(hand));
    }
  };
  await Promise.all(Array.from({ length: hands }, (_, hand) => work(hand)));
  return files;
}

/** @param nice 10 as pages use it: on a busy machine these letters wait for everything else; 0 as the others print */
async function ours(workers: number, nice: number, task: RenderTask): Promise<Line> {
  const pool = await startPool(workers, nice);
  const one = async () => {
    const answer: RenderAnswer = await pool.run(task);
    if (!answer.ok) throw new Error('The letter was refused as too long.');
    return answer.document.bytes;
  };
  try {
    await share(workers, 10 * workers, one);
    return await measure(
      `Changemark, ${workers} ${workers === 1 ? 'worker' : 'workers'}, ${nice > 0 ? 'low' : 'ordinary'} priority`,
      () => share(workers, rounds, one),
    );
  } finally {
    await pool.destroy();
  }
}

async function byChromium(): Promise<{ lines: Line[]; version: string | null }> {
  const browser = await startChromium();
  if (!browser) {
    console.log('Chromium is not on this machine: left out. (apt-get install chromium, or set CHROMIUM_PATH)');
    return { lines: [], version: null };
  }
  try {
    const lines: Line[] = [];
    for (const hands of [1, 2]) {
      const pages = await Promise.all(Array.from({ length: hands }, () => browser.newPage()));
      const one = (hand: number) => {
        const page = pages[hand];
        if (!page) throw new Error('There is no page for this hand.');
        return printByChromium(page, html);
      };
      await share(hands, 4 * hands, one);
      lines.push(
        await measure(`Chromium already open, ${hands} ${hands === 1 ? 'tab' : 'tabs'}`, () =>
          share(hands, rounds, one),
        ),
      );
    }
    return { lines, version: browser.version() };
  } finally {
    await browser.close();
  }
}

async function byLibreOffice(folder: string): Promise<{ lines: Line[]; version: string | null }> {
  const office = findLibreOffice();
  if (!office) {
    console.log('LibreOffice is not on this machine: left out. (apt-get install libreoffice-writer)');
    return { lines: [], version: null };
  }
  const { command, version } = office;
  // The first call makes the profile; it does not count.
  await printByLibreOffice(command, folder, html, 1);
  const single = Math.max(3, Math.round(rounds / 10));
  return {
    version,
    lines: [
      await measure('LibreOffice, a call for each letter', () =>
        share(1, single, async () => {
          const [file] = await printByLibreOffice(command, folder, html, 1);
          if (!file) throw new Error('LibreOffice wrote no file.');
          return file;
        }),
      ),
      await measure('LibreOffice, one call for all letters', () => printByLibreOffice(command, folder, html, rounds)),
    ],
  };
}

const folder = mkdtempSync(join(tmpdir(), 'changemark-against-'));
try {
  const load = loadavg()[0] ?? 0;
  const idle = await measure('nothing', async () => {
    await new Promise((go) => setTimeout(go, 3000));
    return [];
  });
  const task: RenderTask = { kind: 'supplier-request-letter', model: sample.model, issuedAt: sample.issuedAt };
  const own = [await ours(1, 10, task), await ours(2, 10, task), await ours(1, 0, task), await ours(2, 0, task)];
  const browser = await byChromium();
  const office = await byLibreOffice(folder);
  const lines = [...own, ...browser.lines, ...office.lines];
  console.log(`The same letter, ${cpus()[0]?.model.trim()} × ${availableParallelism()}, load before: ${tenth(load)}`);
  console.table(lines);
  console.log(`The page with nothing else: p95 ${idle['page p95 ms']} ms, slowest ${idle['slowest page ms']} ms.`);
  mkdirSync(join(import.meta.dirname, '..', 'build', 'bench'), { recursive: true });
  const result = {
    node: process.version,
    cores: availableParallelism(),
    load: tenth(load),
    chromium: browser.version,
    libreoffice: office.version,
    idle,
    lines,
  };
  writeFileSync(
    join(import.meta.dirname, '..', 'build', 'bench', 'letters-against.json'),
    `${JSON.stringify(result, null, 2)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
