/** Where an event's object is found, when it has a page of its own. */

/** What kinds of objects are called on the record page. */
export const OBJECT_WORDS: Record<string, string> = {
  advisory: 'advisory',
  audit: 'record',
  certification: 'certification',
  change: 'change',
  contact: 'supplier contact',
  document: 'document',
  feed: 'feed',
  import: 'import',
  letter: 'letter',
  list: 'list',
  match: 'match',
  model: 'device model',
  organisation: 'organisation',
  pack: 'evidence pack',
  person: 'person',
  register: 'list',
  rerun: 're-run of past assessments',
  route: 'page',
  seal: 'certificate for sealing',
  policy: 'policy',
  delegation: 'delegation',
  exception: 'exception',
  training: 'training',
  standard: 'standard change',
  hold: 'legal hold',
  disposal: 'disposal',
  review: 'review of the record',
  session: 'session',
  supplier: 'supplier',
  unit: 'unit',
};

const PAGES: Record<string, (id: string, ref: string | null) => string> = {
  advisory: (id) => `/advisories/${id}`,
  change: (id) => `/changes/${id}`,
  // A letter has a page; a report is its file.
  document: (id, ref) => (/-L\d+$/.test(ref ?? '') ? `/letters/${id}` : `/files/documents/${id}.pdf`),
  import: (id) => `/imports/${id}`,
  letter: (id) => `/letters/${id}`,
  model: (id) => `/devices/${id}`,
  person: (id) => `/people/${id}`,
  rerun: (id) => `/library/reruns/${id}`,
  seal: () => '/settings/seal',
  supplier: (id) => `/suppliers/${id}`,
  unit: (id) => `/units/${id}`,
};

/** Address of the object's page, or null. Whether it still exists and may be seen, that page decides. */
export const objectLink = (type: string, id: string | null, ref: string | null): string | null =>
  id && Object.hasOwn(PAGES, type) ? (PAGES[type]?.(id, ref) ?? null) : null;
