import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { goTo, mark } from './support/steps';

test.use({ role: 'engineer' });

test('an engineer adds a supplier, a model and its units with their sources, finds, edits and retires them', async ({
  page,
}) => {
  const sign = mark();
  const maker = `Kardiographik Møller & Sønner ${sign}`;
  const model = `Holter recorder ${sign}`;

  await page.goto('/');
  await goTo(page, 'Suppliers');
  await page.getByRole('link', { name: 'Add supplier' }).click();
  await page.getByLabel('Name (required)').fill(maker);
  await page.getByLabel('Postal address').fill('Havnegade 1\n5000 Odense C\nDenmark');
  await page.getByLabel('In which document').fill('Delivery note 4711');
  await page.getByRole('button', { name: 'Add supplier' }).click();
  await expect(page.getByRole('status')).toHaveText('Added.');
  await page.getByRole('link', { name: 'Add contact' }).click();
  await page.getByLabel('Name (required)').fill('Product security');
  await page.getByLabel('E-mail').fill('security@kardiographik.example');
  await page.getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByRole('link', { name: 'security@kardiographik.example' })).toBeVisible();

  await goTo(page, 'Devices');
  await page.getByRole('link', { name: 'Add device model' }).click();
  await page.getByRole('button', { name: 'Add model' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Maker (required)').selectOption({ label: maker });
  await page.getByLabel('Name (required)').fill(model);
  await page.getByLabel('Kind of device (required)').fill('ECG recorder');
  await page.getByRole('textbox', { name: 'Software version' }).fill('3.1.0');
  await page.getByText('Looked for, and not known').click();
  await page.getByRole('checkbox', { name: 'Operating system' }).check();
  await page.getByLabel('In which document').fill('Type plate');
  await page.getByRole('button', { name: 'Add model' }).click();
  await expect(page.getByRole('heading', { level: 1, name: model })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('nothing unknown is taken for a no');
  const software = page.getByRole('region', { name: 'Software and network' });
  await expect(software.getByText('3.1.0')).toBeVisible();
  await expect(software.getByText('Type plate').first()).toBeVisible();
  await expect(software.getByText('not known', { exact: true })).toBeVisible();
  await expect(software.getByText('nobody said').first()).toBeVisible();
  await expectAccessible(page);
  const address = page.url().replace(/\?.*/, '');

  await page.getByRole('navigation', { name: 'Parts of this model' }).getByRole('link', { name: 'Units' }).click();
  await page.getByRole('link', { name: 'Add units' }).first().click();
  await page.getByLabel('Serial numbers, one a line (required)').fill(`H-${sign}-1\nH-${sign}-2;asset 9\nH-${sign}-1`);
  await page.getByRole('textbox', { name: 'Location' }).fill('Cardiology ward 7');
  await page.getByRole('textbox', { name: 'Network zone' }).fill('VLAN 412');
  await page.getByRole('button', { name: 'Add units' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Serial numbers, one a line (required)').fill(`H-${sign}-1\nH-${sign}-2;asset 9`);
  await page.getByRole('button', { name: 'Add units' }).click();
  await expect(page.getByRole('link', { name: `H-${sign}-2` })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: `H-${sign}-2` }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Installed version' }).fill('3.0.2');
  await page.getByLabel('Who said so').fill('Ward manager');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText('Saved, with its source.');
  await expect(page.getByText('3.0.2').first()).toBeVisible();
  await expect(page.getByText('Ward manager').first()).toBeVisible();

  await goTo(page, 'Devices');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill(sign);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('row', { name: new RegExp(model) })).toContainText('2');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export (CSV)' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);

  await page.goto(address);
  await page.getByRole('link', { name: 'Retire' }).click();
  await expectAccessible(page);
  await page.getByLabel('Why (required)').fill('Replaced by the new recorders');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Retire', exact: true }).click();
  await expect(page.getByText('This model is retired')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Propose a change' })).toBeHidden();
});

test('two engineers edit the same device: the second is told and keeps what was typed', async ({ page, pageOf }) => {
  const sign = mark();
  await page.goto('/devices/new');
  await page.getByLabel('Maker (required)').selectOption({ label: 'Another, named beside' });
  await page.getByLabel('New maker').fill(`Maker ${sign}`);
  await page.getByLabel('Name (required)').fill(`Syringe pump ${sign}`);
  await page.getByLabel('Kind of device (required)').fill('syringe pump');
  await page.getByRole('button', { name: 'Add model' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByRole('textbox', { name: 'Clinical owner' })).toBeVisible();
  const second = await pageOf('regulatory_affairs');
  await second.goto(page.url());

  await page.getByRole('textbox', { name: 'Clinical owner' }).fill('Theatres');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');

  await second.getByRole('textbox', { name: 'Clinical owner' }).fill('Critical care');
  await second.getByRole('textbox', { name: 'Fallback' }).fill('The spare in the store');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('status')).toContainText('saved this meanwhile');
  await expect(second.getByRole('row', { name: /Clinical owner.*Theatres.*Critical care/ })).toBeVisible();
  await expect(second.getByRole('textbox', { name: 'Clinical owner' })).toHaveValue('Critical care');
  await expect(second.getByRole('textbox', { name: 'Fallback' })).toHaveValue('The spare in the store');
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(second.getByRole('status')).toHaveText('Saved, with its source.');
  await expect(second.getByText('The spare in the store')).toBeVisible();
});
