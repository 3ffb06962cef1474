import { DEMO_PASSWORD } from '../db/seed/people';
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible';
import { expect, test } from './support/journey';
import { askApi, confirmDerived, openEverything, placeOf, sign, signedThing } from './support/sign-off';
import { mark, submitChange } from './support/steps';

test.use({ role: 'engineer' });
test.describe.configure({ timeout: 300_000 });

const proposal = (title: string) => ({ device: 'XTR telemetry receiver', kind: /^Segmentation/, title });

test('a change goes from proposal through four people to verified closure, and a changed fact lets a signature fall', async ({
  page,
  pageOf,
}) => {
  const title = `Move the telemetry receivers to a segment of their own ${mark()}`;
  const address = await submitChange(page, proposal(title));
  await page.getByRole('link', { name: 'Sign-off', exact: true }).first().click();
  await expect(page.getByText('these would sign, as things stand now')).toBeVisible();
  await page.getByRole('button', { name: 'Put to sign-off' }).click();
  await expect(placeOf(page, 'author (clinical engineering)').getByText('next to sign')).toBeVisible();
  await sign(page, /^authorship/);
  await expect(page.getByText(/derived answers on the path still have to be confirmed/)).toBeVisible();
  await expect(page.getByText(/^Open first: /)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await confirmDerived(page);
  await openEverything(page);
  await sign(page, /^authorship/);
  await expect(placeOf(page, 'author (clinical engineering)').getByText('J. Lindqvist')).toBeVisible();

  // Somebody learns better: what the author signed is not what is known any more.
  const regulatory = await pageOf('regulatory_affairs');
  await regulatory.goto(`${address}/facts`);
  await expect(regulatory.getByRole('heading', { level: 1 })).toBeVisible();
  const answered = await askForFact(regulatory, address);
  expect(answered).toBe(true);
  await page.goto(`${address}/sign-off`);
  await expect(placeOf(page, 'author (clinical engineering)').getByText(/^Fell on /)).toBeVisible();
  await expect(placeOf(page, 'author (clinical engineering)').getByText('has to sign again')).toBeVisible();
  await expectAccessible(page);
  if ((await page.getByText(/\d+ to confirm/).count()) > 0) await confirmDerived(page);
  await openEverything(page);
  await sign(page, /^authorship/);
  await expect(placeOf(page, 'clinical safety officer').getByText('next to sign')).toBeVisible();

  for (const [role, place, meaning] of [
    ['clinical_safety', 'clinical safety officer', /^review/],
    ['regulatory_affairs', 'regulatory affairs', /^review/],
    ['risk_owner', 'risk owner', /^approval$/],
  ] as const) {
    const theirs = await pageOf(role);
    await theirs.goto(`${address}/sign-off`);
    await openEverything(theirs);
    await sign(theirs, meaning);
    await expect(
      placeOf(theirs, place).getByText(role === 'risk_owner' ? 'approved' : 'reviewed', { exact: true }),
    ).toBeVisible();
    await theirs.close();
  }

  await page.goto(`${address}/carry-out`);
  await page.getByRole('button', { name: 'Begin to carry it out' }).click();
  await page.getByRole('radio', { name: /^All/ }).check();
  await page.getByRole('radio', { name: /^done/i }).first().check();
  await page.getByRole('radio', { name: /^passed/i }).check();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: 'Put it to verification' }).click();
  await expect(page.getByText('You cannot close it now')).toBeVisible();
  await expectAccessible(page);

  await regulatory.goto(`${address}/carry-out`);
  await regulatory.getByRole('radio', { name: /^as planned/i }).check();
  await regulatory.getByLabel('Your password').fill(DEMO_PASSWORD);
  await regulatory.getByRole('button', { name: 'Sign the verification' }).click();
  await expect(regulatory.getByText('closed', { exact: true })).toBeVisible();
  await expectAccessible(regulatory);
  await regulatory.goto(`${address}/sign-off`);
  await expect(regulatory.getByRole('region', { name: 'Everything that was signed' })).toContainText('verifier');
});

/** Answers one fact on the page where facts are kept. */
async function askForFact(page: import('@playwright/test').Page, address: string): Promise<boolean> {
  const answer = await page.evaluate(async (path) => {
    const csrf = document.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? '';
    const body = new URLSearchParams({
      csrf,
      intent: 'state-fact',
      key: 'solely_strengthens_cybersecurity',
      value: 'yes',
      because: 'Nothing else changes.',
    });
    const sent = await fetch(`${path}?index`, { method: 'POST', body, redirect: 'follow' });
    return sent.ok;
  }, address);
  return answer;
}

test('nobody approves their own proposal, whichever way it is asked', async ({ pageOf }) => {
  const page = await pageOf('regulatory_affairs');
  const address = await submitChange(page, proposal(`Own proposal ${mark()}`));
  await page.goto(`${address}/sign-off`);
  await page.getByRole('button', { name: 'Put to sign-off' }).click();
  await confirmDerived(page);
  await openEverything(page);
  const places = page
    .getByRole('region', { name: 'Sign', exact: true })
    .getByRole('radio', { name: /^regulatory affairs/ });
  await expect(places).toHaveCount(0);
  const wish = {
    ...(await signedThing(page)),
    slot: 'regulatory_affairs',
    meaning: 'review',
    proof_password: DEMO_PASSWORD,
  };
  const refused = await askApi(page, `/api/v1${address}/signatures`, wish);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('You proposed this change');
  const wrong = await askApi(page, `/api/v1${address}/signatures`, { ...wish, proof_password: 'not it' });
  expect(wrong.text).toContain('not your password');
});
