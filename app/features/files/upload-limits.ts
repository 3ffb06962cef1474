/** How much a supplier may send, and what. Said on the page, held while streaming. */

export const MEGABYTE = 1024 * 1024;
export const LARGEST_FILE = 25 * MEGABYTE;
export const MOST_FILES = 20;
export const LARGEST_REPLY = 100 * MEGABYTE;

/** What is taken, by the end of the name. */
export const ACCEPTED = ['pdf', 'png', 'jpg', 'jpeg', 'txt', 'csv', 'json', 'xml', 'spdx', 'xlsx', 'docx'] as const;
export type Accepted = (typeof ACCEPTED)[number];

export const ACCEPTED_WORDS =
  'PDF, PNG, JPEG, TXT, CSV, JSON and XML (CSAF, VEX, CycloneDX, SPDX), XLSX and DOCX without macros';

/** For the file field: phones offer only what is taken. */
export const ACCEPT_ATTRIBUTE = ACCEPTED.map((end) => `.${end}`).join(',');

export const MEDIA_TYPES: Record<Accepted, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  spdx: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
