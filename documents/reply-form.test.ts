/** The questions as data inside the letter, and as a form to fill in. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFStream, PDFString } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { ReplyForm } from '../app/features/letters/reply-form';
import { catalogue, documentKinds } from './catalogue.server';
import { FORM_FILE, SCHEMA_FILE } from './parts/attachments';
import { readAttachments, readReplyForm } from './read-reply-form.server';
import { render } from './render';
import { renderDocument, stopRendering } from './render.server';

afterAll(stopRendering);

const issuedAt = new Date('2026-11-23T00:00:00Z');
const carrying = documentKinds.flatMap((kind) =>
  Object.entries(catalogue[kind].samples)
    .map(([name, { model }]) => ({ kind, name, model, form: catalogue[kind].form?.(model as never) }))
    .filter(({ form, name }) => form && name !== 'longest'),
);
const draw = async (kind: (typeof carrying)[number]['kind'], model: unknown) =>
  (await render(kind, model as never, issuedAt)).bytes;

const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));

describe.each(carrying)('$kind, sample $name', ({ kind, model, form }) => {
  it('carries its questions with a schema that they keep', async () => {
    const bytes = await draw(kind, model);
    const files = await readAttachments(bytes);
    expect(files.map((file) => file.name)).toEqual([FORM_FILE, SCHEMA_FILE]);
    const embedded = json(files[0]?.bytes);
    expect(embedded).toEqual(form);
    expect(await readReplyForm(bytes)).toEqual(form);
    expect(ReplyForm.safeParse(embedded).success).toBe(true);
    const schema = json(files[1]?.bytes);
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const valid = ajv.compile(schema as object);
    expect(valid(embedded), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...form, questions: [{ number: 0 }] })).toBe(false);
    expect(valid({ ...form, unknown: true })).toBe(false);
  });
});

describe('the embedded files', () => {
  const letter = catalogue['supplier-request-letter'].samples.ordinary;
  if (!letter) throw new Error('no ordinary sample');

  it('are associated with the document as PDF/A-3 wants it', async () => {
    const pdf = await PDFDocument.load(await draw('supplier-request-letter', letter.model), { updateMetadata: false });
    const associated = pdf.catalog.lookup(PDFName.of('AF'), PDFArray);
    const specs = associated.asArray().map((ref) => pdf.context.lookup(ref, PDFDict));
    expect(specs.map((spec) => String(spec.get(PDFName.of('AFRelationship'))))).toEqual(['/Data', '/Schema']);
    for (const spec of specs) {
      expect(String(spec.get(PDFName.of('Type')))).toBe('/Filespec');
      const names = ['F', 'UF'].map((key) => spec.lookup(PDFName.of(key)));
      for (const name of names) expect(name instanceof PDFString || name instanceof PDFHexString).toBe(true);
      const stream = spec.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'), PDFStream);
      expect(stream).toBeInstanceOf(PDFRawStream);
      expect(String(stream.dict.get(PDFName.of('Subtype')))).toMatch(/^\/application#2F(schema\+)?json$/);
      const date = stream.dict.lookup(PDFName.of('Params'), PDFDict).lookup(PDFName.of('ModDate'), PDFString);
      expect(date.decodeDate()).toEqual(issuedAt);
    }
  });

  it('are found by another reader', async () => {
    const task = getDocument({ data: (await draw('supplier-request-letter', letter.model)).slice(), verbosity: 0 });
    const found = await (await task.promise).getAttachments();
    expect(Object.keys(found)).toEqual([FORM_FILE, SCHEMA_FILE]);
    expect(json(found[FORM_FILE].content)).toEqual(letter.model.form);
    await task.destroy();
  });

  it('are left out of a letter without questions as data', async () => {
    const { form: _form, ...without } = letter.model;
    const bytes = await draw('supplier-request-letter', without);
    expect(await readAttachments(bytes)).toEqual([]);
    expect(await readReplyForm(bytes)).toBeNull();
  });

  it('hold what no font can draw, as it was written', async () => {
    const { form } = letter.model;
    const [first] = form?.questions ?? [];
    if (!form || !first) throw new Error('no form');
    const odd = { ...form, questions: [{ ...first, text: 'A \u{1F600} and \ue000, \u202ealmost' }] };
    expect(await readReplyForm(await draw('supplier-request-letter', { ...letter.model, form: odd }))).toEqual(odd);
  });

  it('come with the same bytes from every thread', async () => {
    const here = await render('supplier-request-letter', letter.model, issuedAt);
    const there = await renderDocument('supplier-request-letter', letter.model, issuedAt);
    expect(there.sha256).toBe(here.sha256);
  });

  it('are null in anything else', async () => {
    for (const text of [
      '',
      'not a PDF',
      '%PDF-1.7\n',
      '%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj trailer <</Root 1 0 R>>',
    ]) {
      expect(await readReplyForm(new TextEncoder().encode(text))).toBeNull();
    }
  });
});

describe('the form to fill in', () => {
  const { ordinary, scripts } = catalogue['answer-form'].samples;
  if (!ordinary || !scripts) throw new Error('samples are missing');

  it('has a field for every answer, under the names that are read back', async () => {
    const form = (await PDFDocument.load(await draw('answer-form', ordinary.model))).getForm();
    const names = form.getFields().map((field) => field.getName());
    const asked = ordinary.model.questions;
    expect(names.toSorted()).toEqual(
      [
        ...['reference', 'version', 'responder_name', 'responder_role', 'responder_email', 'their_reference'],
        ...asked.map((one) => `q${one.number}`),
        ...asked.filter((one) => one.comment).map((one) => `q${one.number}_comment`),
        ...asked.flatMap((one) =>
          one.choices.filter((choice) => choice.fill !== undefined).map((choice) => `q${one.number}_fill_${choice.id}`),
        ),
      ].toSorted(),
    );
    for (const one of asked) {
      expect(form.getRadioGroup(`q${one.number}`).getOptions()).toEqual(one.choices.map((choice) => choice.id));
      expect(form.getRadioGroup(`q${one.number}`).getSelected()).toBeUndefined();
    }
    for (const name of ['reference', 'version'] as const) {
      expect(form.getTextField(name).getText()).toBe(ordinary.model[name]);
      expect(form.getTextField(name).isReadOnly()).toBe(true);
    }
  });

  it.each([ordinary, scripts])('gives back what was filled in and saved', async ({ model }) => {
    const pdf = await PDFDocument.load(await draw('answer-form', model));
    const [question] = model.questions;
    const choice = question?.choices.at(-1);
    if (!question || !choice) throw new Error('no question');
    pdf.getForm().getRadioGroup(`q${question.number}`).select(choice.id);
    pdf.getForm().getTextField('responder_name').setText('Kirsten Vale');
    pdf.getForm().getTextField(`q${question.number}_fill_${choice.id}`).setText('30 June 2027');
    const again = await PDFDocument.load(await pdf.save());
    expect(again.getForm().getRadioGroup(`q${question.number}`).getSelected()).toBe(choice.id);
    expect(again.getForm().getTextField('responder_name').getText()).toBe('Kirsten Vale');
    expect(again.getForm().getTextField(`q${question.number}_fill_${choice.id}`).getText()).toBe('30 June 2027');
    expect(await readReplyForm(await again.save())).toEqual(model);
  });

  it('runs nothing, and draws every field itself with an embedded font', async () => {
    const bytes = await draw('answer-form', ordinary.model);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toMatch(/\/(JavaScript|JS|AA|Launch|SubmitForm|NeedAppearances|XFA|URI)\b/);
    const pdf = await PDFDocument.load(bytes);
    for (const field of pdf.getForm().getFields()) {
      for (const widget of field.acroField.getWidgets()) {
        expect(widget.dict.has(PDFName.of('AP'))).toBe(true);
        expect(widget.dict.has(PDFName.of('A'))).toBe(false);
      }
    }
    const fonts = pdf.getForm().acroForm.dict.lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
    for (const name of fonts.keys()) {
      expect(
        fonts.lookup(name, PDFDict).lookup(PDFName.of('FontDescriptor'), PDFDict).has(PDFName.of('FontFile2')),
      ).toBe(true);
    }
  });
});
