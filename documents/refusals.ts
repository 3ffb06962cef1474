/** What rendering gives, and why it may refuse; apart from the renderer, so that pages can know it without loading it. */

export interface RenderedDocument {
  bytes: Uint8Array;
  /** Of the bytes, hex. */
  sha256: string;
  /** Of the canonical model, hex; printed at the foot of every page. */
  contentSha256: string;
  pages: number;
}

/** Characters of a model (as JSON) above which it is refused: about 500 pages. */
export const MOST_CHARACTERS = 1_500_000;

/** The model holds more text than can sensibly be printed. */
export class DocumentTooLong extends Error {
  readonly status = 413;
  constructor(readonly characters: number) {
    super(`The document would hold ${characters} characters; at most ${MOST_CHARACTERS} can be printed.`);
    this.name = 'DocumentTooLong';
  }
}
