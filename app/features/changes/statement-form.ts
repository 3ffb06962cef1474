/** The fields that every statement about a change carries: why, and where it comes from. */
import { z } from 'zod';
import type { Source } from '../provenance/source';
import { optionalText } from '../text-input';

export const statementFields = {
  because: optionalText(),
  said_by: optionalText(),
  document: optionalText(),
  page: optionalText(),
  date: optionalText(),
  /** Statement on which the form was based: empty when there was none, absent when the form does not say. */
  seen: z.string().optional(),
};

/** What the statement fields of a parsed form say about its source. */
export const statementSource = (form: { said_by: string; document: string; page: string; date: string }): Source => ({
  saidBy: form.said_by,
  document: form.document,
  page: form.page,
  date: form.date,
});

/** The same fields by themselves. */
export const StatementForm = z.object(statementFields);
