/** The text of a file that somebody sent, page by page; with bounds on pages, characters and time. Runs in a thread. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface TextTask {
  bytes: Uint8Array;
  /** "pdf" or "text"; anything else is not read. */
  as: 'pdf' | 'text';
}

export type TextAnswer =
  | { ok: true; pages: string[]; whole: boolean }
  /** Damaged, locked with a password, or no text in it. */
  | { ok: false; message: string };

const MOST_PAGES = 400;
const MOST_CHARACTERS = 1_500_000;
const LONGEST_MS = 15_000;

/** Reads the text. Scripts of a PDF and programs in it are never run, and nothing is fetched. */
export async function extractText({ bytes, as }: TextTask): Promise<TextAnswer> {
  if (as === 'text') {
    const text = new TextDecoder('utf-8').decode(bytes).slice(0, MOST_CHARACTERS);
    return text.trim() === ''
      ? { ok: false, message: 'There is no text in this file.' }
      : { ok: true, pages: [text], whole: bytes.length <= MOST_CHARACTERS };
  }
  const began = performance.now();
  const task = getDocument({
    ...{ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, isEvalSupported: false },
    ...{ disableFontFace: true, stopAtErrors: false, enableXfa: false },
  });
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    let characters = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
      if (characters > MOST_CHARACTERS || performance.now() - began > LONGEST_MS) break;
      const content = await (await pdf.getPage(number)).getTextContent();
      const text = content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      characters += text.length;
      pages.push(text);
    }
    if (pages.every((text) => text.trim() === '')) {
      return {
        ok: false,
        message: 'There is no text in this file; it may be a picture of a page. Open it and type the words.',
      };
    }
    return { ok: true, pages, whole: pages.length === pdf.numPages };
  } catch {
    return { ok: false, message: 'This file cannot be read: it is damaged, or locked with a password.' };
  } finally {
    await task.destroy();
  }
}
