import { createHash } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';

/** The first download renders, in a thread that lets everything else go first. */
const PATIENCE = { timeout: 45_000 };

async function bytesOf(page: Page, link: Locator): Promise<Buffer> {
  const started = page.waitForEvent('download', PATIENCE);
  await link.click(PATIENCE);
  const stream = await (await started).createReadStream();
  return Buffer.concat(await stream.toArray());
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Downloads a PDF by its link, twice: it is one, and it is the same one. Returns its SHA-256. */
export async function downloadTwice(page: Page, link: Locator): Promise<string> {
  const [first, second] = [await bytesOf(page, link), await bytesOf(page, link)];
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect(first.length).toBeGreaterThan(10_000);
  expect(sha256(second), 'the second download has the same bytes').toBe(sha256(first));
  return sha256(first);
}
