import { expect, test } from './support/journey';
import { mark, openQuestions } from './support/steps';

test.use({ role: 'engineer', javaScriptEnabled: false });

test('the whole way of a proposal works without JavaScript: propose, be refused, correct, submit, answer', async ({
  page,
}) => {
  const title = `Install the roll-up without scripts ${mark()}`;
  await page.goto('/devices?q=XTR');
  await page.getByRole('link', { name: /^XTR telemetry receiver/ }).click();
  await page.getByRole('link', { name: 'Propose a change' }).click();

  await page.getByRole('checkbox', { name: /^Operating-system security patch/ }).check();
  await page.getByLabel('Description').fill('KB5035888 from the update server.');
  await page
    .getByLabel(/ulnerabilities/)
    .last()
    .fill('CVE-2017-0144\nnot a CVE');
  await page.getByRole('radio', { name: /^All of the model/ }).check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByText('Give the proposal a title')).toBeVisible();
  await expect(page.getByText(/Line 2: .*neither a CVE id/)).toBeVisible();
  await expect(page.getByLabel('Description')).toHaveValue('KB5035888 from the update server.');
  await expect(page.getByRole('checkbox', { name: /^Operating-system security patch/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^All of the model/ })).toBeChecked();
  await page.getByLabel('Title (required)').fill(title);
  await page
    .getByLabel(/ulnerabilities/)
    .last()
    .fill('CVE-2017-0144');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByRole('radio', { name: /^The hospital itself/ }).check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The facts that decide');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('button', { name: 'Submit for assessment' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  const question = openQuestions(page).getByRole('listitem').first();
  const asked = await question.getByRole('paragraph').first().textContent();
  await question.getByText('Answer', { exact: true }).click();
  await question.getByRole('radio', { name: 'No', exact: true }).check();
  await question.getByText('Where does this come from?').click();
  await question.getByLabel('In which document').fill('Security guide');
  await question.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(page.getByText(/^Say why/).first()).toBeVisible();
  const again = openQuestions(page)
    .getByRole('listitem')
    .filter({ hasText: asked ?? '' });
  await expect(again.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  await expect(again.getByLabel('In which document')).toHaveValue('Security guide');
  await again.getByLabel('Because').fill('Patches are approved one by one.');
  await again.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(page.getByText('Assessment 2 ·')).toBeVisible();
  await expect(openQuestions(page)).not.toContainText(asked ?? '');

  await page.getByRole('link', { name: 'Table', exact: true }).click();
  const steps = page.getByRole('region', { name: 'Steps of the walk' });
  await expect(steps.getByRole('row', { name: /^UK-H3/ })).toContainText('(stated)');
  await expect(page.getByRole('region', { name: 'What people stated' }).first()).toContainText('approved one by one');
  await page.getByText('Draft letter to the supplier').click();
  await page.getByRole('button', { name: 'Draft letter' }).click();
  await expect(page).toHaveTitle(/^Letter CM-/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
