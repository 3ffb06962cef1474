import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Everything that WCAG 2.0, 2.1 and 2.2 ask for at level A and AA, as far as a program can judge it. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Collecting what was in order, too, takes three times as long. */
const ONLY: Parameters<AxeBuilder['options']>[0] = { runOnly: WCAG, resultTypes: ['violations'] };

/** Expects no finding of axe on the page as it now stands, and a page that is not wider than its window. */
export async function expectAccessible(page: Page, scheme: 'light' | 'dark' = 'light'): Promise<void> {
  // Colours that are half-way between two states are nobody's contrast.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const { violations } = await new AxeBuilder({ page }).options(ONLY).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary}`),
  );
  expect(found, `${page.url()} in ${scheme}`).toEqual([]);
  await expectNoSidewaysScrolling(page);
}

/** Tables scroll in a place of their own; the page as a whole never does (WCAG 1.4.10). */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, `pixels by which ${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
