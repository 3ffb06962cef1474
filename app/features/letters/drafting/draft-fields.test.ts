import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskingLetter } from '../../../../documents/parts/letter-model';
import { assess } from '../../../regulation/assess';
import { parseDossier } from '../../../regulation/dossier';
import { OWN_KINDS } from '../letter-choices';
import { letterOfKind } from '../letter-from-assessment';
import { LETTER_KIND_WORDS } from '../letter-kinds';
import { ReplyForm } from '../reply-form';
import { type Asked, askedOnce, numbered } from './asked';
import { choicesOf } from './choices';
import { applyFields, draftFields } from './draft-fields';
import { askedOf, readOwn, withQuestions } from './draft-questions';
import { slotText, textParts, textSlot } from './slot-text';

const parsed = parseDossier({
  dossier: 1,
  id: 'CM-2026-000123',
  as_of: '2026-11-24',
  device: { name: 'Receiver', manufacturer: 'Halden', model: 'TR-96', software: { version: '4.2' } },
  site: { country: 'GB', nation: 'england' },
  change: { kind: 'os_patch', title: 'March roll-up', actor: 'hospital' },
  vulnerabilities: [{ cve: 'CVE-2017-0144' }],
  facts: { is_medical_device: true },
});
if (!parsed.ok) throw new Error(parsed.refusal.error.message);
const { dossier } = parsed;
const result = assess(dossier);
const letter = (kind: (typeof OWN_KINDS)[number]) =>
  letterOfKind({ dossier, result, kind, reference: 'CM-2026-000123-L01' }) as AskingLetter;
const deadline = (date: string) => ({ date, workingDays: 7 });

describe.each(OWN_KINDS)('a draft of kind %s', (kind) => {
  const model = letter(kind);

  it('comes back unchanged when nothing is edited', () => {
    const typed = new Map(draftFields(kind, model).map(({ name, value }) => [name, value]));
    expect(applyFields(kind, model, typed, deadline)).toEqual({ ok: true, model });
  });

  it('keeps every text that is typed, and nothing else moves', () => {
    const fields = draftFields(kind, model).filter(({ date }) => !date);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.stringMatching(/^[a-zA-Zé<>&{}]{1,30}$/), (field, text) => {
        const applied = applyFields(kind, model, new Map([[field.name, text]]), deadline);
        if (!applied.ok) throw new Error(JSON.stringify(applied.errors));
        const after = new Map(draftFields(kind, applied.model).map(({ name, value }) => [name, value]));
        expect(after.get(field.name)).toBe(text);
        for (const { name, value } of fields) if (name !== field.name) expect(after.get(name)).toBe(value);
      }),
    );
  });
});

describe.each(OWN_KINDS.filter((kind) => LETTER_KIND_WORDS[kind].asks))('the questions of %s', (kind) => {
  const model = letter(kind);

  it('are printed and asked alike whichever of them stay in', () => {
    const form = model.form;
    if (!form) throw new Error('no form');
    expect(() => ReplyForm.parse(form)).not.toThrow();
    const all = askedOf(model, form);
    expect(withQuestions(model, form, all)).toEqual({ model, form });
    fc.assert(
      fc.property(fc.subarray(all), (kept) => {
        const next = withQuestions(model, form, kept);
        const print = [...next.model.deciding.questions, ...next.model.further.blocks.flatMap((one) => one.questions)];
        expect(next.form.questions.map(({ number }) => number)).toEqual(kept.map((_, index) => index + 1));
        expect(print.map(({ number, text }) => [number, text])).toEqual(
          next.form.questions.map(({ number, text }) => [number, text]),
        );
        expect(print.map(({ choices }) => choices)).toEqual(
          next.form.questions.map(({ choices }) =>
            choices.map(({ label, fill }) => ({ label, ...(fill === undefined ? {} : { fill }) })),
          ),
        );
        expect(next.model.form).toEqual(next.form);
      }),
      { numRuns: 25 },
    );
  });
});

describe('texts with blanks', () => {
  it('come back as they were', () => {
    const slot = fc.oneof(
      fc.stringMatching(/^[^[\]\n]{1,20}$/).filter((text) => text.trim() === text && text !== ''),
      fc.record({ blank: fc.stringMatching(/^[a-z]{1,10}$/) }),
    );
    fc.assert(
      fc.property(slot, (one) => {
        expect(textSlot(slotText(one))).toEqual(one);
      }),
    );
    expect(textParts('A [b] c')).toEqual(['A ', { blank: 'b' }, ' c']);
    expect(textParts('')).toEqual(['']);
  });
});

describe('choices', () => {
  it('have ids of their own, whatever their labels', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 }), (labels) => {
        const ids = choicesOf(labels.map((label) => ({ label }))).map(({ id }) => id);
        expect(new Set(ids).size).toBe(labels.length);
        for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
      }),
    );
  });
});

describe('questions that are merged', () => {
  const one = (key: string, deciding: boolean, cve: string): Asked => ({
    key,
    text: key,
    choices: choicesOf([{ label: 'Yes' }, { label: 'No' }]),
    from: `clause of ${cve}`,
    settles: [`settles ${cve}`],
    deciding,
    facts: [],
    cves: [cve],
    clauses: [{ document: 'D', place: cve, confidence: 'seen in source' }],
  });
  const asked = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean(), fc.constantFrom('x', 'y', 'z'))
    .map(([key, deciding, cve]) => one(key, deciding, cve));

  it('are asked once, with every place they matter to', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 20 }), (list) => {
        const merged = askedOnce(list);
        expect(merged.map(({ key }) => key)).toEqual([...new Set(list.map(({ key }) => key))]);
        for (const { key, cves, deciding } of merged) {
          const same = list.filter((other) => other.key === key);
          expect(new Set(cves)).toEqual(new Set(same.flatMap((other) => other.cves)));
          expect(deciding).toBe(same.some((other) => other.deciding));
        }
        const print = numbered(merged);
        expect(print.questions.map(({ number }) => number)).toEqual(merged.map((_, index) => index + 1));
      }),
    );
  });
});

describe('a question of one’s own', () => {
  it('needs a text and two different answers', () => {
    expect(readOwn({ text: 'Which?', choices: 'This\nThat:' }, 'own:1')).toMatchObject({
      ok: true,
      asked: { key: 'own:1', choices: [{ id: 'this' }, { id: 'that', fill: '' }] },
    });
    for (const [text, choices] of [
      ['', 'a\nb'],
      ['Which?', 'a'],
      ['Which?', 'a\na'],
      ['x'.repeat(2001), 'a\nb'],
    ] as const) {
      expect(readOwn({ text, choices }, 'own:1').ok).toBe(false);
    }
  });
});
