/**
 * What of a draft may be edited, as a flat list of named texts, and back: one list for the form, for saving and for
 * telling two editors apart. Questions are edited beside it (draft-questions.ts). Pure.
 */
import type { Slot } from '../../../../documents/document';
import { isDay } from '../../keyset';
import { LONGEST_TEXT, storableText } from '../../text-input';
import { LETTER_KIND_WORDS, type LetterKind } from '../letter-kinds';
import { linesOf, paragraphsOf } from '../templates/fill';
import { slotText, textParts, textSlot } from './slot-text';

type Json = { [key: string]: unknown };

type Shape = 'text' | 'slot' | 'parts' | 'lines' | 'paragraphs' | 'date' | 'deadline';

interface Place {
  path: readonly (string | number)[];
  shape: Shape;
  label: string;
  group: FieldGroup;
  rows?: number;
  required?: boolean;
  help?: string;
}

export type FieldGroup = 'address' | 'dates' | 'words' | 'details';

export interface DraftField {
  name: string;
  label: string;
  value: string;
  group: FieldGroup;
  rows: number;
  date: boolean;
  help?: string;
}

const ASKING: Place[] = [
  { path: ['acknowledge'], shape: 'deadline', label: 'Acknowledgement wanted by', group: 'dates' },
  { path: ['answer'], shape: 'deadline', label: 'Answer wanted by', group: 'dates' },
  {
    path: ['why'],
    shape: 'paragraphs',
    label: 'Why we write',
    group: 'words',
    rows: 10,
    required: true,
    help: 'An empty line begins a new paragraph.',
  },
  {
    path: ['silence'],
    shape: 'lines',
    label: 'If no answer comes',
    group: 'words',
    rows: 4,
    help: 'One statement a line.',
  },
  { path: ['reply'], shape: 'lines', label: 'How to reply', group: 'words', rows: 4, help: 'One step a line.' },
];

const NOTICE: Place[] = [
  { path: ['ask'], shape: 'text', label: 'What we ask for', group: 'words', rows: 2, required: true },
  {
    path: ['paragraphs'],
    shape: 'paragraphs',
    label: 'Text',
    group: 'words',
    rows: 10,
    required: true,
    help: 'An empty line begins a new paragraph.',
  },
  { path: ['next'], shape: 'lines', label: 'Next steps', group: 'words', rows: 4, help: 'One step a line.' },
  { path: ['from'], shape: 'date', label: 'We act from', group: 'dates' },
];

const FRAME: Place[] = [
  { path: ['recipient', 'name'], shape: 'slot', label: 'To', group: 'address' },
  {
    path: ['recipient', 'lines'],
    shape: 'lines',
    label: 'Address',
    group: 'address',
    rows: 4,
    help: 'As on an envelope, the supplier first.',
  },
  { path: ['yourReference'], shape: 'text', label: 'Their reference', group: 'address' },
  { path: ['salutation'], shape: 'slot', label: 'Salutation', group: 'address', required: true },
  { path: ['subject'], shape: 'parts', label: 'Subject', group: 'words', rows: 2, required: true },
];

const END: Place[] = [
  { path: ['closing'], shape: 'text', label: 'Closing line', group: 'words', required: true },
  { path: ['signatory', 'name'], shape: 'slot', label: 'Signed by', group: 'words' },
  { path: ['signatory', 'role'], shape: 'slot', label: 'Role', group: 'words' },
];

/** Tables of a model whose cells may be edited: where, which columns, and what names a row. */
const TABLES: { path: readonly string[]; columns: readonly string[]; title: string; by?: string }[] = [
  { path: ['contact'], columns: ['value'], title: 'Our contact', by: 'label' },
  { path: ['proposal'], columns: ['value'], title: 'What we propose', by: 'label' },
  { path: ['about'], columns: ['value'], title: 'About', by: 'label' },
  { path: ['intent'], columns: ['value'], title: 'What we intend', by: 'label' },
  { path: ['stakes'], columns: ['value'], title: 'What waits', by: 'label' },
  { path: ['product'], columns: ['value'], title: 'Product', by: 'label' },
  { path: ['exclusions'], columns: ['what', 'why'], title: 'Exclusion' },
  { path: ['flows'], columns: ['from', 'to', 'protocol', 'port', 'purpose'], title: 'Connection' },
  { path: ['lifecycle'], columns: ['release', 'supportEnds', 'source'], title: 'Support', by: 'what' },
  { path: ['documents'], columns: ['held', 'wanted'], title: 'Document', by: 'document' },
  { path: ['controls'], columns: ['state', 'effect'], title: 'Control', by: 'control' },
  { path: ['annexes', 'controls'], columns: ['state', 'effect'], title: 'Annex C', by: 'control' },
];

const WORDS: Record<string, string> = { supportEnds: 'support ends', what: 'leave out', why: 'because', value: '' };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function at(model: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? value[key] : undefined;
  }, model);
}

function put(model: Json, path: readonly (string | number)[], value: unknown): void {
  const parent = at(model, path.slice(0, -1));
  const last = path.at(-1) ?? '';
  if (Array.isArray(parent)) parent[Number(last)] = value;
  else if (isObject(parent)) {
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
}

/** The places of one draft: those of its frame and kind, then the cells of its tables. */
function placesOf(kind: LetterKind, model: unknown): Place[] {
  const own = LETTER_KIND_WORDS[kind].asks ? ASKING : NOTICE;
  const fixed = [...FRAME, ...own, ...END].filter(
    ({ path }) => at(model, path) !== undefined || path[0] === 'yourReference',
  );
  const cells = TABLES.flatMap(({ path, columns, title, by }) => {
    const rows = at(model, path);
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row: unknown, index) =>
      columns
        .filter((column) => at(row, [column]) !== undefined)
        .map((column): Place => {
          const named = by ? at(row, [by]) : undefined;
          const name = typeof named === 'string' ? named : `${index + 1}`;
          const what = WORDS[column] ?? column;
          const label = `${title}: ${name}${what ? `, ${what}` : ''}`;
          return { path: [...path, index, column], shape: 'slot', label, group: 'details', rows: 1 };
        }),
    );
  });
  return [...fixed, ...cells];
}

/** "field:why", "field:proposal:0:value": a name that no form library takes apart. */
const nameOf = (path: readonly (string | number)[]): string => `field:${path.join(':')}`;

function read(shape: Shape, value: unknown): string {
  const slots = (joint: string) => (Array.isArray(value) ? (value as Slot[]).map(slotText).join(joint) : '');
  switch (shape) {
    case 'parts':
      return slots('');
    case 'lines':
      return slots('\n');
    case 'paragraphs':
      return slots('\n\n');
    case 'deadline':
      return isObject(value) ? String(value.date ?? '') : '';
    default:
      return value === undefined ? '' : slotText(value as Slot);
  }
}

/** Everything that may be edited, with its present text. */
export const draftFields = (kind: LetterKind, model: unknown): DraftField[] =>
  placesOf(kind, model).map(({ path, shape, label, group, rows, help }) => ({
    name: nameOf(path),
    label,
    value: read(shape, at(model, path)),
    group,
    rows: rows ?? 1,
    date: shape === 'date' || shape === 'deadline',
    ...(help ? { help } : {}),
  }));

export type Applied = { ok: true; model: Json } | { ok: false; errors: Record<string, string[]> };

/**
 * The model with the typed texts in place; a text that was not typed stays as it is.
 * @param deadline working days to a day, by the calendar of the letter
 */
export function applyFields(
  kind: LetterKind,
  model: unknown,
  typed: ReadonlyMap<string, string>,
  deadline: (date: string) => { date: string; workingDays: number },
): Applied {
  const next = structuredClone(model) as Json;
  const errors: Record<string, string[]> = {};
  const from = String(at(model, ['date']) ?? '');
  for (const { path, shape, label, required } of placesOf(kind, model)) {
    const name = nameOf(path);
    const given = typed.get(name);
    if (given === undefined) continue;
    const text = storableText(given).trim();
    if (text.length > LONGEST_TEXT)
      errors[name] = [`${label}: at most ${LONGEST_TEXT.toLocaleString('en-GB')} characters.`];
    else if (required && text === '') errors[name] = [`${label}: give a text.`];
    else if (text === read(shape, at(model, path)).trim()) continue;
    else if (shape === 'date' || shape === 'deadline') {
      if (!isDay(text) || text <= from) errors[name] = [`${label}: give a day after the date of the letter.`];
      else put(next, path, shape === 'date' ? text : deadline(text));
    } else put(next, path, written(shape, text, path));
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, model: next };
}

function written(shape: Shape, text: string, path: readonly (string | number)[]): unknown {
  switch (shape) {
    case 'parts':
      return textParts(text.replace(/\s*\n\s*/g, ' '));
    case 'lines':
      return linesOf(text).map(textSlot);
    case 'paragraphs':
      return paragraphsOf(text).map(textSlot);
    case 'slot':
      return textSlot(text);
    default:
      return text === '' && path[0] === 'yourReference' ? undefined : text;
  }
}
