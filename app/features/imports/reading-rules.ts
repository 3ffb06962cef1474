/** Which files an import of each purpose takes, and which feeds they renew. Pure. */
import type { FileHead, FileKind, Problem } from '../../readers/records';
import type { FeedId } from './feed-words';
import type { Purpose } from './import-words';

const TAKEN: Record<Purpose, readonly FileKind[]> = {
  feed: ['csaf', 'openvex', 'kev', 'epss', 'support', 'cyclonedx', 'spdx'],
  inventory: ['table', 'fhir', 'udi'],
  components: ['cyclonedx', 'spdx'],
  mds2: ['mds2'],
};

const WANTED: Record<Purpose, string> = {
  feed: 'advisories, VEX, KEV, EPSS or end-of-support dates',
  inventory: 'an inventory (CSV, XLSX), FHIR Device resources or UDI carriers',
  components: 'a component list (CycloneDX, SPDX)',
  mds2: 'an MDS2 form',
};

/** Why a file that is valid in itself is not taken here; null when it is. */
export function purposeProblem(purpose: Purpose, { kind, format, counts }: FileHead): Problem | null {
  const refusal = (message: string): Problem => ({ place: '', rule: 'purpose', message });
  if (!kind || !TAKEN[purpose].includes(kind)) {
    return refusal(`This is ${format}; here ${WANTED[purpose]} is expected.`);
  }
  if (purpose === 'feed' && (kind === 'cyclonedx' || kind === 'spdx') && !counts.advisory) {
    return refusal('This is a component list without a statement on a vulnerability. Bring it as the list of a model.');
  }
  return null;
}

const FEED_OF: Partial<Record<FileKind, FeedId>> = {
  ...{ csaf: 'advisories', openvex: 'advisories', cyclonedx: 'advisories', spdx: 'advisories' },
  ...{ kev: 'kev', epss: 'epss', support: 'support' },
};

export interface RenewedFeed {
  feed: FeedId;
  asOf: string | null;
  edition: string;
}

const EDITIONS = ['catalog_version', 'catalogVersion', 'model_version'];

/** The feed that a file of a feed renews, with what the file says of its age. */
export function feedOf(head: FileHead, otherwiseAsOf: string | null = null): RenewedFeed | null {
  const feed = head.kind ? FEED_OF[head.kind] : undefined;
  if (!feed) return null;
  const edition = EDITIONS.map((name) => head.facts[name]).find((value) => typeof value === 'string');
  return { feed, asOf: head.asOf?.slice(0, 10) ?? otherwiseAsOf, edition: typeof edition === 'string' ? edition : '' };
}

/** One line a feed: the newest day of its files. */
export function newestFeeds(all: readonly RenewedFeed[]): RenewedFeed[] {
  const newest = new Map<FeedId, RenewedFeed>();
  for (const one of all) {
    const present = newest.get(one.feed);
    if (!present || (one.asOf ?? '') > (present.asOf ?? '')) newest.set(one.feed, one);
  }
  return [...newest.values()];
}

/** A head as it is kept: without lists that the rows hold already. */
export const smallHead = (head: FileHead): FileHead => ({
  ...head,
  facts: Object.fromEntries(
    Object.entries(head.facts).filter(([, value]) => !(Array.isArray(value) && JSON.stringify(value).length > 60_000)),
  ),
});
