/** End-of-support dates of products and their releases, in the form of endoflife.date. */
import { headOf } from '../head';
import { readJson } from '../json/read-json.server';
import type { Reader } from '../reader';
import { checkSupport } from './check-support';

/** Gives one record for each release. */
export const readSupport: Reader = async (source, out) => {
  const json = await readJson(source);
  const { errors, warnings, releases } = checkSupport(json);
  if (errors.length > 0) return headOf('support', 'end-of-support data', { errors });
  await out.records(releases.map(({ place, value }) => ({ kind: 'support', place, warnings: [], value })));
  const about = (json as { _about?: { source?: unknown } })._about?.source;
  return headOf('support', 'end-of-support data', {
    warnings,
    asOf: typeof about === 'string' ? (/\b\d{4}-\d\d-\d\d\b/.exec(about)?.[0] ?? null) : null,
    facts: {
      source: typeof about === 'string' ? about : '',
      product_count: new Set(releases.map(({ value }) => value.product)).size,
      release_count: releases.length,
      products: [...new Set(releases.map(({ value }) => value.product))],
    },
  });
};
