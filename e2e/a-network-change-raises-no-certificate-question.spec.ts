import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { mark, openQuestions, submitChange } from './support/steps';

test.use({ role: 'engineer' });

test('segmentation is judged as a change of the environment: another path, and no question about the certificate', async ({
  page,
}) => {
  await submitChange(page, {
    device: 'XTR telemetry',
    kind: /^Network segmentation/,
    title: `Move the telemetry receivers to a segment of their own ${mark()}`,
  });
  const law = page.getByRole('region', { name: 'Law: does it disturb the certificate?' });
  await expect(law).toContainText('No certificate question.');
  await expect(page.getByRole('region', { name: 'Instruments that apply' })).not.toContainText('UK-H4');

  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Table' }).click();
  const steps = page.getByRole('region', { name: 'Steps of the walk' });
  await expect(steps.getByRole('row', { name: /UK-H2/ })).toContainText('no');
  await expect(steps.getByRole('row', { name: /UK-H10/ })).toContainText('unknown');
  await expect(steps.getByRole('row', { name: /UK-H4/ })).toHaveCount(0);
  await expectAccessible(page);

  const question = openQuestions(page)
    .getByRole('listitem')
    .filter({ hasText: 'requirements of the manufacturer still met' });
  await question.getByText('Answer', { exact: true }).click();
  await question.getByRole('radio', { name: 'Yes', exact: true }).check();
  await question.getByLabel('Because').fill('The integration guide names the ports; the access list allows them.');
  await question.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(page.getByText('Assessment 2 ·')).toBeVisible();
  await expect(openQuestions(page)).not.toContainText('requirements of the manufacturer still met');
  await expect(page.getByRole('region', { name: 'Who may make it here?' })).not.toContainText('Nobody yet');
  // What the standards on safety ask stays open beside it, and settles nothing of the law.
  await expect(openQuestions(page)).toContainText('DCB0160');
  await expect(law).toContainText('No certificate question.');
});
