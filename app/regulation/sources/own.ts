/** Documents cited. The statements of this library itself. */
import type { Source } from './source';

export const ownSources = {
  changemark: {
    short: 'Changemark reading',
    title: 'Reading of Changemark, applied where the documents are silent',
    issuer: 'Changemark',
    date: '2026-11-23',
    number: null,
    edition: '2026.11',
    link: null,
  },
} as const satisfies Record<string, Source>;
