import { expectAccessible } from './support/accessible';
import { downloadTwice } from './support/downloads';
import { expect, test } from './support/journey';
import { signInOf } from './support/people';
import { goTo, mark, openQuestions, signIn } from './support/steps';

test('an engineer takes a security patch from the register to a report and a letter', async ({ page }) => {
  const title = `Install the November Windows roll-up on the telemetry receiver ${mark()}`;

  await page.goto('/');
  await signIn(page, signInOf('engineer'));
  await goTo(page, 'Devices');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('XTR telemetry');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: /^XTR telemetry receiver/ }).click();
  await expect(page.getByRole('region', { name: 'Certifications' }).first()).toContainText('MDD');
  await expect(page.getByRole('region', { name: 'Software and network' })).toContainText('Windows 7');
  await page.getByRole('link', { name: 'Propose a change' }).click();

  await test.step('step 1, what: refused without a title, then saved', async () => {
    await page.getByRole('checkbox', { name: /^Operating-system security patch/ }).check();
    await page.getByRole('radio', { name: /^All of the model/ }).check();
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(page.getByText('Give the proposal a title')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Operating-system security patch/ })).toBeChecked();
    await expectAccessible(page);
    await page.getByLabel('Title (required)').fill(title);
    await page.getByRole('button', { name: 'Save and go on' }).click();
  });

  await test.step('step 2, where and who: settled by the kind of change, but for who makes it', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where it lands, and who makes it');
    await expect(page.getByText('follows from the kind of change')).toBeVisible();
    await page.getByRole('radio', { name: /^The hospital itself/ }).check();
    await page.getByRole('button', { name: 'Save and leave for later' }).click();
  });

  await test.step('the draft is left and found again at home', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await goTo(page, 'Home');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('link', { name: 'Go on with the proposal' }).first().click();
  });

  await test.step('step 3, the facts: one is stated with its source, the others stay unknown', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The facts that decide');
    const instructions = page.getByRole('group', {
      name: /published instructions .* describe this change as your task/,
    });
    await instructions.getByRole('radio', { name: 'No', exact: true }).check();
    await instructions.getByText('Add a reason and source').click();
    await instructions.getByLabel('Because').fill('The security guide approves patches one by one.');
    await instructions.getByLabel('In which document').fill('Security guide');
    await instructions.getByLabel('Page').fill('12');
    await expectAccessible(page);
    const permission = page.getByRole('group', { name: /allowed this change in writing/ });
    await expect(permission.getByRole('radio', { name: 'Not known' })).toBeChecked();
    await page.getByRole('button', { name: 'Save and go on' }).click();
  });

  await test.step('step 4, check and submit', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check and submit');
    await expect(page.getByRole('region', { name: 'Facts stated' })).toContainText('Security guide');
    await expect(page.getByRole('region', { name: 'Where it leads' })).toContainText('UK MDR 2002, hospital change');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Submit for assessment' }).click();
  });

  const hospital = page.getByRole('row', { name: /UK MDR 2002, hospital change/ });
  await test.step('three answers, never merged', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('region', { name: 'Law: does it disturb the certificate?' })).toContainText(
      'The maker',
    );
    await expect(page.getByRole('region', { name: 'Who may make it here?' })).toContainText('Nobody yet.');
    const safe = page.getByRole('region', { name: 'Safe to do here, now?' });
    await expect(safe.first()).toContainText('Not judged yet');
    await expect(hospital).toContainText('allowed with permission');
  });

  await test.step('the most decisive question is answered here, and the result changes', async () => {
    const first = openQuestions(page).getByRole('listitem').first();
    await expect(first).toContainText('Has the manufacturer allowed this change in writing');
    await first.getByText('Answer', { exact: true }).click();
    await first.getByRole('button', { name: 'Record and assess again' }).click();
    await expect(first.getByText('Choose yes, no or not known.')).toBeVisible();
    await expectAccessible(page);
    await first.getByRole('radio', { name: 'No', exact: true }).check();
    await first.getByLabel('Because').fill('Nothing in the supplier file.');
    await first.getByRole('button', { name: 'Record and assess again' }).click();
    await expect(page.getByText('Assessment 2 ·')).toBeVisible();
    await expect(hospital).not.toContainText('allowed with permission');
    await expect(openQuestions(page)).not.toContainText('Has the manufacturer allowed this change in writing');
    await expect(page.getByRole('region', { name: 'What people stated' }).first()).toContainText('supplier file');
  });

  await test.step('one clinical-safety prompt is judged', async () => {
    const prompts = page.getByRole('region', { name: 'Safe to do here, now?' }).last();
    const prompt = prompts.getByRole('listitem').filter({ hasText: 'Downtime.' });
    await prompt.getByText('Judge', { exact: true }).click();
    await prompt.getByRole('radio', { name: 'fine, with a condition' }).check();
    await prompt.getByRole('textbox', { name: 'Condition' }).fill('one unit at a time, after the evening round');
    await expectAccessible(page);
    await prompt.getByRole('button', { name: 'Record judgement' }).click();
    await expect(prompt).toContainText('Condition: one unit at a time, after the evening round');
  });

  const documents = page.getByRole('region', { name: 'Documents' });
  await test.step('report and letter are drafted and downloaded', async () => {
    await documents.getByRole('button', { name: 'Draft assessment report' }).click();
    const report = documents.getByRole('link', { name: /^Download .*-R01 as PDF/ });
    const ofReport = await downloadTwice(page, report);
    await documents.getByText('Draft letter to the supplier').click();
    await documents.getByRole('button', { name: 'Draft letter' }).click();
    await expect(page).toHaveTitle(/^Letter CM-/);
    await expectAccessible(page);
    const preview = await page.getByRole('link', { name: 'Preview as PDF' }).getAttribute('href');
    const paper = await (await page.request.get(preview ?? '')).body();
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(ofReport).not.toBe('');
  });

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
