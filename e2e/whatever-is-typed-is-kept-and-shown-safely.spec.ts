import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible';
import { downloadTwice } from './support/downloads';
import { expect, test } from './support/journey';
import { mark, openQuestions } from './support/steps';

test.use({ role: 'engineer' });

const MARKUP = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script> & "both" 'quotes'`;
const SCRIPTS = 'جهاز قياس عن بعد · 遠隔測定受信機 · 원격 측정 · ἀσφάλεια · приёмник · 🩺👩🏽‍⚕️ · ≤ Dräger Ł Ø €';

/** A document must not have become something else by what it shows. */
async function expectUnharmed(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/ · Changemark$/);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await expectNoSidewaysScrolling(page);
}

test('a refused proposal keeps 100,000 characters, markup and every script, and then stores and prints them safely', async ({
  page,
}) => {
  test.slow();
  const title = `${mark()} ${MARKUP}`;
  const long = `${`${SCRIPTS}\n${MARKUP}\n`.padEnd(99_992, '0123456789 ')} the end`;
  expect(long.length, 'exactly as much as a field takes').toBe(100_000);

  await page.goto('/changes/new?q=XTR+telemetry');
  await page
    .getByRole('link', { name: /^Choose / })
    .first()
    .click();
  await page.getByLabel('Description').fill(long);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByText('Give the proposal a title')).toBeVisible();
  await expect(page.getByLabel('Description')).toHaveValue(long);
  await expectUnharmed(page);

  await page.getByLabel('Title (required)').fill(title);
  await page.getByLabel('Description').fill(`${long}.`);
  await page.getByRole('checkbox', { name: /^Operating-system security patch/ }).check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByText(/Longer than 100,000 characters/)).toBeVisible();
  await expect(page.getByLabel('Title (required)')).toHaveValue(title);
  await page.getByLabel('Description').fill(long);
  await page.getByRole('radio', { name: /^All of the model/ }).check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('radio', { name: /^The hospital itself/ }).check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The facts that decide');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check and submit');
  await expectUnharmed(page);
  await page.getByRole('button', { name: 'Submit for assessment' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expectUnharmed(page);

  const question = openQuestions(page).getByRole('listitem').first();
  await question.getByText('Answer', { exact: true }).click();
  await question.getByRole('radio', { name: 'No', exact: true }).check();
  await question.getByLabel('Because').fill(`${SCRIPTS} ${MARKUP}`);
  await question.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(page.getByRole('region', { name: 'What people stated' }).first()).toContainText(SCRIPTS);
  await expectUnharmed(page);
  await expectAccessible(page);

  const documents = page.getByRole('region', { name: 'Documents' });
  await documents.getByRole('button', { name: 'Draft assessment report' }).click();
  await downloadTwice(page, documents.getByRole('link', { name: /^Download .*-R01 as PDF/ }));

  for (const address of ['/changes', '/', `/search?q=${encodeURIComponent(title.slice(0, 8))}`]) {
    await page.goto(address);
    await expect(page.getByRole('link', { name: title.slice(0, 20) }).first()).toBeVisible();
    await expectUnharmed(page);
  }
});

test('a device with names in any script is refused, corrected, stored, found and shown', async ({ page }) => {
  const sign = mark();
  const name = `${SCRIPTS} ${sign}`;
  await page.goto('/devices/new');
  await page.getByLabel('Name (required)').fill(name);
  await page.getByLabel('Kind of device (required)').fill(MARKUP);
  await page.getByLabel('Intended purpose').first().fill(`${MARKUP}\n${SCRIPTS}`);
  await page.getByRole('button', { name: 'Add model' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Name (required)')).toHaveValue(name);
  await expect(page.getByLabel('Kind of device (required)')).toHaveValue(MARKUP);
  await expect(page.getByLabel('Intended purpose').first()).toHaveValue(`${MARKUP}\n${SCRIPTS}`);
  await expectUnharmed(page);
  await page.getByLabel('Maker (required)').selectOption({ label: 'Another, named beside' });
  await page.getByLabel('New maker').fill(`${MARKUP} ${sign}`);
  await page.getByRole('button', { name: 'Add model' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('region', { name: 'Identity' })).toContainText(MARKUP);
  await expectUnharmed(page);
  await expectAccessible(page);

  await page.goto(`/devices?q=${encodeURIComponent(`遠隔測定受信機`)}`);
  await expect(page.getByRole('link', { name: new RegExp(sign) }).first()).toBeVisible();
  await expectUnharmed(page);
});
