/** What tests look at in a rendered PDF: text by page, fonts, outline, properties. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { page } from '../theme';

export interface PrintedItem {
  text: string;
  page: number;
  /** Points from the left and from the bottom of the page. */
  x: number;
  y: number;
  width: number;
}

export interface ReadPdf {
  pages: string[];
  items: PrintedItem[];
  info: Record<string, unknown>;
  outline: string[];
}

/** Opens a PDF with an independent reader. Scripts and embedded programs are never run. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false, isEvalSupported: false });
  const document = await task.promise;
  const pages: string[] = [];
  const items: PrintedItem[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    let text = '';
    for (const item of content.items.filter((one) => 'str' in one)) {
      text += item.str + (item.hasEOL ? '\n' : '');
      items.push({
        text: item.str,
        page: number,
        x: item.transform[4] ?? 0,
        y: item.transform[5] ?? 0,
        width: item.width,
      });
    }
    pages.push(text.replace(/[ \t]+\n/g, '\n').trim());
  }
  const { info } = await document.getMetadata();
  const outline = (await document.getOutline()) ?? [];
  await task.destroy();
  return { pages, items, info: { ...info }, outline: outline.map((entry) => entry.title) };
}

/** Words that stand in a margin, or below the foot of the page, each with its page. */
export const outside = (read: ReadPdf): string[] =>
  read.items
    .filter(
      ({ text, x, y, width }) =>
        text.trim() !== '' && (x < page.margin - 1 || x + width > page.width - page.margin + 1.5 || y < 20),
    )
    .map((item) => `${item.page}: ${item.text}`);

/** Text by page as a golden file holds it. The content hash and the date it rests on stay: they are part of the text. */
export function goldenText(read: ReadPdf): string {
  return `${read.pages.map((page, index) => `=== page ${index + 1} ===\n${page}`).join('\n\n')}\n`;
}

/** Names of the fonts in the file and whether the program of each is embedded, read from its objects. */
export function fontsIn(bytes: Uint8Array): { name: string; embedded: boolean }[] {
  const text = Buffer.from(bytes).toString('latin1');
  const descriptors = text.match(/\/Type \/FontDescriptor[\s\S]*?>>/g) ?? [];
  const fonts = descriptors.map((descriptor) => ({
    name: /\/FontName \/([^\s/]+)/.exec(descriptor)?.[1] ?? '',
    embedded: /\/FontFile[23]? \d+ 0 R/.test(descriptor),
  }));
  // A simple font without a descriptor is one of the fourteen that a reader is expected to bring along.
  const bare = (text.match(/\/Subtype \/Type1\b[\s\S]*?>>/g) ?? []).map((font) => ({
    name: /\/BaseFont \/([^\s/]+)/.exec(font)?.[1] ?? 'unnamed',
    embedded: false,
  }));
  return [...fonts, ...bare];
}
