import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { goTo, mark, signIn } from './support/steps';

test.use({ role: 'administrator' });

test('an administrator adds a person, who must replace the first password, and later deactivates them', async ({
  page,
  pageOf,
}) => {
  const name = `Łucja Ångström ${mark()}`;
  const email = `lucja.${mark()}@northbridge.example`;
  await page.goto('/');
  await goTo(page, 'People');
  await page.getByRole('link', { name: 'Add a person' }).click();
  await page.getByLabel('Name (required)').fill(name);
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByText('Enter the e-mail address the person signs in with.')).toBeVisible();
  await expect(page.getByText('Choose a role.')).toBeVisible();
  await expect(page.getByLabel('Name (required)')).toHaveValue(name);
  await expectAccessible(page);

  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('radio', { name: /^clinical engineer/ }).check();
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('heading', { name: `${name} is added` })).toBeVisible();
  await expectAccessible(page);
  const first = String(await page.getByRole('status').getByRole('code').textContent());
  await page.getByRole('link', { name: `See ${name}` }).click();
  await expect(page.getByText('first password', { exact: true })).toBeVisible();

  const theirs = await pageOf(null);
  await theirs.goto('/devices');
  await signIn(theirs, { email, password: first });
  await expect(theirs.getByText('Choose a password of your own first')).toBeVisible();
  await theirs.goto('/changes');
  await expect(theirs, 'nothing else opens before').toHaveURL(/\/account\/password$/);
  const fields = { 'Present password': first, 'New password': 'four small unrelated words' };
  for (const [label, typed] of Object.entries(fields)) await theirs.getByLabel(`${label} (required)`).fill(typed);
  await theirs.getByLabel('New password, again').fill('four small unrelated wards');
  await theirs.getByRole('button', { name: 'Change password' }).click();
  await expect(theirs.getByText('The two new passwords differ.')).toBeVisible();
  await expectAccessible(theirs);
  for (const [label, typed] of Object.entries(fields)) await theirs.getByLabel(`${label} (required)`).fill(typed);
  await theirs.getByLabel('New password, again').fill('four small unrelated words');
  await theirs.getByRole('button', { name: 'Change password' }).click();
  await expect(theirs.getByRole('status')).toContainText('Your password is changed');
  await expectAccessible(theirs);
  await goTo(theirs, 'Devices');
  await expect(theirs.getByRole('heading', { name: 'Devices' })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: `Deactivate ${name}` }).click();
  await expect(page.getByRole('status')).toContainText('Deactivated, and every session ended.');
  await theirs.goto('/devices');
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(theirs, { email, password: 'four small unrelated words' });
  await expect(theirs.getByRole('alert')).toContainText('do not belong together');

  await page.getByRole('link', { name: 'what was done to this account' }).click();
  for (const act of ['Added a person', 'Changed own password', 'Deactivated a person', 'Sign-in failed']) {
    await expect(page.getByText(act).filter({ visible: true }).first()).toBeVisible();
  }
});

test('two administrators edit the same person: the second is told and keeps what was typed', async ({
  page,
  pageOf,
}) => {
  const name = `Noor ${mark()}`;
  await page.goto('/people/new');
  await page.getByLabel('Name (required)').fill(name);
  await page.getByLabel('E-mail address').fill(`noor.${mark()}@northbridge.example`);
  await page.getByRole('radio', { name: /^auditor/ }).check();
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('link', { name: `See ${name}` }).click();
  await expect(page.getByLabel('Job title')).toBeVisible();

  const second = await pageOf('administrator');
  await second.goto(page.url());
  await page.getByLabel('Job title').fill('Internal auditor');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Saved.');

  await second.getByLabel('Job title').fill('External auditor');
  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByRole('status')).toContainText('Somebody else has saved this person meanwhile');
  await expect(second.getByRole('row', { name: 'Job title Internal auditor External auditor' })).toBeVisible();
  await expect(second.getByLabel('Job title')).toHaveValue('External auditor');
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(second.getByRole('status')).toContainText('Saved.');
  await expect(second.getByLabel('Job title')).toHaveValue('External auditor');
});
