import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { mark, submitChange } from './support/steps';

test.use({ role: 'engineer' });

test('an engineer lays the options side by side, says what one costs and on what evidence, and proposes it instead', async ({
  page,
}) => {
  const title = `Install the security roll-up ${mark()}`;
  const address = await submitChange(page, {
    device: 'XTR telemetry',
    kind: /^Operating-system security patch/,
    title,
  });
  await expect(page.getByRole('region', { name: 'Meanwhile, without touching the device' })).toContainText('Isolation');
  await page.getByRole('link', { name: 'Options', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Options');

  await expect(page.getByRole('img', { name: /^Options by what they ask of the certificate/ })).toBeVisible();
  const around = page.getByRole('region', { name: 'In its environment' }).last();
  const firewall = around.getByRole('row', { name: /Network firewall/ });
  await expect(firewall).toContainText('no evidence given');
  await expect(firewall).toContainText('not known');
  const patch = page
    .getByRole('region', { name: 'On the device' })
    .last()
    .getByRole('row', { name: /as proposed/ });
  await expect(patch).toContainText('Operating-system patch by the hospital');
  await page.getByText('Why: Operating-system patch by the hospital').click();
  await expect(page.getByText('A fault of the operating system goes with its patch.').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByText('Say what is known of the vulnerability').click();
  await page.getByLabel('Where can it be attacked from?').selectOption({ label: 'Over the network' });
  await page.getByRole('radio', { name: 'Yes', exact: true }).check();
  await page.getByLabel('In which document').fill('CISA, known exploited vulnerabilities');
  await page.getByRole('button', { name: 'Record and compare again' }).click();
  await expect(page.getByRole('status')).toHaveText('Recorded, and compared again.');
  await expect(page.getByText('attacked over the network; attacks are known')).toBeVisible();
  await expect(page.getByRole('row', { name: /Accept the risk/ })).toContainText('very high');

  await firewall.getByRole('link', { name: /^Cost, time and evidence/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Network firewall: cost, time and evidence');
  await page.getByLabel('At least (days)').fill('ten');
  await page.getByLabel('What shows that it works').fill('Rule export, and a port scan of the test unit');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText(/^Give a number from 0/)).toBeVisible();
  await expect(page.getByLabel('What shows that it works')).toHaveValue(
    'Rule export, and a port scan of the test unit',
  );
  await expectAccessible(page);

  await page.getByLabel('At least (days)').fill('10');
  await page.getByLabel('At most (days)').fill('14');
  const lead = page.getByRole('group', { name: 'Lead time, days' });
  await lead.getByLabel('Who gave it, or where it stands').fill('Network team, ticket 4711');
  await page.getByLabel('Document and page').fill('NET-2026-114, page 3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText('What you gave is saved.');
  await expect(firewall).toContainText('10 to 14 days');
  await expect(firewall).toContainText('Network team, ticket 4711');
  await expect(firewall).not.toContainText('no evidence given');

  await page.goto(`${address}/options?sort=lead`);
  await expect(around.getByRole('row').nth(1)).toContainText('Network firewall');
  await firewall.getByRole('link', { name: /^Propose this instead/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Propose a change');
  await expect(page.getByLabel('Title (required)')).toHaveValue(/^Network firewall, instead of CM-/);
  await expect(page.getByRole('checkbox', { name: /^Firewall outside the device/ })).toBeChecked();

  await page.goto(`${address}/history`);
  await expect(page.getByText('Gave cost, time or evidence for an option').first()).toBeVisible();
});
