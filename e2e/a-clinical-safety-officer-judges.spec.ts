import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { mark, submitChange } from './support/steps';

test.use({ role: 'clinical_safety' });

test('a clinical safety officer judges every prompt; that settles "safe" and nothing else', async ({
  page,
  pageOf,
}) => {
  const engineer = await pageOf('engineer');
  const address = await submitChange(engineer, {
    device: 'XTR telemetry',
    kind: /^Firewall outside the device/,
    title: `Close remote desktop at the ward firewall ${mark()}`,
  });

  await page.goto(address);
  const safe = page.getByRole('region', { name: 'Safe to do here, now?' }).first();
  const who = page.getByRole('region', { name: 'Who may make it here?' });
  const law = page.getByRole('region', { name: 'Law: does it disturb the certificate?' });
  const before = [await who.textContent(), await law.textContent()];
  await expect(safe).toContainText('Not judged yet');
  await expect(page.getByRole('button', { name: /Draft|Withdraw|Submit/ })).toHaveCount(0);

  const panel = page.getByRole('region', { name: 'Safe to do here, now?' }).last();
  const prompts = panel.getByRole('listitem');
  const count = await prompts.count();
  expect(count).toBeGreaterThan(2);
  for (let at = 0; at < count; at++) {
    const prompt = prompts.nth(at);
    await prompt.getByText('Judge', { exact: true }).click();
    if (at === 0) {
      await prompt.getByRole('radio', { name: 'fine, with a condition' }).check();
      await prompt.getByRole('button', { name: 'Record judgement' }).click();
      await expect(prompt.getByText(/condition/i).last()).toBeVisible();
      await expect(prompt.getByRole('radio', { name: 'fine, with a condition' })).toBeChecked();
      await expectAccessible(page);
      await prompt.getByRole('textbox', { name: 'Condition' }).fill('network on-call can open it within 15 minutes');
    } else {
      await prompt.getByRole('radio', { name: at === 1 ? 'not safe' : 'fine', exact: true }).check();
      await prompt.getByLabel('Because').fill('Agreed in the workshop of 4 November.');
    }
    await prompt.getByRole('button', { name: 'Record judgement' }).click();
    await expect(panel.getByText(`${at + 1} of ${count} judged`)).toBeVisible();
  }
  await expect(safe).toContainText('No');

  await prompts.nth(1).getByText('Judge again').click();
  await prompts.nth(1).getByRole('radio', { name: 'fine', exact: true }).check();
  await prompts.nth(1).getByRole('button', { name: 'Record judgement' }).click();
  await expect(safe).toContainText('Yes, as people judged it.');
  await expect(safe).toContainText('network on-call can open it within 15 minutes');
  expect([await who.textContent(), await law.textContent()]).toEqual(before);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'All of it' }).click();
  await expect(page.getByText(/not safe/).first()).toBeVisible();
});
