import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** An auditor far from the hospital: one page from disk, one pack, no network. */
test.describe('offline, from disk', () => {
  test.use({ offline: true });
  const page$ = pathToFileURL(join(process.cwd(), 'build', 'verify.html')).href;
  const folder = mkdtempSync(join(tmpdir(), 'changemark-offline-'));
  let good: Buffer;
  let trail: string;

  test.beforeAll(async () => {
    process.env.CHANGEMARK_DATA = folder;
    const { goodBundle, trailText } = await import('../app/audit/testing/bundle');
    good = Buffer.from(goodBundle());
    trail = trailText();
    delete process.env.CHANGEMARK_DATA;
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = async (page: Page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => asked.push(`error: ${error.message}`));
    await page.goto(page$);
    return asked;
  };
  const choose = (page: Page, name: string, content: Buffer | string) =>
    page
      .getByLabel('Choose a file', { exact: true })
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

  test('a good pack holds: who signed what and when, order, gaps, digests', async ({ page }) => {
    const asked = await open(page);
    await choose(page, 'pack.zip', good);
    await expect(page.getByRole('heading', { name: 'Everything holds' })).toBeFocused();
    const row = page.getByRole('row', { name: /Kofi Mensah/ }).first();
    await expect(row).toContainText('approve: Exposure outweighs the risk of the patch');
    await expect(row).toContainText('18 Nov 2026, 09:14 UTC');
    await row.getByText('snapshots/CM-2026-000001-1.json').click();
    await expect(row).toContainText('Is it a security update?: yes');
    await expect(page.getByRole('row', { name: /Order and gaps/ })).toContainText('numbered without a gap');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(asked).toEqual([page$]);
  });

  test('a pack in which one byte is another one does not, and the place is named', async ({ page }) => {
    await open(page);
    const bad = Buffer.from(good);
    const at = bad.indexOf('letters/CM-2026-000001-L01.pdf') + 40;
    bad[at] = (bad[at] ?? 0) ^ 4;
    await choose(page, 'pack.zip', bad);
    await expect(page.getByRole('heading', { name: /Not as it was/ })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'letters/CM-2026-000001-L01.pdf' })).toBeVisible();
  });

  test('by dropping it, with a key that was given, and a letter held against the pack', async ({ page }) => {
    await open(page);
    await page.getByText('Something to compare with').click();
    await page.getByLabel(/Public key of the organisation/).fill('another key');
    await page.evaluate((bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], 'pack.zip'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, Array.from(good));
    await expect(page.getByText('the pack is signed with another key than the one you were given')).toBeVisible();
    await choose(page, 'letter.pdf', `%PDF-1.7 a letter ${'.'.repeat(200)}`);
    await expect(page.getByText('It is letters/CM-2026-000001-L01.pdf of the pack, byte for byte.')).toBeVisible();
    await choose(page, 'letter.pdf', '%PDF-1.7 another letter');
    await expect(page.getByText('It is not in the pack')).toBeVisible();
  });

  test('an exported record, whole and with a gap', async ({ page }) => {
    await open(page);
    await choose(page, 'record.ndjson', trail);
    await expect(page.getByRole('heading', { name: 'Everything holds' })).toBeVisible();
    await choose(page, 'record.ndjson', trail.split('\n').toSpliced(1, 1).join('\n'));
    await expect(page.getByText('event 2 is missing: the next one is 3')).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`fits a telephone, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 800 });
      await open(page);
      await choose(page, 'pack.zip', good);
      await expect(page.getByRole('heading', { name: 'Everything holds' })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
      expect(violations.map(({ nodes }) => nodes[0]?.html)).toEqual([]);
    });
  }

  test('one file: nothing of it lies elsewhere', () => {
    expect(existsSync(join('build', 'verify.html'))).toBe(true);
    const text = readFileSync(join('build', 'verify.html'), 'utf8');
    expect(text).toContain("default-src 'none'; script-src 'sha256-");
    const page = text.replace(/<script>.*<\/script>/s, '');
    expect(/<(link|img|iframe|script)\b|@import|url\(/.test(page)).toBe(false);
  });
});
