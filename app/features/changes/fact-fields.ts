/** Reading all facts of a posted form. */
import { storableText } from '../text-input';
import { factField, partField } from './fact-field-names';
import { postedText, postedTexts } from './posted';
import type { FactWish } from './state-facts.server';

const tidy = (form: FormData, name: string) => storableText(postedText(form, name)).trim().slice(0, 100_000);

/** Every fact a form of many facts speaks of. */
export function readFactWishes(form: FormData): FactWish[] {
  const keys = new Set([...form.keys()].filter((name) => name.startsWith('fact:')).map((name) => name.slice(5)));
  return [...keys].slice(0, 400).map((key) => ({
    key,
    values: postedTexts(form, factField(key)),
    because: tidy(form, partField('because', key)),
    source: {
      saidBy: tidy(form, partField('said_by', key)),
      document: tidy(form, partField('document', key)),
      page: tidy(form, partField('page', key)),
      date: tidy(form, partField('date', key)),
    },
    seen: form.has(partField('seen', key)) ? postedText(form, partField('seen', key)) : undefined,
    defaultsToUnknown: true,
  }));
}
