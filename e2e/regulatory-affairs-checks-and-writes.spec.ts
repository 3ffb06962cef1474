import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { addModel, goTo, mark, openQuestions, submitChange } from './support/steps';

test.use({ role: 'regulatory_affairs' });

test('regulatory affairs lays a walk beside the guidance: the chart drawn, and the same in a table', async ({
  page,
}) => {
  await page.goto('/');
  await goTo(page, 'Library');
  await page.getByRole('link', { name: 'MDCG 2020-3 Rev.1' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('MDCG 2020-3');
  const parts = page.getByRole('navigation', { name: 'Parts of the chart' });
  await parts.getByRole('link', { name: /Chart C/ }).click();
  await expect(page.getByRole('img', { name: /Chart C/ })).toBeVisible();
  const questions = page.getByRole('region', { name: /^Questions of Chart C/ });
  const first = questions.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'C1', exact: true }) });
  await expect(first).toBeVisible();
  await expect(first).toContainText('seen in source');
  await expect(page.getByRole('region', { name: 'Documents cited' })).toContainText('MDCG 2020-3');
  const outline = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Outline (text)' }).click();
  expect((await outline).suggestedFilename()).toMatch(/\.txt$/);
});

test('regulatory affairs records a certificate and corrects it from the paper itself', async ({ page }) => {
  await addModel(page, `Syringe driver ${mark()}`);
  await page.getByRole('link', { name: 'Add certification' }).click();
  await page.getByLabel('Market (required)').selectOption({ label: 'European Union' });
  await page.getByLabel('Basis (required)').selectOption({ index: 1 });
  await page.getByRole('radio', { name: /^On a day, given below/ }).check();
  await page.getByRole('button', { name: 'Add certification' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^On a day, given below/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /^Not known/ }).check();
  await page.getByRole('button', { name: 'Add certification' }).click();
  await expect(page.getByRole('status')).toHaveText('The certification is saved.');

  await page.getByRole('region', { name: 'Certifications' }).getByRole('link', { name: 'European Union' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('European Union');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Number', exact: true }).fill('DE 4711 / Ł Ø €');
  await page.getByRole('radio', { name: /^On a day, given below/ }).check();
  await page.getByLabel('Ends on').fill('2028-05-26');
  await page.getByLabel('Who said so').fill('The maker’s regulatory team');
  await page.getByLabel('In which document').fill('EC certificate, full quality assurance');
  await page.getByLabel('Page or section').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /European Union/ });
  await expect(row).toContainText('DE 4711 / Ł Ø €');
  await expect(row).toContainText('26 May 2028');
  await expect(row).toContainText('EC certificate, full quality assurance');

  await row.getByRole('link', { name: 'European Union' }).click();
  await expect(page.getByRole('region', { name: 'What was said' }).first()).toContainText('p. 2');
  await expectAccessible(page);
});

test('regulatory affairs answers what only they can, drafts the letter, and reads it before anybody prints it', async ({
  page,
  pageOf,
}) => {
  const title = `Install the roll-up on the telemetry receivers ${mark()}`;
  const engineer = await pageOf('engineer');
  const kind = /^Operating-system security patch/;
  const address = await submitChange(engineer, { device: 'XTR telemetry', kind, title });

  await page.goto('/');
  await page.getByRole('searchbox', { name: /^Search devices/ }).fill(title);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page).toHaveURL(new RegExp(address));

  const forecast = page.getByRole('link', { name: 'MDCG 2020-3 Rev.1' });
  await forecast.click();
  await expect(forecast).toHaveAttribute('aria-current', 'true');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Table' }).click();
  await expect(page.getByRole('region', { name: 'Steps of the walk' })).toContainText('MDCG 2020-3');

  const question = openQuestions(page).getByRole('listitem').filter({ hasText: 'published instructions' });
  await question.getByText('Answer', { exact: true }).click();
  await question.getByRole('radio', { name: 'No', exact: true }).check();
  await question.getByLabel('Because').fill('The security guide approves patches one by one.');
  await question.getByText('Where does this come from?').click();
  await question.getByLabel('In which document').fill('Security guide');
  await question.getByLabel('Page').fill('12');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(page.getByText('Assessment 2 ·')).toBeVisible();

  await page.getByText('Draft letter to the supplier').click();
  const documents = page.getByRole('region', { name: 'Documents' });
  await documents.getByLabel('Answer wanted by').fill('2020-01-01');
  await documents.getByRole('button', { name: 'Draft letter' }).click();
  await expect(documents.getByLabel('Answer wanted by')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await documents.getByLabel('Answer wanted by').fill('2027-01-15');
  await documents.getByLabel('To', { exact: true }).selectOption({ index: 1 });
  await documents.getByRole('button', { name: 'Draft letter' }).click();

  await expect(page).toHaveTitle(/^Letter CM-/);
  await expect(page.getByText('15 Jan 2027').first()).toBeVisible();
  const deciding = page.getByRole('region', { name: 'Questions that decide' });
  await expect(deciding.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Annexes' })).toContainText('XTR-');
  await expectAccessible(page);
  const preview = await page.getByRole('link', { name: 'Preview as PDF' }).getAttribute('href');
  expect((await (await page.request.get(preview ?? '')).body()).subarray(0, 5).toString()).toBe('%PDF-');
  // Who wrote it is not offered to approve it.
  await expect(page.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  await goTo(page, 'Letters');
  await expect(page.getByRole('row', { name: new RegExp(title) })).toBeVisible();
});
