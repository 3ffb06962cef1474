import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { addVersion } from './add-version.server';
import { getMds2 } from './get-mds2.server';
import { mds2Answer, readMds2, tickedMds2 } from './mds2-input';
import { isMds2Id, MDS2_SECTIONS, mds2Asks } from './mds2-questions';
import { Mds2Form, recordMds2 } from './record-mds2.server';
import { VersionForm } from './software-form';
import { accepted, aModel, type Fields, formOf, posted, savedId } from './testing';

describe('reading answers', () => {
  it.each([
    ['CSUP-2.4 no', 'CSUP-2.4', 'no', ''],
    ['csup-2.4: No, only approved patches', 'CSUP-2.4', 'no', 'only approved patches'],
    ['CSUP-2.4\tYes\tsee page 3', 'CSUP-2.4', 'yes', 'see page 3'],
    ['MLDP-2 N/A', 'MLDP-2', 'n/a', ''],
    ['MLDP-2 not applicable - no disk', 'MLDP-2', 'n/a', 'no disk'],
    ['DTBK-5 see note 7', 'DTBK-5', 'see notes', '7'],
    ['SHAD-15 y', 'SAHD-15', 'yes', ''],
    ['OTHR-1 Notably different', 'OTHR-1', 'Notably different', ''],
    ['FOO answers of nobody’s form', 'FOO', 'answers of nobody’s form', ''],
    ['DOC-7 2019-11-20', 'DOC-7', '2019-11-20', ''],
  ])('takes %j', (line, question, answer, note) => {
    expect(readMds2(line)).toEqual({ ok: true, answers: [{ question, answer, note }] });
  });

  it('leaves blank lines out and takes an answer given twice alike once', () => {
    expect(readMds2('\n A-1 yes \r\n\r\nA-1 yes\n')).toEqual({
      ok: true,
      answers: [{ question: 'A-1', answer: 'yes', note: '' }],
    });
  });

  it.each([
    ['A-1', 'Line 1: no answer after A-1.'],
    ['A-1 yes\nA-1 no', 'Line 2: A-1 is answered otherwise in line 1.'],
    [`${'X'.repeat(101)} yes`, 'Line 1: begin with the question'],
    [Array.from({ length: 1001 }, (_, n) => `Q-${n} yes`).join('\n'), 'More than 1000'],
  ])('refuses %#, naming the line', (text, words) => {
    const reading = readMds2(text);
    expect(reading.ok ? '' : reading.problems.join()).toContain(words);
  });

  it('reads ticked questions, and only those', () => {
    expect(tickedMds2(formOf({ 'answer.CSUP-1': 'yes', 'answer.CSUP-2': '', other: 'yes' }))).toEqual({
      'CSUP-1': 'yes',
      'CSUP-2': '',
    });
    expect(mds2Answer(' See Notes ')).toBe('see notes');
  });

  it('lists questions once, by ids of the form', () => {
    const ids = MDS2_SECTIONS.flatMap(({ code, questions }) => questions.map(([id]) => [code, id] as const));
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
    for (const [code, id] of ids) expect(isMds2Id(id) && id.startsWith(`${code}-`) && mds2Asks(id) !== null).toBe(true);
    expect(isMds2Id('CSUP 2.4')).toBe(false);
  });
});

describe('recording answers', () => {
  testDatabase();
  afterAll(closeDatabase);
  let engineer: TestPerson;
  let colleague: TestPerson;
  let foreign: TestPerson;
  let model: string;
  beforeAll(async () => {
    const org = await anOrganisation();
    engineer = await aPerson(org, 'engineer');
    colleague = await aPerson(org, 'engineer', { name: 'Mei Tanaka' });
    foreign = await aPerson(await anOrganisation('Southfield'), 'engineer');
    model = await aModel(engineer, { softwareVersion: 'L81' });
  });

  const send = async (actor: TestPerson, fields: Fields, ticked: Record<string, string> = {}) => {
    const version = String((await getMds2(engineer, model))?.model.version);
    return recordMds2(actor, model, accepted(Mds2Form, { version, ...fields }), ticked);
  };
  const answers = async () =>
    Object.fromEntries(
      ((await getMds2(engineer, model))?.answers ?? []).map(({ question, answer }) => [question, answer]),
    );

  it('keeps pasted and ticked ones, with the form as their source', async () => {
    const form = { pasted: 'CSUP-2.4 no by list only\nFOO bar', formDate: '2020-03-01', sourceDocument: 'MDS2 form' };
    savedId(await send(engineer, form, { 'MLDP-2': 'yes' }));
    expect(await answers()).toEqual({ 'CSUP-2.4': 'no', FOO: 'bar', 'MLDP-2': 'yes' });
    const page = await getMds2(engineer, model);
    expect(page?.model.mds2Date).toBe('2020-03-01');
    expect(page?.answers[0]).toMatchObject({ note: 'by list only', source: { document: 'MDS2 form' } });
  });

  it('keeps earlier answers in the history, also those taken back', async () => {
    savedId(await send(engineer, { pasted: 'CSUP-2.4 yes' }, { 'MLDP-2': '' }));
    expect(await answers()).toEqual({ 'CSUP-2.4': 'yes', FOO: 'bar' });
    const history = (await getMds2(engineer, model))?.history ?? [];
    expect(history.filter(({ field }) => field === 'mds2.CSUP-2.4').map(({ value }) => value)).toEqual(['yes', 'no']);
    expect(history.find(({ field }) => field === 'mds2.MLDP-2')?.value).toBeNull();
  });

  it('tells the second of two people, and overwrites nothing', async () => {
    const version = String((await getMds2(engineer, model))?.model.version);
    savedId(await send(colleague, {}, { 'CSUP-2.4': 'no' }));
    const late = await recordMds2(engineer, model, accepted(Mds2Form, { version }), { 'CSUP-2.4': 'yes', FOO: 'bar' });
    expect(late).toMatchObject({
      ok: false,
      conflict: { savedBy: 'Mei Tanaka', differences: [{ label: 'MDS2 CSUP-2.4', theirs: 'no', typed: 'yes' }] },
    });
    expect((await answers())['CSUP-2.4']).toBe('no');
  });

  it('says when the form is older than the software', async () => {
    expect((await getMds2(engineer, model))?.olderThan).toBeNull();
    const version = accepted(VersionForm, { release: 'L81', releasedOn: '2021-05-31' });
    savedId(await addVersion(engineer, model, version));
    expect((await getMds2(engineer, model))?.olderThan).toMatchObject({ releasedOn: '2021-05-31', onModel: true });
  });

  it('names what cannot be read by its field', () => {
    expect(posted(Mds2Form, { version: '1', pasted: 'A-1', formDate: '2020-02-31' }).errors).toEqual({
      pasted: ['Line 1: no answer after A-1.'],
      formDate: [expect.stringContaining('year-month-day')],
    });
    expect(posted(Mds2Form, { pasted: '' }).errors).toHaveProperty('version');
  });

  it('does nothing in another organisation', async () => {
    expect(await getMds2(foreign, model)).toBeNull();
    expect(await recordMds2(foreign, model, accepted(Mds2Form, { version: '1', pasted: 'A-1 yes' }), {})).toBeNull();
  });
});
