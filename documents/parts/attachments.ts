/**
 * Files inside a PDF/A-3: each with its kind (MIME), its date and how it belongs to the document, listed in the catalogue
 * as associated files. Done after rendering, because the renderer cannot; the same input gives the same bytes.
 */
import { AFRelationship, PDFDocument } from 'pdf-lib';
import { z } from 'zod';
import { ReplyForm } from '../../app/features/letters/reply-form';

export const FORM_FILE = 'reply-form.json';
export const SCHEMA_FILE = 'reply-form.schema.json';

const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** JSON Schema (2020-12) of the reply form, as it is embedded beside the form. */
export const replyFormSchema = () => ({
  ...z.toJSONSchema(ReplyForm),
  title: 'Reply to a letter: questions, fixed answers, and the answers given',
});

/** Opens a rendered file for additions; nothing in it changes by being opened. */
export const openPdf = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });

/** Writes it as one plain file: no compressed object streams, which a signature or a simple reader could not follow. */
export const closePdf = (pdf: PDFDocument) =>
  pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });

/**
 * Puts the questions of a letter into its PDF, with their schema.
 * @param issuedAt date of the embedded files
 */
export async function attachReplyForm(pdf: PDFDocument, form: ReplyForm, issuedAt: Date): Promise<void> {
  const dates = { creationDate: issuedAt, modificationDate: issuedAt };
  await pdf.attach(json(form), FORM_FILE, {
    ...dates,
    mimeType: 'application/json',
    description: 'The questions of this letter; send it back with "answers" filled in',
    afRelationship: AFRelationship.Data,
  });
  await pdf.attach(json(replyFormSchema()), SCHEMA_FILE, {
    ...dates,
    mimeType: 'application/schema+json',
    description: `JSON Schema of ${FORM_FILE}`,
    afRelationship: AFRelationship.Schema,
  });
}
