import type { Page } from '@playwright/test';
import type { Records } from './records';

/** Asks for an evidence pack of a change; its page may still say that it is being built. */
export async function packOf(of: Records, page: Page): Promise<string> {
  await page.goto(`/evidence?scope=change&id=${of.changeId}`);
  await page.getByRole('button', { name: 'Build the pack' }).click();
  await page.waitForURL(/evidence\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}
