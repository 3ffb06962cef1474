import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readInWorker, stopReading } from './read-in-worker.server';
import type { FileRecord } from './records';

const folder = mkdtempSync(join(tmpdir(), 'changemark-reader-'));
afterAll(() => {
  stopReading();
  rmSync(folder, { recursive: true, force: true });
});

function sourceOf(name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { path, name, size: content.length };
}
const epss = (rows: number) =>
  `#model_version:v1,score_date:2026-01-01\ncve,epss,percentile\n${Array.from({ length: rows }, (_, n) => `CVE-2020-${String(n).padStart(6, '0')},0.1,0.1`).join('\n')}\n`;

describe('reading in a thread', () => {
  it('hands batches over one at a time and waits for each', async () => {
    const records: FileRecord[] = [];
    const progress: number[] = [];
    let busy = 0;
    const source = sourceOf('epss', epss(2_600));
    const head = await readInWorker(source, {
      onProgress: (done) => progress.push(done),
      onRecords: async (batch) => {
        busy += 1;
        expect(busy).toBe(1);
        expect(batch.length).toBeLessThanOrEqual(500);
        await new Promise((resolve) => setTimeout(resolve, 5));
        records.push(...batch);
        busy -= 1;
      },
    });
    expect(head).toMatchObject({ valid: true, counts: { epss: 2_600 } });
    expect(records).toHaveLength(2_600);
    expect(progress.at(-1)).toBe(source.size);
  });

  it('reads one file after the other in the same thread', async () => {
    const source = sourceOf('udi', '(01)09506000117843');
    for (let n = 0; n < 5; n += 1)
      expect(await readInWorker(source)).toMatchObject({ valid: true, counts: { device: 1 } });
    const heads = await Promise.all([1, 2, 3].map(() => readInWorker(source)));
    expect(heads.every(({ valid }) => valid)).toBe(true);
  });

  it('ends when it is cancelled, before and in between', async () => {
    const source = sourceOf('long', epss(50_000));
    await expect(readInWorker(source, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const stopping = new AbortController();
    const reading = readInWorker(source, { signal: stopping.signal, onRecords: () => stopping.abort() });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('throws on what goes wrong with whoever stores the records', async () => {
    const storing = () => Promise.reject(new Error('full'));
    await expect(readInWorker(sourceOf('some', epss(10)), { onRecords: storing })).rejects.toThrow('full');
  });

  it('refuses a file that takes all the memory, and reads the next one', async () => {
    // Eight million lists, each of which is an object of its own: within the limits of JSON, and not within memory.
    const greedy = sourceOf('greedy', `[${'[[[{}]]],'.repeat(1_900_000)}1]`);
    const head = await readInWorker(greedy);
    expect(head.valid).toBe(false);
    expect(head.errors[0]?.rule).toMatch(/limit|format/);
    expect(await readInWorker(sourceOf('udi', '(01)09506000117843'))).toMatchObject({ valid: true });
  });
});
