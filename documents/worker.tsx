/** The entry of a rendering thread (built into build/document-worker.js); see render.server.ts. */
import type { DocumentKind, DocumentModels } from './catalogue.server';
import { DocumentTooLong, type RenderedDocument } from './refusals';
import { render } from './render';

export interface RenderTask {
  kind: DocumentKind;
  model: DocumentModels[DocumentKind];
  issuedAt: string;
}

/** An error class does not survive the way between threads, so a refusal travels as a value. */
export type RenderAnswer = { ok: true; document: RenderedDocument } | { ok: false; characters: number };

export default async function renderTask({ kind, model, issuedAt }: RenderTask): Promise<RenderAnswer> {
  try {
    return { ok: true, document: await render(kind, model, new Date(issuedAt)) };
  } catch (error) {
    if (error instanceof DocumentTooLong) return { ok: false, characters: error.characters };
    throw error;
  }
}
