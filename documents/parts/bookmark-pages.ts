/** On which pages the bookmarks of a rendered document stand. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib';

/** Pages (from 1) of the bookmarks of the first level, in their order. */
export async function bookmarkPages(bytes: Uint8Array): Promise<number[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  const found: number[] = [];
  let item = outlines?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item) {
    const [page] = item.lookupMaybe(PDFName.of('Dest'), PDFArray)?.asArray() ?? [];
    found.push(page instanceof PDFRef ? (pages.get(page.toString()) ?? 1) : 1);
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return found;
}
