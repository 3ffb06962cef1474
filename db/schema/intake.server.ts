/**
 * What comes in from outside: imports of files, the feeds they renew, advisories with what they match, and how a
 * mapping of columns is remembered.
 */
import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  Advisory,
  AdvisoryProduct,
  FileHead,
  FileKind,
  FileRecord,
  KevEntry,
  Problem,
} from '../../app/readers/records';
import { editable, tenantRow } from './columns.server';
import { organisations } from './people.server';
import { components, deviceModels, units } from './register.server';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

export type ImportStatus =
  | 'waiting'
  | 'reading'
  | 'refused'
  | 'mapping'
  | 'ready'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'failed';

/** What an import is to do; `feed` brings advisories, KEV, EPSS or end-of-support dates, alone or in a bundle. */
export type ImportPurpose = 'feed' | 'inventory' | 'components' | 'mds2';

/** One file on its way into the register: read, shown, applied in pieces, undone. Each step can be begun again. */
export const imports = pgTable(
  'imports',
  {
    ...tenantRow(),
    purpose: text('purpose').$type<ImportPurpose>().notNull(),
    kind: text('kind').$type<FileKind | 'bundle' | ''>().notNull().default(''),
    status: text('status').$type<ImportStatus>().notNull().default('waiting'),
    fileName: text('file_name').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    /** "a person", "folder:…", "address:…", "bundle:…". */
    broughtBy: text('brought_by').notNull().default(''),
    /** Model that a component list or an MDS2 form is for. */
    modelId: uuid('model_id'),
    /** Software version of that model; empty: whatever is fielded. */
    softwareVersion: text('software_version').notNull().default(''),
    /** For tables: column number → field, and "7.dates" → how the dates of column 7 are written. */
    mapping: jsonb('mapping').$type<Record<string, string>>(),
    head: jsonb('head').$type<FileHead>(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
    options: jsonb('options').$type<ImportOptions>().notNull().default({}),
    /** Bytes read, or rows applied or undone; `progressOf` is how many there are. */
    progress: bigint('progress', { mode: 'number' }).notNull().default(0),
    progressOf: bigint('progress_of', { mode: 'number' }).notNull().default(0),
    /** Why it went no further, in words. */
    problem: text('problem').notNull().default(''),
    cancelAsked: boolean('cancel_asked').notNull().default(false),
    createdByName: text('created_by_name').notNull(),
    readAt: moment('read_at'),
    appliedAt: moment('applied_at'),
    appliedByName: text('applied_by_name').notNull().default(''),
    undoneAt: moment('undone_at'),
    undoneByName: text('undone_by_name').notNull().default(''),
    undoReason: text('undo_reason').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('imports_by_time').on(t.orgId, t.createdAt, t.id),
    index('imports_by_digest').on(t.orgId, t.sha256),
  ],
);

export const importChunks = pgTable(
  'import_chunks',
  {
    orgId: uuid('org_id').notNull(),
    importId: uuid('import_id').notNull(),
    /** 0, 1, …: pieces of one MiB. */
    n: integer('n').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.n] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }),
  ],
);

/** `gone`: held, but not in the file; the row is there to show it, and to take it out where that is wanted. */
export type RowOutcome = 'new' | 'changed' | 'unchanged' | 'refused' | 'gone';

/** What people allowed or asked for, and what the import needs to take itself back. */
export interface ImportOptions {
  /** Makers and models that the register does not have may be added. */
  mayCreate?: boolean;
  /** Retired units of the file may be taken back into use. */
  mayRestore?: boolean;
  /** Components that the file does not list are retired. */
  retireGone?: boolean;
  /** Brought by a folder or an address: applied without a person when nothing is refused. */
  byItself?: boolean;
  /** Who pressed "apply" or "undo": the record names them when the work is done. */
  actedBy?: { userId: string | null; name: string; role: string };
  /** Day and author of a document about a model, where the person who brought it said so. */
  documentDate?: string;
  saidBy?: string;
  /** Feeds that the file renews, with what it says of its own age. */
  feeds?: { feed: FeedName; asOf: string | null; edition: string }[];
  /** Where it stood when it failed, so that somebody can let it go on there. */
  failedIn?: ImportStatus;
  /** What stood in `feeds` before this import, by feed. */
  feedsBefore?: Record<string, unknown>;
}

/** One record of the file: what applying it does, what was before (for undoing), and whether it is done. */
export const importRows = pgTable(
  'import_rows',
  {
    orgId: uuid('org_id').notNull(),
    importId: uuid('import_id').notNull(),
    /** Order in the file, from 1. */
    n: integer('n').notNull(),
    place: text('place').notNull(),
    kind: text('kind').$type<FileRecord['kind']>().notNull(),
    /** What people know it by: serial, CVE, advisory's id, component. */
    label: text('label').notNull().default(''),
    outcome: text('outcome').$type<RowOutcome>().notNull(),
    problems: jsonb('problems').$type<Problem[]>().notNull().default([]),
    warnings: jsonb('warnings').$type<string[]>().notNull().default([]),
    /** The record as read (for tables: after mapping), and the cells for the file of refused rows. */
    value: jsonb('value').$type<unknown>().notNull(),
    cells: jsonb('cells').$type<string[]>(),
    /** Field → [before, after], for what is changed. */
    differences: jsonb('differences').$type<Record<string, [unknown, unknown]>>(),
    targetId: uuid('target_id'),
    /** What applying it made or overwrote, as it was: what undoing brings back. */
    before: jsonb('before').$type<unknown>(),
    appliedAt: moment('applied_at'),
    undoneAt: moment('undone_at'),
    /** Why it was not undone: somebody has changed it since. */
    undoProblem: text('undo_problem').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.n] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }),
    index('import_rows_by_outcome').on(t.orgId, t.importId, t.outcome, t.n),
  ],
);

/** A mapping of columns by a name, offered again for a table with the same headings. */
export const columnProfiles = pgTable(
  'column_profiles',
  {
    ...tenantRow(),
    name: text('name').notNull(),
    /** Headings as written, in order. */
    headings: jsonb('headings').$type<string[]>().notNull(),
    /** Digest of the folded headings. */
    headingsKey: text('headings_key').notNull(),
    mapping: jsonb('mapping').$type<Record<string, string>>().notNull(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('column_profiles_name_once').on(t.orgId, sql`md5(lower(${t.name}))`),
    index('column_profiles_by_headings').on(t.orgId, t.headingsKey),
  ],
);

export type FeedName = 'advisories' | 'kev' | 'epss' | 'support';

/** How old what we hold of each feed is, and where it comes from by itself. No row: never loaded. */
export const feeds = pgTable(
  'feeds',
  {
    orgId: uuid('org_id').notNull(),
    feed: text('feed').$type<FeedName>().notNull(),
    /** Day of the data itself as the data says; null when it does not say. */
    asOf: date('as_of'),
    /** Version of the data as the data says. */
    edition: text('edition').notNull().default(''),
    loadedAt: moment('loaded_at'),
    importId: uuid('import_id'),
    entries: integer('entries').notNull().default(0),
    /** Folder or https address an administrator named; empty: only by hand. */
    folder: text('folder').notNull().default(''),
    address: text('address').notNull().default(''),
    lookedAt: moment('looked_at'),
    lookProblem: text('look_problem').notNull().default(''),
    version: integer('version').notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.feed] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
  ],
);

/** Whose signed offline bundles are taken in: Ed25519 public keys an administrator put here by name. */
export const bundleKeys = pgTable(
  'bundle_keys',
  {
    ...tenantRow(),
    name: text('name').notNull(),
    /** PEM (SubjectPublicKeyInfo). */
    publicKey: text('public_key').notNull(),
    /** SHA-256 of the key's DER, in hex. */
    fingerprint: text('fingerprint').notNull(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('bundle_keys_once').on(t.orgId, t.fingerprint),
  ],
);

export const kevEntries = pgTable(
  'kev_entries',
  {
    orgId: uuid('org_id').notNull(),
    cve: text('cve').notNull(),
    added: date('added').notNull(),
    due: date('due'),
    ransomware: boolean('ransomware'),
    entry: jsonb('entry').$type<KevEntry>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.cve] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
  ],
);

export const epssScores = pgTable(
  'epss_scores',
  {
    orgId: uuid('org_id').notNull(),
    cve: text('cve').notNull(),
    score: numeric('score', { precision: 10, scale: 9, mode: 'number' }).notNull(),
    percentile: numeric('percentile', { precision: 10, scale: 9, mode: 'number' }).notNull(),
    scoredOn: date('scored_on'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.cve] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
  ],
);

/** End-of-support dates that were imported; they go before those that come with the program. */
export const supportReleases = pgTable(
  'support_releases',
  {
    orgId: uuid('org_id').notNull(),
    product: text('product').notNull(),
    release: text('release').notNull(),
    title: text('title').notNull().default(''),
    label: text('label').notNull().default(''),
    /** Day; null with `ended` true: ended on a day nobody gives; null and false: not ended; both null: not known. */
    endsOn: date('ends_on'),
    ended: boolean('ended'),
    extendedEndsOn: date('extended_ends_on'),
    extendedEnded: boolean('extended_ended'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.product, t.release] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
  ],
);

/** new: nobody looked; matched: something of ours is named; waiting: a person has to say; decided; set_aside. */
export type AdvisoryState = 'new' | 'matched' | 'waiting' | 'decided' | 'set_aside' | 'no_match';

/** A published advisory or VEX document, as read. An update overwrites it; what it said before stays in its revisions. */
export const advisories = pgTable(
  'advisories',
  {
    ...tenantRow(),
    /** Id as published. */
    publishedId: text('published_id').notNull(),
    publisher: text('publisher').notNull().default(''),
    title: text('title').notNull(),
    format: text('format').notNull(),
    vendors: text('vendors').array().notNull().default(sql`'{}'`),
    initialRelease: date('initial_release'),
    currentRelease: date('current_release'),
    revision: text('revision').notNull().default(''),
    maxScore: numeric('max_score', { precision: 3, scale: 1, mode: 'number' }),
    cveCount: integer('cve_count').notNull().default(0),
    content: jsonb('content').$type<Advisory>().notNull(),
    contentSha256: text('content_sha256').notNull(),
    importId: uuid('import_id'),
    state: text('state').$type<AdvisoryState>().notNull().default('new'),
    /** Units that the matches say are hit, and that may be: kept by matching, so that the inbox need not count. */
    unitsHit: integer('units_hit').notNull().default(0),
    unitsUnclear: integer('units_unclear').notNull().default(0),
    modelsMatched: integer('models_matched').notNull().default(0),
    matchesWaiting: integer('matches_waiting').notNull().default(0),
    matchedAt: moment('matched_at'),
    decidedAt: moment('decided_at'),
    decidedByName: text('decided_by_name').notNull().default(''),
    decision: text('decision').notNull().default(''),
    /** What the inbox sorts by: newest first, undated last. */
    releaseKey: date('release_key').generatedAlwaysAs(
      (): SQL => sql.raw(`coalesce(current_release, initial_release, '-infinity'::date)`),
    ),
    searchKey: text('search_key').generatedAlwaysAs(
      (): SQL => sql.raw(`lower(left(published_id, 120) || ' ' || left(title, 300) || ' ' || left(publisher, 120))`),
    ),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('advisories_once').on(t.orgId, sql`md5(lower(${t.publisher}) || chr(10) || lower(${t.publishedId}))`),
    index('advisories_by_release').on(t.orgId, t.releaseKey, t.id),
    index('advisories_by_state').on(t.orgId, t.state, t.releaseKey, t.id),
  ],
);

/** What an advisory said before it was updated. */
export const advisoryRevisions = pgTable(
  'advisory_revisions',
  {
    ...tenantRow(),
    advisoryId: uuid('advisory_id').notNull(),
    revision: text('revision').notNull().default(''),
    currentRelease: date('current_release'),
    content: jsonb('content').$type<Advisory>().notNull(),
    contentSha256: text('content_sha256').notNull(),
    replacedAt: moment('replaced_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.advisoryId], foreignColumns: [advisories.orgId, advisories.id] }),
    index('advisory_revisions_by_advisory').on(t.orgId, t.advisoryId, t.replacedAt),
  ],
);

/** The vulnerabilities of an advisory by id, for "what do we have for CVE-x?". */
export const advisoryCves = pgTable(
  'advisory_cves',
  {
    orgId: uuid('org_id').notNull(),
    advisoryId: uuid('advisory_id').notNull(),
    /** In capitals. */
    cve: text('cve').notNull(),
    score: numeric('score', { precision: 3, scale: 1, mode: 'number' }),
    vector: text('vector').notNull().default(''),
    title: text('title').notNull().default(''),
    /** Best that its remediations come to, by their words: see RemedyMeaning; empty: none given. */
    remedy: text('remedy').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.advisoryId, t.cve] }),
    foreignKey({ columns: [t.orgId, t.advisoryId], foreignColumns: [advisories.orgId, advisories.id] }),
    index('advisory_cves_by_cve').on(t.orgId, t.cve, t.advisoryId),
  ],
);

export type MatchConfidence = 'certain' | 'likely' | 'possible';
export type MatchState = 'proposed' | 'confirmed' | 'rejected';

/** One reason of a match, in words, and how much it carries. */
export interface MatchReason {
  rule: string;
  says: string;
  /** for, against, or open: a person has to look. */
  weighs: 'for' | 'against' | 'open';
}

/** A product of an advisory thought to be a model of ours, or to sit in it as a component. */
export const matches = pgTable(
  'matches',
  {
    ...tenantRow(),
    advisoryId: uuid('advisory_id').notNull(),
    modelId: uuid('model_id').notNull(),
    /** Digest of what the advisory calls the product: vendor, name and component path, without its version. */
    productKey: text('product_key').notNull(),
    /** Lines of the advisory that this match stands for, as written: one or more version statements of one product. */
    products: jsonb('products').$type<AdvisoryProduct[]>().notNull(),
    cves: text('cves').array().notNull().default(sql`'{}'`),
    how: text('how').$type<'name' | 'component' | 'identifier' | 'person'>().notNull(),
    componentId: uuid('component_id'),
    confidence: text('confidence').$type<MatchConfidence>().notNull(),
    reasons: jsonb('reasons').$type<MatchReason[]>().notNull(),
    state: text('state').$type<MatchState>().notNull().default('proposed'),
    /** By a person on this match, or remembered from one (then `memoryId` says which). */
    decidedAt: moment('decided_at'),
    decidedByName: text('decided_by_name').notNull().default(''),
    decision: text('decision').notNull().default(''),
    memoryId: uuid('memory_id'),
    unitsHit: integer('units_hit').notNull().default(0),
    unitsUnclear: integer('units_unclear').notNull().default(0),
    unitsNot: integer('units_not').notNull().default(0),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.advisoryId], foreignColumns: [advisories.orgId, advisories.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    foreignKey({ columns: [t.orgId, t.componentId], foreignColumns: [components.orgId, components.id] }),
    uniqueIndex('matches_once').on(t.orgId, t.advisoryId, t.modelId, t.productKey),
    index('matches_by_model').on(t.orgId, t.modelId, t.advisoryId),
    index('matches_waiting').on(t.orgId, t.advisoryId).where(sql`state = 'proposed'`),
  ],
);

export type VersionVerdict = 'affected' | 'not_affected' | 'fixed' | 'under_investigation' | 'unclear';

/**
 * Whether units of a match's model are hit, by the version that is on them ('' is not known) and by vulnerability
 * ('' for all of the match's). Units look it up by their version, so a hundred thousand of them need few rows.
 */
export const matchVersions = pgTable(
  'match_versions',
  {
    orgId: uuid('org_id').notNull(),
    matchId: uuid('match_id').notNull(),
    modelId: uuid('model_id').notNull(),
    /** md5 of the version as it stands on the unit or its model. */
    versionKey: text('version_key').notNull(),
    version: text('version').notNull(),
    cve: text('cve').notNull().default(''),
    verdict: text('verdict').$type<VersionVerdict>().notNull(),
    because: text('because').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.matchId, t.versionKey, t.cve] }),
    foreignKey({ columns: [t.orgId, t.matchId], foreignColumns: [matches.orgId, matches.id] }),
    index('match_versions_by_model').on(t.orgId, t.modelId, t.versionKey),
  ],
);

/** What a person said once about "this maker's product by this name is, or is not, this model"; used again with its reason. */
export const matchMemories = pgTable(
  'match_memories',
  {
    ...tenantRow(),
    productKey: text('product_key').notNull(),
    vendor: text('vendor').notNull(),
    product: text('product').notNull(),
    modelId: uuid('model_id').notNull(),
    same: boolean('same').notNull(),
    reason: text('reason').notNull(),
    saidByName: text('said_by_name').notNull(),
    saidBy: uuid('said_by'),
    saidAt: moment('said_at').notNull().defaultNow(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('match_memories_one_current').on(t.orgId, t.productKey, t.modelId).where(sql`superseded_at is null`),
  ],
);

/** What a person reads out of a version text that no rule can read: "< april 2018" means up to 3.4. */
export const versionReadings = pgTable(
  'version_readings',
  {
    ...tenantRow(),
    matchId: uuid('match_id').notNull(),
    /** As the advisory writes it. */
    text: text('text').notNull(),
    /** Version of ours it is said about; '' for units whose version is not known. */
    version: text('version').notNull(),
    verdict: text('verdict').$type<VersionVerdict>().notNull(),
    reason: text('reason').notNull(),
    saidByName: text('said_by_name').notNull(),
    saidAt: moment('said_at').notNull().defaultNow(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.matchId], foreignColumns: [matches.orgId, matches.id] }),
    index('version_readings_by_match').on(t.orgId, t.matchId, t.saidAt),
  ],
);

/** An earlier decision that was shown for a change, what differs, and what somebody made of it. Never applied by itself. */
export const rationaleUses = pgTable(
  'rationale_uses',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    fromChangeId: uuid('from_change_id').notNull(),
    differences: jsonb('differences').$type<{ what: string; was: string; now: string }[]>().notNull(),
    note: text('note').notNull(),
    usedByName: text('used_by_name').notNull(),
    usedBy: uuid('used_by'),
    usedAt: moment('used_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('rationale_uses_by_change').on(t.orgId, t.changeId, t.usedAt),
    index('rationale_uses_by_origin').on(t.orgId, t.fromChangeId, t.usedAt),
  ],
);

/** What a unit's network and clinical place do to a vulnerability: answers of the MITRE rubric and environmental metrics. */
export const exposureAnswers = pgTable(
  'exposure_answers',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    /** null: every unit of the model. */
    unitId: uuid('unit_id'),
    /** '' : every vulnerability; otherwise one. */
    cve: text('cve').notNull().default(''),
    /** Question of the rubric ("XAVN"), or "CR", "IR", "AR", "behind_control". */
    question: text('question').notNull(),
    /** yes, no, unknown; low, medium, high for requirements. */
    answer: text('answer').notNull(),
    reason: text('reason').notNull().default(''),
    saidByName: text('said_by_name').notNull(),
    saidAt: moment('said_at').notNull().defaultNow(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [units.orgId, units.id] }),
    index('exposure_answers_by_model').on(t.orgId, t.modelId, t.question),
    // Two people cannot both be the last to answer.
    uniqueIndex('exposure_answers_one_current')
      .on(t.orgId, t.modelId, sql`coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)`, t.cve, t.question)
      .where(sql`superseded_at is null`),
  ],
);

/** Figures of the fleet on a day, for the trends. One row a day; the last look of the day counts. */
export const fleetDays = pgTable(
  'fleet_days',
  {
    orgId: uuid('org_id').notNull(),
    day: date('day').notNull(),
    figures: jsonb('figures').$type<Record<string, { n: number; of: number }>>().notNull(),
    takenAt: moment('taken_at').notNull().defaultNow(),
    /** Milliseconds it took to take them. */
    tookMs: integer('took_ms').notNull().default(0),
    schema: smallint('schema').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.day] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
  ],
);
