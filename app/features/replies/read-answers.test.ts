import { existsSync, readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { renderDocument, stopRendering } from '../../../documents/render.server';
import { readFormPdf } from '../files/examine/read-form-pdf.server';
import { readJsonAnswers } from '../files/examine/read-json.server';
import type { ReadTask } from '../files/examine/reading';
import type { ReplyForm } from '../letters/reply-form';
import { QUESTIONS } from './testing';

const form: ReplyForm = {
  changemark_reply: 1,
  reference: 'CM-2026-000131-L01',
  version: 'v1.0',
  organisation: 'Northbridge',
  supplier: 'Spacelabs',
  answer_by: '2026-12-23',
  questions: QUESTIONS,
};
const task = (name: string, bytes: Uint8Array, over: Partial<ReadTask> = {}): ReadTask => ({
  ...{ name, bytes, reference: form.reference, version: form.version, questions: form.questions },
  ...over,
});
const json = (value: unknown) => task('reply.json', Buffer.from(JSON.stringify(value)));

afterAll(stopRendering);

describe('the answer form, filled in with a PDF reader', () => {
  it('gives back what was ticked and typed', async () => {
    const { bytes } = await renderDocument('answer-form', form, new Date('2026-11-24'));
    const filled = await PDFDocument.load(bytes);
    const fields = filled.getForm();
    fields.getRadioGroup('q1').select('no');
    fields.getTextField('q1_fill_no').setText('not tested');
    fields.getTextField('q2_comment').setText('See the file.');
    fields.getTextField('responder_name').setText('Erika Muster');
    const saved = await filled.save();
    const reading = await readFormPdf(task('answers.pdf', saved));
    expect(reading).toMatchObject({ basis: 'form', problem: null });
    expect(reading.answers).toEqual([
      { number: 1, choice: 'no', fill: 'not tested', comment: '' },
      { number: 2, choice: '', fill: '', comment: 'See the file.' },
    ]);
    expect(reading.notes.join()).toContain('Erika Muster');
    const other = await readFormPdf(task('answers.pdf', saved, { reference: 'CM-2026-000001-L01' }));
    expect(other).toMatchObject({ answers: [], problem: expect.stringContaining('CM-2026-000131-L01') });
    expect((await readFormPdf(task('answers.pdf', saved, { version: 'v1.1' }))).problem).toContain('version v1.0');
  }, 120_000);
});

describe('the questions as data, sent back', () => {
  it('give their answers, and leave open what is no answer of the list', async () => {
    const reading = await readJsonAnswers(
      json({
        ...form,
        answers: [
          { number: 1, choice: 'yes' },
          { number: 2, choice: 'perhaps', comment: 'unsure' },
        ],
      }),
    );
    expect(reading.answers).toEqual([
      { number: 1, choice: 'yes', fill: '', comment: '' },
      { number: 2, choice: '', fill: '', comment: 'unsure' },
    ]);
    expect(reading.notes).toEqual(['Question 2 has no answer “perhaps”; it was left open.']);
  });

  it('are refused for a question that was not asked, another letter, or another shape', async () => {
    for (const value of [
      { ...form, answers: [{ number: 77, choice: 'yes' }] },
      { ...form, reference: 'CM-2026-000001-L01', answers: [{ number: 1, choice: 'yes' }] },
      { ...form, answers: 'yes' },
      form,
    ]) {
      const reading = await readJsonAnswers(json(value));
      expect(reading.answers).toEqual([]);
      expect(reading.problem).toBeTruthy();
    }
  });
});

describe('statements on vulnerabilities', () => {
  const csaf = (status: string) => ({
    document: {
      category: 'csaf_vex',
      csaf_version: '2.0',
      tracking: { current_release_date: '2026-11-20T00:00:00Z' },
    },
    product_tree: { full_product_names: [{ product_id: 'P1', name: 'XTR telemetry receiver 4.2.0' }] },
    vulnerabilities: [
      {
        cve: 'CVE-2021-44228',
        product_status: { [status]: ['P1'] },
        threats: [{ category: 'impact', details: 'No Java on the device.', product_ids: ['P1'] }],
      },
      { cve: 'CVE-2019-0708', product_status: { known_affected: ['P1'] } },
    ],
  });

  it('become a proposed answer with the words and the place, and say where the file is not as CSAF wants it', async () => {
    const reading = await readJsonAnswers(json(csaf('known_not_affected')));
    expect(reading).toMatchObject({ basis: 'file', problem: null, title: 'A CSAF document' });
    expect(reading.answers).toHaveLength(1);
    expect(reading.answers[0]).toMatchObject({ number: 4, choice: 'not_affected', fill: 'No Java on the device.' });
    expect(reading.answers[0]?.comment).toContain('vulnerabilities[0], known_not_affected');
    expect(reading.notes.some((note) => note.startsWith('Not as CSAF 2.0 wants it'))).toBe(true);
    expect(reading.notes.at(-1)).toContain('CVE-2019-0708');
  }, 120_000);

  const sample = new URL('../../../../shared/data/csaf-vex/2022-evd-uc-01-a-001.json', import.meta.url);
  it.runIf(existsSync(sample))(
    'of a document of the standard’s authors meet the standard',
    async () => {
      const reading = await readJsonAnswers(task('vex.json', readFileSync(sample)));
      expect(reading.notes.filter((note) => note.startsWith('Not as'))).toEqual([]);
      expect(reading.answers[0]).toMatchObject({ number: 4, choice: 'affected' });
    },
    30_000,
  );
});
