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
  // Beside Home stands how much waits.
  await navigation.getByRole('link', { name: new RegExp(`^${name}\\b`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A few signs that nothing else in the database has, so that what a journey makes is found again. */
export const mark = (): string => crypto.randomUUID().slice(0, 8);

/** The list "What would decide it" on the page of a change, most decisive first. */
export const openQuestions = (page: Page) => page.getByRole('region', { name: 'What would decide it' });

interface Proposal {
  /** What to search the register for; the first model found is taken. */
  device: string;
  kind: RegExp;
  title: string;
}

/** Goes through the steps of a proposal with everything unknown left unknown, up to the page on which it is submitted. */
export async function propose(page: Page, { device, kind, title }: Proposal): Promise<void> {
  await page.goto(`/changes/new?q=${encodeURIComponent(device)}`);
  await page
    .getByRole('link', { name: /^Choose / })
    .first()
    .click();
  await page.getByLabel('Title (required)').fill(title);
  await page.getByRole('checkbox', { name: kind }).check();
  await page.getByRole('radio', { name: /^All of the model/ }).check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('radio', { name: /^The hospital itself/ }).check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The facts that decide');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check and submit');
}

/** Proposes a change and submits it; the page of the change is then open. Returns its address. */
export async function submitChange(page: Page, proposal: Proposal): Promise<string> {
  await propose(page, proposal);
  await page.getByRole('button', { name: 'Submit for assessment' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(proposal.title);
  await expect(page.getByText('Assessment 1 ·')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Adds a device model with a maker of its own; its page is then open. */
export async function addModel(page: Page, name: string): Promise<void> {
  await page.goto('/devices/new');
  await page.getByLabel('Maker (required)').selectOption({ label: 'Another, named beside' });
  await page.getByLabel('New maker').fill(`Maker of ${name}`);
  await page.getByLabel('Name (required)').fill(name);
  await page.getByLabel('Kind of device (required)').fill('syringe pump');
  await page.getByRole('button', { name: 'Add model' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}
