/** Where a statement of the register comes from: who said so, in which document, on which page, dated when. */
import { z } from 'zod';
import { dateInWords } from '../../ui/time';
import { optionalText } from '../text-input';

/** Empty texts: not recorded. `date` is as the document prints it. */
export interface Source {
  saidBy: string;
  document: string;
  page: string;
  date: string;
}

export const NO_SOURCE: Source = { saidBy: '', document: '', page: '', date: '' };

/** The fields of "Where does this come from?", as forms post them. */
export const sourceFields = {
  saidBy: optionalText(),
  sourceDocument: optionalText(),
  sourcePage: optionalText(),
  sourceDate: optionalText(),
};

const SourceForm = z.object(sourceFields);

/** The source in a parsed form. */
export const sourceOf = (form: z.output<typeof SourceForm>): Source => ({
  saidBy: form.saidBy,
  document: form.sourceDocument,
  page: form.sourcePage,
  date: form.sourceDate,
});

/** The columns of a row that carries its own source. */
export interface SourceColumns {
  saidBy: string | null;
  sourceDocument: string | null;
  sourcePage: string | null;
  sourceDate: string | null;
}

export const sourceColumns = (source: Source): SourceColumns => ({
  saidBy: source.saidBy || null,
  sourceDocument: source.document || null,
  sourcePage: source.page || null,
  sourceDate: source.date || null,
});

export const sourceOfColumns = (row: SourceColumns): Source => ({
  saidBy: row.saidBy ?? '',
  document: row.sourceDocument ?? '',
  page: row.sourcePage ?? '',
  date: row.sourceDate ?? '',
});

/** A date typed as year-month-day reads like every other date; anything else stays as typed. */
const dayInWords = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? dateInWords(text) : text);

/** "Spacelabs, service manual, p. 14, 3 Mar 2021"; null when nothing of it was recorded. */
export function sourceInWords(source: Source): string | null {
  const page = source.page && (/^[\d\s,–-]+$/.test(source.page) ? `p. ${source.page}` : source.page);
  return (
    [source.saidBy, source.document, page, source.date && dayInWords(source.date)].filter(Boolean).join(', ') || null
  );
}

/** A statement on one field, as pages show it. */
export interface Fact {
  field: string;
  /** null: it was recorded that this is not known. */
  value: FactValue | null;
  source: Source;
  recordedByName: string;
  recordedAt: string;
  /** When a later statement took its place; null while in force. */
  supersededAt: string | null;
}

/** What a field may hold in the history. */
export type FactValue = string | boolean | number | { [key: string]: string | boolean | null };

/** One thing to be stated: the field, and its value or null for "not known". */
export interface Statement {
  field: string;
  value: FactValue | null;
}
