import { expectAccessible } from './support/accessible';
import { expect, test } from './support/journey';
import { mailAbout, mailFor } from './support/post-office';
import { mark, submitChange } from './support/steps';

/** Follows the address in an e-mail, with the server's own host. */
const linkIn = (text: string): string => {
  const found = /https?:\/\/\S+\/reply\/[A-Za-z0-9_-]{43}/.exec(text)?.[0];
  if (!found) throw new Error(`No reply link in the e-mail:\n${text}`);
  return new URL(found).pathname;
};

test('a letter is drafted, approved by somebody else, sent, answered without an account and confirmed', async ({
  pageOf,
}) => {
  test.slow();
  const title = `Install the roll-up on the telemetry receivers ${mark()}`;
  const desk = `security-${mark()}@maker.example`;
  const engineer = await pageOf('engineer');
  const change = await submitChange(engineer, {
    device: 'XTR telemetry',
    kind: /^Operating-system security patch/,
    title,
  });

  // The engineer drafts it, and may not approve it.
  await engineer.getByText('Draft letter to the supplier').click();
  const documents = engineer.getByRole('region', { name: 'Documents' });
  await documents.getByLabel('To', { exact: true }).selectOption({ index: 1 });
  await documents.getByRole('button', { name: 'Draft letter' }).click();
  await expect(engineer.getByRole('region', { name: 'Approve' })).toBeVisible();
  await expect(engineer.getByRole('button', { name: /^Approve v1\.0/ })).toHaveCount(0);
  const letter = new URL(engineer.url()).pathname;
  await engineer.getByText('Change the e-mail address').click();
  await engineer.getByLabel('E-mail address').first().fill(desk);
  await engineer.getByRole('button', { name: 'Save address' }).click();
  await expectAccessible(engineer);

  // Regulatory affairs reads and approves; it leaves through the mail server once its file is locked.
  const regulatory = await pageOf('regulatory_affairs');
  const thenSend = regulatory.getByLabel(`Then send it by e-mail to ${desk}`);
  await expect(async () => {
    await regulatory.goto(letter);
    await expect(thenSend).toBeVisible({ timeout: 3000 });
  }).toPass();
  await thenSend.check();
  await regulatory.getByRole('button', { name: 'Approve v1.0' }).click();
  const mail = await mailAbout(desk, /CM-\d{4}-\d{6}-L\d\d/);
  expect(mail.attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
  expect(mail.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
  await regulatory.goto(letter);
  await expect(regulatory.getByText('sent', { exact: true }).first()).toBeVisible();
  await expect(regulatory.getByRole('link', { name: 'Download PDF' })).toBeVisible();
  await expectAccessible(regulatory);

  // The supplier opens it on a telephone, without an account.
  const supplier = await pageOf(null);
  await supplier.setViewportSize({ width: 390, height: 844 });
  const address = linkIn(mail.text ?? '');
  await supplier.goto(address);
  await expect(supplier.getByText('Question 1')).toHaveCount(0);
  await expectAccessible(supplier);
  await supplier.getByRole('button', { name: 'Open the letter' }).click();
  await expect(supplier).toHaveURL(/\/reply$/);
  const first = supplier.getByRole('group', { name: /^Question 1:/ });
  await first.getByRole('radio').first().check();
  await first.getByLabel('Comment on question 1').fill('Validated in March on release 4.2.0.');
  await expectAccessible(supplier);
  await supplier.getByRole('button', { name: 'Save and go on' }).click();
  await expect(supplier.getByRole('heading', { level: 1 })).toContainText('iles');
  await supplier.getByLabel('Choose files').setInputFiles({
    name: 'validation summary.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Validation summary: the March update may be installed on release 4.2.0.\n'),
  });
  await supplier.getByRole('button', { name: 'Add to the answer' }).click();
  await expect(supplier.getByText('validation summary.txt').first()).toBeVisible();
  await expectAccessible(supplier);
  await supplier.goto('/reply/review');
  await supplier.getByLabel('Your name').fill('Dr. Ada Marsh');
  await supplier.getByRole('textbox', { name: /^Your role/ }).fill('Head of product security');
  await expectAccessible(supplier);
  await supplier.getByRole('button', { name: /^Send to/ }).click();
  await expect(supplier).toHaveURL(/\/reply\/receipt/);
  await expect(supplier.getByRole('link', { name: /PDF/ }).first()).toBeVisible();
  await expectAccessible(supplier);

  // Whoever opens the link again sees that it was answered, and nothing of the answer.
  const replay = await pageOf(null);
  const again = await replay.request.get(address);
  expect(again.status()).toBe(410);
  expect(await again.text()).not.toContain('Ada Marsh');

  // Regulatory affairs confirms the first answer by name: the change is assessed again and says so.
  await regulatory.goto(letter);
  await expect(regulatory.getByText('answered', { exact: true }).first()).toBeVisible();
  await regulatory
    .getByRole('region', { name: /^Replies/ })
    .getByRole('link')
    .first()
    .click();
  await expect(regulatory.getByText('Dr. Ada Marsh').first()).toBeVisible();
  await expect(regulatory.getByText('validation summary.txt').first()).toBeVisible();
  await expectAccessible(regulatory);
  await regulatory.getByRole('button', { name: 'Confirm in my name' }).first().click();
  await expect(regulatory.getByText(/^Confirmed by/).first()).toBeVisible();
  await regulatory.goto(change);
  await expect(regulatory.getByText('Changed by the supplier’s answer')).toBeVisible();
  await expect(regulatory.getByText('Assessment 2 ·')).toBeVisible();
  await expectAccessible(regulatory);

  expect((await mailFor(desk)).length, 'one e-mail, once').toBe(1);
});

test.describe('in the demonstration', () => {
  test.use({ role: 'regulatory_affairs' });

  test('two answers of one maker contradict each other, and both stand side by side', async ({ page }) => {
    await page.goto('/contradictions');
    await page
      .getByRole('main')
      .getByRole('link', { name: /may|permission|authoris/i })
      .first()
      .click();
    await expect(page.getByRole('blockquote')).toHaveCount(2);
    await expectAccessible(page);
  });
});
