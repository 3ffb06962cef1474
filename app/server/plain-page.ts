import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: string) => value.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** A whole page without scripts or styles, for what is refused before Remix sees it. */
export function plainPage(status: number, sentence: string): string {
  const title = text(`${STATUS_CODES[status] ?? 'Error'} · Changemark`);
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main><h1>${text(STATUS_CODES[status] ?? 'Error')}</h1><p>${text(sentence)}</p><p><a href="/">Back to Changemark</a></p></main></body>
</html>
`;
}

/** Answers with such a page. */
export function refuse(response: Response, status: number, sentence: string): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(plainPage(status, sentence));
}
