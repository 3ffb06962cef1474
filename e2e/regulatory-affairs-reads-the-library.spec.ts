import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible';
import { expect, test } from './support/journey';

const INSTRUMENT = 'EU-MDCG-2020-3-R1';

test('regulatory affairs finds a clause, opens its chart, and reads what would flip under the edition before', async ({
  pageOf,
}) => {
  const page = await pageOf('regulatory_affairs');

  await test.step('searches for a clause', async () => {
    await page.goto('/library');
    await page.getByRole('searchbox', { name: 'Search instruments, questions and clauses' }).fill('§4.3.2.3 operating');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { name: /places? found/ })).toBeVisible();
    await page
      .getByRole('link', { name: /^MDCG 2020-3 Rev\.1 · C1/ })
      .first()
      .click();
    await expect(page).toHaveURL(/#at-C1/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('MDCG 2020-3 Rev.1');
    await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  });

  await test.step('sees where it was used, and what the edition before did otherwise', async () => {
    const used = page.getByRole('region', { name: 'Where this was used' });
    await expect(used.getByRole('row')).not.toHaveCount(0);
    await page.getByRole('link', { name: 'First edition, March 2020' }).click();
    await expect(page.getByText('An earlier edition')).toBeVisible();
    await expect(page.getByRole('heading', { name: /^What Rev\.1, May 2023 does otherwise than/ })).toBeVisible();
  });

  await test.step('judges past assessments again under it', async () => {
    await page.goto('/library/reruns');
    await page.getByLabel('Under a chosen edition of one instrument').check();
    await page.getByRole('button', { name: 'Judge again' }).click();
    await expect(page.getByText('Choose an edition of the list.')).toBeVisible();
    await expect(page.getByLabel('Under a chosen edition of one instrument')).toBeChecked();
    await page.getByLabel('Edition', { exact: true }).selectOption({ value: `${INSTRUMENT}@2020-03-01` });
    await page.getByRole('button', { name: 'Judge again' }).click();
    // The address changes before the page does, and the list may hold other runs that are finished.
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('What would flip');
    await expect(page.getByText('finished')).toBeVisible();
    await expectAccessible(page, 'light');
    await expectAccessible(page, 'dark');
  });

  await test.step('reads why one flips, and that the record stayed as it was', async () => {
    const change = page.getByRole('article').filter({ hasText: 'First edition, March 2020 instead of' }).first();
    await expect(change.getByText('not significant', { exact: true })).toBeVisible();
    await change.getByRole('link', { name: /as it was judged/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Assessment \d+/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Forecast and background' })).toContainText('Rev.1, May 2023');
  });
});

test('an auditor reads what was judged again, and is not offered to start it', async ({ pageOf }) => {
  const page = await pageOf('auditor');
  await page.goto('/library/reruns');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would flip');
  await expect(page.getByRole('button', { name: 'Judge again' })).toHaveCount(0);
});

test('every chart prints on one page', async ({ pageOf }) => {
  test.setTimeout(240_000);
  const page = await pageOf('auditor');
  await page.goto('/library');
  const charts = await page
    .getByRole('main')
    .getByRole('table')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(charts.length).toBeGreaterThan(40);
  const spilled: string[] = [];
  for (const address of [...charts, `/library/${INSTRUMENT}`]) {
    await page.goto(`${address}/print`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    if (pages !== 1) spilled.push(`${address}: ${pages}`);
  }
  expect(spilled).toEqual([]);
});

test('the largest chart is readable on a narrow screen, and larger by a link', async ({ pageOf }) => {
  const page = await pageOf('auditor');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/library/US-FDA-GEN510K-2017?part=all');
  await expectNoSidewaysScrolling(page);
  await page.getByRole('link', { name: 'Full size' }).first().click();
  const drawing = page.getByRole('img', { name: /^Main chart/ });
  const before = await drawing.boundingBox();
  await page.getByRole('link', { name: '200 %' }).click();
  await expect(page).toHaveURL(/size=200/);
  expect((await drawing.boundingBox())?.width).toBeGreaterThan((before?.width ?? 0) * 1.9);
  await expectNoSidewaysScrolling(page);
});
