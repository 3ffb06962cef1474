/** Where an event's object is found, when it has a page of its own. */

/** What kinds of objects are called on the record page. */
export const OBJECT_WORDS: Record<string, string> = {
  audit: 'record',
  certification: 'certification',
  change: 'change',
  contact: 'supplier contact',
  document: 'document',
  model: 'device model',
  organisation: 'organisation',
  person: 'person',
  register: 'list',
  route: 'page',
  session: 'session',
  supplier: 'supplier',
  unit: 'unit',
};

const PAGES: Record<string, (id: string) => string> = {
  change: (id) => `/changes/${id}`,
  document: (id) => `/letters/${id}`,
  model: (id) => `/devices/${id}`,
  person: (id) => `/people/${id}`,
  supplier: (id) => `/suppliers/${id}`,
};

/** Address of the object's page, or null. Whether it still exists and may be seen, that page decides. */
export const objectLink = (type: string, id: string | null): string | null =>
  id && Object.hasOwn(PAGES, type) ? (PAGES[type]?.(id) ?? null) : null;
