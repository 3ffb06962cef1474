import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { mark, openQuestions, propose, submitChange } from './support/steps';

test.use({ role: 'engineer' });

const DEVICE = { device: 'XTR telemetry', kind: /^Operating-system security patch/ };

test('two people edit the same proposal: the second is told what the first saved and loses nothing', async ({
  page,
  pageOf,
}) => {
  const title = `Install the roll-up ${mark()}`;
  await propose(page, { ...DEVICE, title });
  await page.getByRole('link', { name: 'Edit what is proposed' }).click();
  await expect(page.getByLabel('Description')).toBeVisible();
  const second = await pageOf('regulatory_affairs');
  await second.goto(page.url());

  await page.getByLabel('Description').fill('One unit first, on ward 7.');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where it lands, and who makes it');

  await second.getByLabel('Description').fill('All units in one night.');
  await second.getByLabel('Needed by').fill('2026-12-18');
  await second.getByRole('button', { name: 'Save and go on' }).click();
  await expect(second.getByText('Somebody saved this proposal while you were editing it')).toBeVisible();
  await expect(second.getByText('One unit first, on ward 7.')).toBeVisible();
  await expect(second.getByLabel('Description')).toHaveValue('All units in one night.');
  await expect(second.getByLabel('Needed by')).toHaveValue('2026-12-18');
  await expectAccessible(second);
  await second.getByLabel('Description').fill('One unit first, on ward 7; then all units in one night.');
  await second.getByRole('button', { name: 'Save and go on' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Where it lands, and who makes it');

  await page.goto(page.url().replace(/\/edit\/.*/, '/edit/check'));
  await expect(page.getByText('One unit first, on ward 7; then all units in one night.')).toBeVisible();
  await expect(page.getByText('18 Dec 2026')).toBeVisible();
});

test('two people answer the same question: the second sees the first answer before theirs can stand', async ({
  page,
  pageOf,
}) => {
  const address = await submitChange(page, { ...DEVICE, title: `Install the roll-up ${mark()}` });
  const second = await pageOf('regulatory_affairs');
  await second.goto(address);
  for (const one of [page, second]) {
    const question = openQuestions(one).getByRole('listitem').filter({ hasText: 'published instructions' });
    await question.getByText('Answer', { exact: true }).click();
  }
  const mine = openQuestions(page).getByRole('listitem').filter({ hasText: 'published instructions' });
  await mine.getByRole('radio', { name: 'Not known' }).check();
  await mine.getByLabel('Because').fill('The manual on the ward ends at page 90.');
  await mine.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(page.getByText('The manual on the ward ends at page 90.').first()).toBeVisible();

  const theirs = openQuestions(second).getByRole('listitem').filter({ hasText: 'published instructions' });
  await theirs.getByRole('radio', { name: 'No', exact: true }).check();
  await theirs.getByLabel('Because').fill('The security guide says so on page 12.');
  await theirs.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(theirs.getByText('J. Lindqvist has said something else meanwhile')).toBeVisible();
  await expect(theirs.getByLabel('Because')).toHaveValue('The security guide says so on page 12.');
  await expectAccessible(second);
  await theirs.getByRole('button', { name: 'Record and assess again' }).click();
  await expect(second.getByText('The security guide says so on page 12.').first()).toBeVisible();
  await second.getByRole('link', { name: 'All of it' }).click();
  await expect(second.getByText('J. Lindqvist').first()).toBeVisible();
});
