/**
 * Every document the charts cite, once: title, issuer, date, number, edition and, where it is certain, the official
 * public page. A citation names its document by the key used here, so a misspelt document does not compile.
 */
import type { Citation } from './chart';
import { euSources } from './sources/eu';
import { internationalSources } from './sources/international';
import { nhsSources } from './sources/nhs';
import { ownSources } from './sources/own';
import type { Source } from './sources/source';
import { standardsSources } from './sources/standards';
import { ukSources } from './sources/uk';
import { usSources } from './sources/us';

export type { Source } from './sources/source';

export const SOURCES = {
  ...euSources,
  ...usSources,
  ...ukSources,
  ...nhsSources,
  ...standardsSources,
  ...internationalSources,
  ...ownSources,
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;

/**
 * Fixes the document of a citation, so that a chart only says where in it.
 * @param source key of SOURCES
 * @returns a function from the place ("§4.3.2.3") to the citation
 */
export function citing(source: SourceKey): (at: string) => Citation {
  return (at) => ({ source, at });
}

/** The document behind a citation, or null when the key is not in SOURCES. */
export function sourceOf(citation: Citation): Source | null {
  return isSourceKey(citation.source) ? SOURCES[citation.source] : null;
}

/**
 * A citation as it is printed: "MDCG 2020-3 Rev.1 §4.3.2.3".
 * @throws when the document is not in SOURCES: a chart with an unknown document is a defect, not a case to print around
 */
export function citationText(citation: Citation): string {
  const source = sourceOf(citation);
  if (!source) throw new Error(`citation of an unknown document: ${citation.source}`);
  if (citation.at === '') return source.short;
  // "§4.3.2.3", "Chart C" and "reg 2" follow the name directly; a place in words is set off by a comma.
  const inWords = /^[a-z]/.test(citation.at) && !citation.at.startsWith('reg ');
  return `${source.short}${inWords ? ', ' : ' '}${citation.at}`;
}

function isSourceKey(key: string): key is SourceKey {
  return Object.hasOwn(SOURCES, key);
}
