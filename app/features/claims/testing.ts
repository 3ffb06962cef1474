/** What the tests of claims share: statements to compare, and letters that were answered. */
import type { Stated } from './compare-statements';

/** A general statement on one model, to be written over. */
export const statement = (over: Partial<Stated> = {}): Stated => ({
  source: 'claim',
  id: null,
  subject: 'mds2:CSUP-2.4',
  label: 'Third-party updates',
  value: null,
  fact: '',
  models: ['model-1'],
  matter: null,
  quotation: 'as quoted',
  document: 'a document',
  page: '',
  saidBy: 'Spacelabs',
  saidOn: '2026-03-03',
  fileId: null,
  ...over,
});

export const matter = (over: Partial<NonNullable<Stated['matter']>> = {}): NonNullable<Stated['matter']> => ({
  changes: [],
  kinds: ['os_patch'],
  cves: [],
  versions: [],
  patches: [],
  ...over,
});
