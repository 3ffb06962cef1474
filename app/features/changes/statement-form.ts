/** The fields that every statement about a change carries: why, and where it comes from. */
import { z } from 'zod';
import type { Source } from '../provenance/source';
import { optionalText } from '../text-input';
import { postedText } from './posted';

export const statementFields = {
  because: optionalText(),
  said_by: optionalText(),
  document: optionalText(),
  page: optionalText(),
  date: optionalText(),
};

/** What a use case that records a statement is given beside the parsed fields. */
export interface Seen {
  /** Statement on which the form was based: empty when there was none, undefined when the form does not say. */
  seen: string | undefined;
}

/** Read from the form itself: a schema makes no difference between an empty field and a missing one. */
export const seenOf = (form: FormData): Seen => ({
  seen: form.has('seen') ? postedText(form, 'seen') : undefined,
});

/** What the statement fields of a parsed form say about its source. */
export const statementSource = (form: { said_by: string; document: string; page: string; date: string }): Source => ({
  saidBy: form.said_by,
  document: form.document,
  page: form.page,
  date: form.date,
});

/** The same fields by themselves. */
export const StatementForm = z.object(statementFields);
