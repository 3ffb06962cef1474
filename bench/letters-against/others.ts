/** The same letter printed by other programs that are on this machine. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../bin/chromium.js';

const run = promisify(execFile);

/** A started Chromium, or undefined where there is none. It stays open: only printing is measured. */
export async function startChromium(): Promise<Browser | undefined> {
  const executablePath = await findChromium();
  if (!executablePath) return undefined;
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
}

/** One letter by print: the page gets the HTML and is printed on A4 with page numbers. */
export async function printByChromium(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' });
  return page.pdf({
    format: 'A4',
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size:8pt;width:100%;text-align:center">page <span class="pageNumber"></span> of <span class="totalPages"></span></div>',
    margin: { top: '2.5cm', bottom: '2.5cm', left: '2.5cm', right: '2.5cm' },
  });
}

const SOFFICE = ['soffice', 'libreoffice'];

/** The command of LibreOffice and its version, or undefined where it is not installed. */
export function findLibreOffice(): { command: string; version: string } | undefined {
  for (const command of SOFFICE) {
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { command, version: stdout.trim() };
  }
  return undefined;
}

/** Converts files of HTML by one call of LibreOffice, with a profile of its own in `folder`. */
export async function printByLibreOffice(command: string, folder: string, html: string, count: number) {
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true });
  const files = Array.from({ length: count }, (_, index) => join(folder, `letter-${index}.html`));
  for (const file of files) writeFileSync(file, html);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const filter = 'pdf:writer_web_pdf_Export';
  await run(command, [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', out, ...files]);
  return files.map((_, index) => readFileSync(join(out, `letter-${index}.pdf`)));
}
