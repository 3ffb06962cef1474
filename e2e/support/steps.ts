/** Verbs that several journeys share: what a person does on a page, by role and label. */
import { expect, type Page } from '@playwright/test';

/** Fills in the sign-in page that is open, and sends it. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Whether the page is so narrow that it is laid out in one column. */
export const isNarrow = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 768;

/** Follows an entry of the main navigation, which is behind a menu on a narrow screen. */
export async function goTo(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  if (isNarrow(page)) await navigation.getByText('Menu', { exact: true }).click();
  await navigation.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A few signs that nothing else in the database has, so that what a journey makes is found again. */
export const mark = (): string => crypto.randomUUID().slice(0, 8);

/** The list "What would decide it" on the page of a change, most decisive first. */
export const openQuestions = (page: Page) => page.getByRole('region', { name: 'What would decide it' });
