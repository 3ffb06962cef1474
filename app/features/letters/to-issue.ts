/** The model of a letter as it is printed when it is issued: the approved words, no longer marked as a draft. Pure. */

/** What every letter's model carries (documents/parts/letter-model.ts), as far as issuing sets it. */
interface Marked {
  mark: string | null;
  reference: unknown;
  version: string;
  form?: unknown;
}

/** How a draft is marked on every page of its preview. */
export const DRAFT_MARK = 'DRAFT – not sent';

/** The approved model without its mark; reference and version are those of the row, whatever the model says. */
export const toIssue = <M extends object>(model: M, reference: string, version: string, form: unknown): M =>
  ({ ...model, mark: null, reference, version, ...withForm(form, reference, version) }) satisfies M & Marked;

/** The model as its preview prints it. */
export const toPreview = <M extends object>(model: M, reference: string, version: string, form: unknown): M => ({
  ...toIssue(model, reference, version, form),
  mark: DRAFT_MARK,
});

const withForm = (form: unknown, reference: string, version: string): { form?: unknown } =>
  typeof form === 'object' && form !== null ? { form: { ...form, reference, version } } : {};
