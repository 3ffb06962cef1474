import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible';
import { expect, test } from './support/journey';
import { NOBODY } from './support/people';
import { addApp, addPerson, byName, comeInFirst, withAuthenticator } from './support/second-factors';
import { signIn } from './support/steps';

test.use({ role: 'administrator' });

test('a signer adds a passkey, signs in with it, loses it, and is let in again by an administrator', async ({
  page,
  pageOf,
}) => {
  const newcomer = await addPerson(page);
  const theirs = await pageOf(null);
  await withAuthenticator(theirs);
  const password = await comeInFirst(theirs, newcomer, byName);
  const account = { email: newcomer.email, password };

  await theirs.getByRole('link', { name: 'Manage second factors' }).click();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Second factors');
  await theirs.getByRole('link', { name: 'Add a passkey' }).click();
  await theirs.getByLabel('Name (required)').fill('Telephone');
  await theirs.getByLabel('Your password').fill('not the password');
  await theirs.getByRole('button', { name: 'Go on' }).click();
  await expect(theirs.getByText('This is not your password. Nothing was changed.')).toBeVisible();
  await expect(theirs.getByLabel('Name (required)'), 'what was typed is kept').toHaveValue('Telephone');
  await theirs.getByLabel('Your password').fill(password);
  await theirs.getByRole('button', { name: 'Go on' }).click();
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: 'Make the passkey' }).click();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('The passkey is added');
  const codes = await theirs.getByRole('status').getByRole('code').allTextContents();
  expect(new Set(codes).size, 'recovery codes come with the first factor').toBe(10);
  await expectAccessible(theirs);
  await expectNoSidewaysScrolling(theirs);
  await theirs.getByRole('link', { name: 'Back to your second factors' }).click();
  await expect(theirs.getByRole('link', { name: 'Remove Telephone' })).toBeVisible();
  await expect(theirs.getByText('10 left to use')).toBeVisible();

  await theirs.context().clearCookies();
  await theirs.goto(byName('/devices'));
  await signIn(theirs, account);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Prove that it is you');
  await theirs.goto(byName('/devices'));
  await expect(theirs.getByRole('heading', { level: 1 }), 'the password alone opens nothing').toHaveText('Sign in');
  await signIn(theirs, account);
  await theirs.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(theirs.getByRole('heading', { level: 1 }), 'where the person wanted to go').toHaveText('Devices');

  await theirs.goto(byName('/account/factors/codes'));
  await theirs.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(theirs.getByText('Your recovery codes'), 'a passkey proves it alone').toBeVisible();

  // The telephone is lost: another browser, and no recovery code at hand.
  const lost = await pageOf(null);
  await lost.goto(byName('/sign-in?next=/account'));
  await signIn(lost, account);
  await lost.getByLabel('Or a recovery code').fill(codes[0] ?? '');
  await lost.getByRole('button', { name: 'Go on' }).click();
  await expect(lost.getByText('This code is not right.'), 'the first ones are good no longer').toBeVisible();
  await expectAccessible(lost);
  await page.getByRole('link', { name: `See ${newcomer.name}` }).click();
  await page.getByRole('button', { name: 'Take the second factors away' }).click();
  await expect(page.getByRole('status')).toContainText('The second factors are taken away');
  await theirs.goto(byName('/devices'));
  await expect(theirs.getByRole('heading', { level: 1 }), 'every session ended').toHaveText('Sign in');
  await lost.goto(byName('/sign-in?next=/account'));
  await signIn(lost, account);
  await expect(lost.getByRole('heading', { level: 1 })).toHaveText('Your account');
});

test.describe('without scripts', () => {
  test('an authenticator app is added, and its code opens the door', async ({ page, browser }) => {
    const newcomer = await addPerson(page);
    const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: NOBODY })).newPage();
    const password = await comeInFirst(plain, newcomer);
    const code = await addApp(plain, password);
    await expectNoSidewaysScrolling(plain);
    await plain.context().clearCookies();
    await plain.goto('/sign-in?next=/account/factors');
    await signIn(plain, { email: newcomer.email, password });
    await plain.getByLabel('Code of your authenticator app').fill('000000');
    await plain.getByRole('button', { name: 'Go on' }).click();
    await expect(plain.getByText('This code is not right.')).toBeVisible();
    await plain.getByLabel('Code of your authenticator app').fill(code());
    await plain.getByRole('button', { name: 'Go on' }).click();
    await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Second factors');
    await expect(plain.getByText(/^In use since/)).toBeVisible();
    await plain.context().close();
  });
});
