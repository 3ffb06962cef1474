/**
 * Reading and filling templates. Mustache reads them; of what it can read, only text and plain `{{name}}` of the closed
 * list are let through, and we put them together ourselves: a template has no sections, no partials, no delimiters of
 * its own, and so nothing that could run, loop or reach further than its fields. Pure.
 */
import Mustache from 'mustache';
import { LETTER_KIND_WORDS, type LetterKind } from '../letter-kinds';
import { type FieldName, fieldsOf, TEXT_WORDS, type TemplateTexts, type TextName, textsOf } from './fields';

type Part = { text: string } | { field: string };

export type ReadTemplate = { ok: true; parts: Part[] } | { ok: false; message: string };

const REFUSED: Record<string, string> = {
  '#': 'Sections are not allowed',
  '^': 'Sections are not allowed',
  '/': 'Sections are not allowed',
  '>': 'A template takes in no other template',
  '&': 'Unescaped fields are not allowed; two braces are enough',
  '!': 'Comments are not allowed; say it in the note beside the template',
  '=': 'The braces cannot be replaced by other signs',
};

/** "line 3, sign 12" */
function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, sign ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Mustache stops at a tag that is not closed and throws; the first refused sign before it is the better message. */
function tokensOf(text: string): [string, string, number][] | { message: string } {
  try {
    return Mustache.parse(text, ['{{', '}}']).map(([type, value, start]) => [
      String(type),
      String(value),
      Number(start),
    ]);
  } catch (error) {
    const at = /at (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const open = Math.max(text.lastIndexOf('{{', Number(at ?? text.length)), 0);
    const sign = /^\{\{\s*([#^/>&!={])/.exec(text.slice(open))?.[1] ?? '';
    const known = REFUSED[sign === '{' ? '&' : sign];
    return { message: `${known ?? 'A field is opened with {{ and not closed with }}'} (${placeOf(text, open)}).` };
  }
}

/**
 * Reads one text of a template.
 * @param allowed names of fields that may stand in it
 * @returns its parts, or what is refused and where
 */
export function readTemplate(text: string, allowed: readonly string[]): ReadTemplate {
  const tokens = tokensOf(text);
  if ('message' in tokens) return { ok: false, message: tokens.message };
  const parts: Part[] = [];
  for (const [type, value, start] of tokens) {
    if (type === 'text') parts.push({ text: value });
    else if (type !== 'name') {
      return { ok: false, message: `${REFUSED[type] ?? 'This is not allowed'} (${placeOf(text, start)}).` };
    } else if (!allowed.includes(value)) {
      return {
        ok: false,
        message: `There is no field {{${value}}} here (${placeOf(text, start)}). The fields are listed beside the form.`,
      };
    } else parts.push({ field: value });
  }
  return { ok: true, parts };
}

const namesField = (parts: readonly Part[], name: string): boolean =>
  parts.some((part) => 'field' in part && part.field === name);

/** Kinds whose e-mail carries the way to answer: those that ask, and those that ask again. */
const leadsToAnswer = (kind: LetterKind): boolean =>
  LETTER_KIND_WORDS[kind].asks || (LETTER_KIND_WORDS[kind].follows && kind !== 'answer-acceptance');

/** The refusals of a template's texts by name; none when it may be saved. */
export function refusalsOf(kind: LetterKind, texts: TemplateTexts): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const name of textsOf(kind)) {
    const text = texts[name] ?? '';
    const read = readTemplate(text, fieldsOf(kind, name));
    if (!read.ok) errors[name] = [`${TEXT_WORDS[name].label}: ${read.message}`];
    else if (text.trim() === '') errors[name] = [`${TEXT_WORDS[name].label}: give a text.`];
    else if (name === 'email_body' && leadsToAnswer(kind) && !namesField(read.parts, 'reply_link')) {
      errors[name] = [`${TEXT_WORDS[name].label}: name {{reply_link}}, or the supplier has no way to answer.`];
    }
  }
  return errors;
}

/**
 * The text with its fields filled; a value is taken as it is, whatever it looks like. A field without a value becomes
 * its name in square brackets, so that a reader sees that something is missing.
 * @throws when the text is not one that `readTemplate` accepts: what is stored was read before it was saved
 */
export function fillTemplate(
  text: string,
  allowed: readonly string[],
  values: Partial<Record<string, string>>,
): string {
  const read = readTemplate(text, allowed);
  if (!read.ok) throw new Error(read.message);
  return read.parts
    .map((part) => {
      if ('text' in part) return part.text;
      const value = values[part.field]?.trim();
      return value ? value : `[${part.field.replaceAll('_', ' ')}]`;
    })
    .join('');
}

export type FieldValues = Partial<Record<FieldName, string>>;

/** The texts of a kind with their fields filled; `{{reply_link}}` stays, to be filled at the moment of sending. */
export function fillTexts(kind: LetterKind, texts: TemplateTexts, values: FieldValues): Record<TextName, string> {
  const all = { ...values, reply_link: '{{reply_link}}' };
  const filled: Partial<Record<TextName, string>> = {};
  for (const name of textsOf(kind)) filled[name] = fillTemplate(texts[name] ?? '', fieldsOf(kind, name), all);
  return { ...EMPTY, ...filled };
}

const EMPTY: Record<TextName, string> = {
  salutation: '',
  salutation_unnamed: '',
  ask: '',
  opening: '',
  silence: '',
  reply: '',
  next_steps: '',
  closing: '',
  closing_unnamed: '',
  signature: '',
  email_subject: '',
  email_body: '',
};

/** Paragraphs: an empty line begins a new one. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s*\n\s*/g, ' ').trim())
    .filter(Boolean);

/** One statement a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
