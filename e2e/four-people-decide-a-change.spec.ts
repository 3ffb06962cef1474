import { DEMO_PASSWORD } from '../db/seed/people';
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible';
import { expect, test } from './support/journey';
import { addPerson, byName, comeInFirst, withAuthenticator } from './support/second-factors';
import { askApi, confirmDerived, openEverything, placeOf, sign, signedThing } from './support/sign-off';
import { mark, submitChange } from './support/steps';

test.use({ role: 'engineer' });
test.describe.configure({ timeout: 300_000 });

const proposal = (title: string) => ({ device: 'XTR telemetry receiver', kind: /^Network segmentation/, title });

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
  await regulatory.getByRole('radio', { name: /^with deviations/ }).check();
  await regulatory.getByLabel('In your words').fill('The checklist was kept on paper and is filed with the ward.');
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

test('a deputy signs with a passkey in the place of somebody who is away, and the result says so', async ({
  page,
  pageOf,
}) => {
  const administrator = await pageOf('administrator');
  const newcomer = await addPerson(administrator);
  const theirs = await pageOf(null);
  await withAuthenticator(theirs);
  const password = await comeInFirst(theirs, newcomer, byName);
  await theirs.goto(byName('/account'));
  await theirs.getByLabel('Your password').fill(password);
  await theirs.getByRole('button', { name: 'I accept' }).click();
  await theirs.goto(byName('/account/factors/passkey'));
  await theirs.getByLabel('Name (required)').fill('Telephone');
  await theirs.getByLabel('Your password').fill(password);
  await theirs.getByRole('button', { name: 'Go on' }).click();
  await theirs.getByRole('button', { name: 'Make the passkey' }).click();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('The passkey is added');

  const safety = await pageOf('clinical_safety');
  await safety.goto('/settings/delegations/new');
  const deputies = safety.getByLabel('Who signs in the place?');
  const deputy = await deputies.getByRole('option', { name: newcomer.name }).getAttribute('value');
  await deputies.selectOption(deputy);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await safety.getByLabel('Last day').fill(inAWeek);
  await safety.getByLabel('Why?').fill('On a course until the end of the week.');
  await safety.getByRole('button', { name: 'Delegate' }).click();
  await expect(safety.getByRole('heading', { level: 1 })).not.toHaveText('Delegate your signature');

  const address = await submitChange(page, proposal(`Signed by a deputy ${mark()}`));
  await page.goto(`${address}/sign-off`);
  await page.getByRole('button', { name: 'Put to sign-off' }).click();
  await confirmDerived(page);
  await openEverything(page);
  await sign(page, /^authorship/);

  await theirs.goto(byName(`${address}/sign-off`));
  await expect(theirs.getByText('You cannot sign yet')).toBeVisible();
  await administrator.goto('/settings/training');
  await administrator.getByLabel('Name', { exact: true }).fill(newcomer.name);
  await administrator.getByLabel('Name', { exact: true }).press('Enter');
  await administrator.getByRole('link', { name: newcomer.name }).click();
  await administrator.getByLabel(/^Completed on/).fill(new Date().toISOString().slice(0, 10));
  await administrator.getByLabel(/^Where it can be seen/).fill('Attendance list of today.');
  await administrator.getByRole('button', { name: /^Record/ }).click();
  await theirs.reload();
  await openEverything(theirs);
  const pen = theirs.getByRole('region', { name: 'Sign', exact: true });
  await pen.getByRole('radio', { name: /^clinical safety officer/ }).check();
  await pen.getByRole('radio', { name: /^review/ }).check();
  await pen.getByRole('button', { name: 'Use a passkey' }).click();
  const line = placeOf(theirs, 'clinical safety officer');
  await expect(line.getByText(newcomer.name)).toBeVisible();
  await expect(line).toContainText(/for Dr Helen Whitcombe, under delegation \d+, until /);
  await expect(line).toContainText('passkey');
  await expectAccessible(theirs);
});

test('an emergency that was signed too late says so for good, to everybody', async ({ pageOf }) => {
  const page = await pageOf('auditor');
  await page.goto('/changes?q=Close+the+remote+service+port+of+the+telemetry+server');
  await page
    .getByRole('link', { name: /Close the remote service port/ })
    .first()
    .click();
  await expect(page.getByText(/Not signed in time: all had signed/)).toBeVisible();
  await expectAccessible(page);
});
