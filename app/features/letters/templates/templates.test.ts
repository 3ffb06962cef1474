import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../../db/client.server';
import { testDatabase } from '../../../../db/testing';
import type { Kept } from '../../changes/posted';
import { type House, house, submitted } from '../../changes/testing';
import { draftLetter } from '../draft-letter.server';
import { getLetter } from '../get-letter.server';
import { LETTER_KINDS, type LetterKind } from '../letter-kinds';
import { BUILT_IN } from './built-in';
import { FIELDS, fieldsOf, textsOf } from './fields';
import { fillTemplate, readTemplate, refusalsOf } from './fill';
import { previewTemplate } from './preview-template.server';
import { currentTemplate } from './read-template.server';
import { restoreTemplate, saveTemplate } from './save-template.server';
import { listTemplates, templateView } from './template-page.server';

const all = Object.keys(FIELDS);

describe('a template', () => {
  it.each([
    ['{{#supplier}}x{{/supplier}}', 'Sections'],
    ['{{^supplier}}x{{/supplier}}', 'Sections'],
    ['{{> header}}', 'no other template'],
    ['{{{supplier}}}', 'Unescaped'],
    ['{{& supplier}}', 'Unescaped'],
    ['{{! hidden }}', 'Comments'],
    ['{{=<% %>=}}<% supplier %>', 'braces cannot be replaced'],
    ['{{constructor}}', 'no field {{constructor}}'],
    ['{{supplier.name}}', 'no field'],
    ['{{__proto__}}', 'no field'],
    ['{{.}}', 'no field'],
    ['{{toString}}', 'no field'],
    ['a\nb {{unknown}}', 'line 2, sign 3'],
    ['open {{supplier', 'not closed'],
    ['{{#supplier}} never closed', 'Sections'],
    ['{{/supplier}}', 'Sections'],
    ['{{}}', 'no field'],
  ])('%s is refused with its place', (text, words) => {
    const read = readTemplate(text, all);
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining(words) });
    expect(read.ok ? '' : read.message).toMatch(/line \d+, sign \d+/);
  });

  it('reads any text without ever running it, and either fills or refuses it', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...all), (text, field) => {
        const whole = `${text}{{${field}}}`;
        const read = readTemplate(whole, all);
        if (!read.ok) return;
        const evil = '{{supplier}} <script>{{#x}}';
        expect(fillTemplate(`{{${field}}}`, all, { [field]: evil })).toBe(evil);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a text without fields as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('{{')),
        (text) => {
          expect(fillTemplate(text, all, {})).toBe(text);
        },
      ),
    );
  });

  it('puts the name of a field without a value into brackets, and takes a value as it is', () => {
    expect(fillTemplate('To {{supplier}} by {{answer_by}}', all, { supplier: '<b>&{{date}}' })).toBe(
      'To <b>&{{date}} by [answer by]',
    );
  });

  it.each(LETTER_KINDS)('of kind %s comes with texts that are allowed', (kind) => {
    expect(refusalsOf(kind, BUILT_IN[kind])).toEqual({});
    expect(Object.keys(BUILT_IN[kind]).sort()).toEqual([...textsOf(kind)].sort());
    for (const name of textsOf(kind)) expect(fieldsOf(kind, name).every((field) => field in FIELDS)).toBe(true);
  });

  it.each(LETTER_KINDS.flatMap((kind) => [[kind, 'ordinary'] as const, [kind, 'longest'] as const]))(
    'of kind %s shows itself on the %s sample',
    (kind, sample) => {
      const { model, mail } = previewTemplate(kind, BUILT_IN[kind], sample);
      expect(JSON.stringify(model)).not.toMatch(/\{\{|undefined/);
      expect(mail.body.replace('{{reply_link}}', '')).not.toContain('{{');
      expect(model.mark).toContain('SAMPLE');
    },
  );
});

describe('templates of an organisation', () => {
  const database = testDatabase();
  let at: House;
  beforeAll(async () => {
    at = await house(database);
  });
  afterAll(closeDatabase);

  const KIND: LetterKind = 'supplier-request-letter';
  const form = (over: Record<string, string>, version = 0): Kept =>
    Object.fromEntries(
      Object.entries({ ...BUILT_IN[KIND], note: 'A warmer opening', version: `${version}`, ...over }).map(
        ([name, value]) => [name, [value]],
      ),
    );

  it('are saved as versions, used by the next letter, readable and restorable', async () => {
    expect(
      await saveTemplate(at.regulatory, KIND, form({ opening: 'Good day {{supplier}}. {{why_we_ask}}' })),
    ).toMatchObject({ ok: true });
    const drafted = await draftLetter(at.engineer, await submitted(at), { contact: at.contactId, reply_by: null });
    if (!drafted?.ok) throw new Error('refused');
    expect(JSON.stringify(await getLetter(at.engineer, drafted.id))).toContain('Good day Spacelabs.');
    expect(await restoreTemplate(at.regulatory, KIND, 0)).toMatchObject({ ok: true });
    const view = await templateView(at.regulatory, KIND, 1);
    expect(view).toMatchObject({ number: 2, texts: BUILT_IN[KIND], earlier: { number: 1 } });
    expect(view.versions.map(({ number }) => number)).toEqual([2, 1, 0]);
    expect((await listTemplates(at.regulatory)).find(({ kind }) => kind === KIND)).toMatchObject({ number: 2 });
    expect(await restoreTemplate(at.regulatory, KIND, 0)).toMatchObject({ ok: false });
    expect(await restoreTemplate(at.regulatory, KIND, 99)).toBeNull();
  });

  it('tell who began from an older version, and refuse what is wrong by field', async () => {
    const answer = await saveTemplate(at.regulatory, KIND, form({ opening: 'Mine' }, 1));
    expect(answer).toMatchObject({
      ok: false,
      conflict: { version: 2, differences: [{ label: 'Opening', typed: 'Mine' }] },
    });
    expect(await saveTemplate(at.regulatory, KIND, form({ opening: '{{#x}}' }, 2))).toMatchObject({
      errors: { opening: [expect.stringContaining('line 1')] },
    });
    expect(await saveTemplate(at.regulatory, KIND, form({ opening: 'x', note: '' }, 2))).toMatchObject({
      errors: { note: [expect.any(String)] },
    });
    expect(await saveTemplate(at.regulatory, KIND, form({ closing: 'two\nlines' }, 2))).toMatchObject({
      errors: { closing: [expect.stringContaining('one line')] },
    });
    expect(await saveTemplate(at.regulatory, KIND, form({ email_body: 'No way to answer' }, 2))).toMatchObject({
      errors: { email_body: [expect.stringContaining('{{reply_link}}')] },
    });
    expect(await saveTemplate(at.regulatory, KIND, form({}, 2))).toMatchObject({ ok: false });
  });

  it('belong to one organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    const number = await inOrganisation(
      elsewhere.regulatory,
      async (tx) => (await currentTemplate(tx, elsewhere.orgId, KIND)).number,
    );
    expect(number).toBe(0);
  });
});
