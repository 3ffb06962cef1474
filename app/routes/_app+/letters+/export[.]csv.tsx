import { exportLetters } from '~/features/letters/export-letters.server';
import { protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', undefined, ({ actor, url }) =>
  exportLetters(actor, url.searchParams),
);
