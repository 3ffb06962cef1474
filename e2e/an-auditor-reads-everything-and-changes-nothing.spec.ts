import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { recordsOf } from './support/records';
import { goTo } from './support/steps';

test.use({ role: 'auditor' });

/** Buttons that change nothing: filters, verifying, leaving. */
const HARMLESS = /^(Show|Search|Verify the chain|Sign out)$/;

test('an auditor reads every kind of record and is offered nothing that would change one', async ({ page }) => {
  const of = await recordsOf(page);
  for (const address of [
    '/',
    '/devices',
    `/devices/${of.modelId}`,
    `/devices/${of.modelId}/mds2`,
    `/devices/${of.modelId}/certifications/${of.certificationId}`,
    `/units/${of.unitId}`,
    `/suppliers/${of.supplierId}`,
    '/changes',
    `/changes/${of.changeId}`,
    `/changes/${of.changeId}/facts`,
    `/changes/${of.changeId}/documents`,
    `/letters/${of.letterId}`,
    '/library/UK-MDR-H',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
    const buttons = await page.getByRole('button').allTextContents();
    expect(
      buttons.filter((name) => !HARMLESS.test(name.trim())),
      address,
    ).toEqual([]);
    // Links to acts look like buttons; titles of changes may begin with the same words.
    const acts = page.getByRole('main').locator('a.btn');
    const ways = acts.filter({ hasText: /^(Add|Edit|Retire|Propose|Restore)\b/ });
    await expect(ways, address).toHaveCount(0);
  }
});

test('what an auditor may not do is refused when it is sent all the same, and the attempt is on record', async ({
  page,
}) => {
  const of = await recordsOf(page);
  await page.goto(`/changes/${of.changeId}`);
  const csrf = await page.locator('input[name="csrf"]').first().inputValue();
  const before = await page.getByRole('main').textContent();
  for (const [address, fields] of [
    [`/changes/${of.changeId}`, { intent: 'draft-report' }],
    [`/changes/${of.changeId}`, { intent: 'answer-question', key: 'UK-MDR-H/UK-H6', value: 'no', because: 'x' }],
    [`/changes/${of.changeId}`, { intent: 'answer-safety', key: 'downtime', verdict: 'fine' }],
    [`/changes/${of.draftId}`, { intent: 'withdraw', version: '1', reason: 'x' }],
    [`/changes/${of.draftId}/edit/what`, { title: 'x', version: '1' }],
    ['/changes/new', { title: 'x', modelId: of.modelId }],
    ['/devices/new', { name: 'x', kind: 'x' }],
    [`/devices/${of.modelId}/edit`, { name: 'x', version: '1' }],
    [`/devices/${of.modelId}/certifications/${of.certificationId}/edit`, { number: 'x', version: '1' }],
    [`/units/${of.unitId}/retire`, { intent: 'retire', reason: 'x' }],
    [`/suppliers/${of.supplierId}/contacts/new`, { name: 'x' }],
    ['/people/new', { name: 'x', email: 'x@hospital.example', role: 'administrator' }],
  ] as const) {
    const answer = await page.request.post(address, { form: { csrf, ...fields }, maxRedirects: 0 });
    expect(answer.status(), `POST ${address}`).toBe(403);
  }
  await page.reload();
  expect(await page.getByRole('main').textContent()).toBe(before);
  await page.goto('/devices/new');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not allowed');
  await expectAccessible(page);
  await page.goto('/record?action=access.refused');
  const attempt = page.getByRole('row').filter({ hasText: '/devices/new' });
  await expect(attempt.first()).toContainText('Was refused access');
});

test('an auditor narrows the record, verifies its chain, and takes it away to check it offline', async ({ page }) => {
  await page.goto('/');
  await goTo(page, 'Record');
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText('The chain holds')).toBeVisible();
  const head = String(
    await page
      .getByText(/^[0-9a-f]{64}$/)
      .first()
      .textContent(),
  );
  await expectAccessible(page);

  await page.getByLabel('Person').selectOption({ label: 'Amara Osei' });
  await page.getByLabel('Act', { exact: true }).selectOption({ label: '– Drafted a document' });
  await page.getByRole('button', { name: 'Show' }).click();
  const events = page.getByRole('region', { name: 'Events' });
  await expect(events.getByText('Drafted a document').first()).toBeVisible();
  await expect(events.getByText('Signed in', { exact: true })).toHaveCount(0);
  await events.getByText('Drafted a document').first().click();
  await expect(events.getByText('Hash of the event before').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.getByLabel('A head you noted earlier, if you have one').fill(head);
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/The head you noted is event \d+/)).toBeVisible();

  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export all (NDJSON)' }).click();
  const lines = (await (await (await started).createReadStream()).toArray()).join('').trim().split('\n');
  const trail = lines.map((line) => JSON.parse(line)).filter((one) => typeof one.seq === 'number');
  expect(trail.length).toBeGreaterThan(100);
  for (const [at, event] of trail.entries()) {
    if (at > 0) expect(event.previousHash, `event ${event.seq}`).toBe(trail[at - 1].hash);
  }
  expect(trail.map((event) => event.hash)).toContain(head);
});
