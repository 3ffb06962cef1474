/** What people do on the sign-off page of a change. */
import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../db/seed/people';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Confirms every derived answer on the path. */
export async function confirmDerived(page: Page): Promise<void> {
  const panel = region(page, 'Derived answers on the path');
  for (const box of await panel.getByRole('checkbox').all()) await box.check();
  await panel.getByRole('button', { name: 'Confirm what is ticked' }).click();
  await expect(panel.getByText('all confirmed')).toBeVisible();
}

/** Opens all that has to be read, one press each. */
export async function openEverything(page: Page): Promise<void> {
  const open = region(page, 'To be read before signing').getByRole('button', { name: 'Open' });
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click();
    await expect(open).toHaveCount(left - 1);
  }
}

/** Signs with the demonstration's password; the page says afterwards who signed. */
export async function sign(page: Page, meaning: RegExp, place?: RegExp): Promise<void> {
  const panel = region(page, 'Sign');
  if (place) await panel.getByRole('radio', { name: place }).check();
  await panel.getByRole('radio', { name: meaning }).check();
  await panel.getByLabel('Your password').fill(DEMO_PASSWORD);
  await panel.getByRole('button', { name: /^Sign CM-/ }).click();
}

/** The line of one place of the route. */
export const placeOf = (page: Page, place: string) =>
  region(page, 'Who signs')
    .getByRole('row')
    .filter({ has: page.getByText(place, { exact: true }) });

/** Asks the interface over HTTP, as the signed-in person, and returns what it answers. */
export const askApi = (page: Page, path: string, body: object): Promise<{ status: number; text: string }> =>
  page.evaluate(
    async ([to, json]) => {
      const answer = await fetch(to as string, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(json),
      });
      return { status: answer.status, text: await answer.text() };
    },
    [path, body] as const,
  );

/** What the form on the page would sign. */
export const signedThing = async (page: Page) => ({
  round: await page.locator('input[name="round"]').inputValue(),
  snapshot: await page.locator('input[name="snapshot"]').inputValue(),
});
