import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible';
import { addresses } from './support/addresses';
import { expect, test } from './support/journey';
import { NO_PAGES, PAGES } from './support/pages';
import { type Answered, answeredOf, type Records, recordsOf } from './support/records';
import { isNarrow } from './support/steps';

// Pictures of every step are for journeys; here they would double the time.
test.use({ trace: 'off', screenshot: 'off' });

test('no page of the application is left out here', () => {
  expect(addresses()).toEqual([...Object.keys(PAGES), ...NO_PAGES].sort());
});

let records: Promise<Records & Answered> | undefined;

async function everything(page: Page): Promise<Records & Answered> {
  return { ...(await recordsOf(page)), ...(await answeredOf(page)) };
}

for (const [address, [role, ...wheres]] of Object.entries(PAGES)) {
  test(`${address} in light and dark`, async ({ pageOf }) => {
    const page = await pageOf(role);
    records ??= pageOf('engineer').then(everything);
    for (const where of wheres) {
      await page.goto(await where(await records, page));
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/ · Changemark$/);
      await expectAccessible(page, 'light');
      // The colours are the same at every width.
      if (!isNarrow(page)) await expectAccessible(page, 'dark');
    }
  });
}

test('a keyboard reaches the content first, and a page 320 pixels wide does not scroll sideways', async ({
  pageOf,
}) => {
  const page = await pageOf('engineer');
  const of = await recordsOf(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/', '/devices', `/changes/${of.changeId}`, `/changes/${of.changeId}/edit/facts`, '/units']) {
    await page.goto(address);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await expectNoSidewaysScrolling(page);
  }
});
