/** The entry of a rendering thread (built into build/document-worker.js); see render.server.ts. */
import type { DocumentKind, DocumentModels } from './catalogue.server';
import { DocumentTooLong, type RenderedDocument } from './refusals';
import { render } from './render';
import { type SealAnswer, SealRefused, type SealTask } from './seal/incremental';
import { seal } from './seal/seal';
import type { TextAnswer, TextTask } from './text/extract';

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

/** Opening a certificate and signing take as long as a page does, so they are kept away from pages too. */
export async function sealTask({ bytes, p12, passphrase, at, reason, name }: SealTask): Promise<SealAnswer> {
  try {
    return { ok: true, bytes: await seal(bytes, { p12, passphrase }, { at: new Date(at), reason, name }) };
  } catch (error) {
    if (error instanceof SealRefused) return { ok: false, message: error.message };
    throw error;
  }
}

/** Reading what others send; the reader is loaded only by the thread that reads. */
export async function textTask(task: TextTask): Promise<TextAnswer> {
  const { extractText } = await import('./text/extract');
  return extractText(task);
}
