import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { signInOf } from './support/people';
import { signIn } from './support/steps';

test('a stranger is asked to sign in and arrives where they wanted to go', async ({ page }) => {
  await page.goto('/library/UK-MDR-H');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await signIn(page, signInOf('engineer'));
  await expect(page).toHaveURL(/\/library\/UK-MDR-H$/);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a wrong password is refused without saying which half was wrong, and the address stays typed', async ({
  page,
}) => {
  const nobody = { email: 'nobody.at.all@hospital.example', password: 'not the password' };
  await page.goto('/sign-in');
  await signIn(page, nobody);
  await expect(page.getByRole('alert')).toHaveText('This e-mail address and password do not belong together.');
  await expect(page.getByLabel('E-mail address')).toHaveValue(nobody.email);
  await expectAccessible(page);
});

test('an address of another site never becomes the way on after signing in', async ({ page }) => {
  await page.goto('/sign-in?next=//elsewhere.example/take');
  await signIn(page, signInOf('risk_owner'));
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
});
