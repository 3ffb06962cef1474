import { PDFDocument, StandardFonts } from 'pdf-lib';
import { expect, it } from 'vitest';
import { extractText } from './extract';

async function pdfOf(pages: string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of pages) pdf.addPage().drawText(text, { x: 50, y: 700, size: 10, font });
  return pdf.save();
}

it('reads the text of a PDF page by page', async () => {
  const bytes = await pdfOf(['KB4012212 may be installed.', 'Not affected by CVE-2017-0144.']);
  expect(await extractText({ bytes, as: 'pdf' })).toEqual({
    ok: true,
    pages: ['KB4012212 may be installed.', 'Not affected by CVE-2017-0144.'],
    whole: true,
  });
});

it.each([
  ['no PDF', Buffer.from('hello'), 'pdf', 'cannot be read'],
  ['half of one', Buffer.from('%PDF-1.7\n1 0 obj <<'), 'pdf', 'cannot be read'],
  ['nothing', Buffer.from('  '), 'text', 'no text'],
] as const)('says of %s why there is none', async (_, bytes, as, words) => {
  expect(await extractText({ bytes, as })).toEqual({ ok: false, message: expect.stringContaining(words) });
});

it('says of a page without text that it may be a picture', async () => {
  expect(await extractText({ bytes: await pdfOf(['']), as: 'pdf' })).toMatchObject({ ok: false });
});
