/** What the page of an advisory shows. Pure types. */
import type {
  AdvisoryState,
  MatchConfidence,
  MatchReason,
  MatchState,
  VersionVerdict,
} from '../../../db/schema/index.server';
import type { AdvisoryProduct, Remediation, RemedyMeaning } from '../../readers/records';
import type { FeedAge } from '../imports/feed-words';
import type { AdvisoryDifferences } from './advisory-differences';
import type { Disagreement } from './disagreements.server';

export interface VulnerabilityView {
  cve: string;
  title: string;
  cwe: string;
  description: string;
  scores: { version: string; vector: string; baseScore: number }[];
  remediations: Pick<Remediation, 'category' | 'details' | 'date' | 'url' | 'meaning'>[];
  /** What it all comes to, by the words; empty where nothing is said. */
  remedy: RemedyMeaning | '';
  kev: { added: string; due: string | null; ransomware: boolean | null } | null;
  epss: { score: number; percentile: number; on: string | null } | null;
}

export interface MatchView {
  id: string;
  version: number;
  model: { id: string; name: string; supplier: string };
  product: string;
  lines: AdvisoryProduct[];
  cves: string[];
  how: 'name' | 'component' | 'identifier' | 'person';
  confidence: MatchConfidence;
  reasons: MatchReason[];
  state: MatchState;
  decidedByName: string;
  decidedAt: string | null;
  decision: string;
  /** Decided on an earlier advisory, and used again here. */
  isRemembered: boolean;
  unitsHit: number;
  unitsUnclear: number;
  unitsNot: number;
}

/** What one version of ours comes to under a match. */
export interface MatchVersionView {
  version: string;
  units: number;
  verdict: VersionVerdict;
  because: string;
  /** Vulnerabilities of which the document says something else. */
  otherwise: { cve: string; verdict: VersionVerdict; because: string }[];
}

export interface AdvisoryChange {
  id: string;
  reference: string;
  title: string;
  status: string;
  model: string;
}

export interface AdvisoryView {
  id: string;
  version: number;
  publishedId: string;
  title: string;
  publisher: string;
  format: string;
  category: string;
  vendors: string[];
  initialRelease: string | null;
  currentRelease: string | null;
  revision: string;
  maxScore: number | null;
  summary: string;
  references: string[];
  state: AdvisoryState;
  isMatched: boolean;
  unitsHit: number;
  unitsUnclear: number;
  modelsMatched: number;
  matchesWaiting: number;
  decision: string;
  decidedByName: string;
  decidedAt: string | null;
  vulnerabilities: VulnerabilityView[];
  /** Products by name with every version as written, and how each was read. */
  products: {
    key: string;
    vendor: string;
    name: string;
    versions: { text: string; readAs: string; open: boolean }[];
  }[];
  matches: MatchView[];
  disagreements: Disagreement[];
  /** Newest first: what each update changed. */
  revisions: {
    id: string;
    revision: string;
    release: string | null;
    replacedAt: string;
    differences: AdvisoryDifferences;
  }[];
  /** Changes that are for these vulnerabilities on models it matches. */
  changes: AdvisoryChange[];
  /** More than are shown. */
  moreVulnerabilities: number;
  moreProducts: number;
  moreMatches: number;
  ages: FeedAge[];
  today: string;
  may: { decide: boolean; propose: boolean; draft: boolean };
}
