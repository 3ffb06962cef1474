/**
 * The register: suppliers, device models with certifications and components, units, and the facts behind them.
 *
 * Any text may be 100,000 characters long, and an index row holds some 2,700 bytes: so lists sort by the generated
 * `…_key` columns (the beginning, in lower case), and uniqueness is kept on digests. The keys are columns of their own
 * because row-level security lets an index be used only for comparisons the planner knows to leak nothing.
 */
import { type SQL, sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { editable, jsonValue, provenance, tenantRow } from './columns.server';
import { organisations } from './people.server';

/** What a list sorts by: the beginning of a text, in lower case. */
const sortKey = (column: string, of: string) =>
  text(column).generatedAlwaysAs((): SQL => sql.raw(`lower(left(${of}, 120))`));

/** "windows/7-sp1"; empty when not known. */
const osKey = () =>
  text('os_key').generatedAlwaysAs(
    (): SQL =>
      sql.raw(`case when os_product = '' then '' else left(os_product, 80) || '/' || left(os_release, 80) end`),
  );

export const suppliers = pgTable(
  'suppliers',
  {
    ...tenantRow(),
    name: text('name').notNull(),
    country: text('country').notNull().default(''),
    website: text('website').notNull().default(''),
    address: text('address').array().notNull().default(sql`'{}'`),
    notes: text('notes').notNull().default(''),
    nameKey: sortKey('name_key', 'name'),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('suppliers_name_once').on(t.orgId, sql`md5(lower(${t.name}))`),
    index('suppliers_by_name').on(t.orgId, t.nameKey, t.id),
  ],
);

export const supplierContacts = pgTable(
  'supplier_contacts',
  {
    ...tenantRow(),
    supplierId: uuid('supplier_id').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull().default(''),
    email: text('email').notNull().default(''),
    telephone: text('telephone').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    index('supplier_contacts_by_supplier').on(t.orgId, t.supplierId),
  ],
);

/** What is certified. Lifecycle facts that must stay answerable as "unknown" are nullable. */
export const deviceModels = pgTable(
  'device_models',
  {
    ...tenantRow(),
    supplierId: uuid('supplier_id').notNull(),
    name: text('name').notNull(),
    modelNumber: text('model_number').notNull().default(''),
    /** What kind of device, in words: "infusion pump", "CT scanner". */
    kind: text('kind').notNull(),
    udiDi: text('udi_di').notNull().default(''),
    intendedPurpose: text('intended_purpose').notNull().default(''),
    softwareVersion: text('software_version').notNull().default(''),
    /** Product id of the end-of-support catalogue ("windows"), or free text; empty is not known. */
    osProduct: text('os_product').notNull().default(''),
    osRelease: text('os_release').notNull().default(''),
    /** null: not known. */
    networkConnected: boolean('network_connected'),
    clinicalOwner: text('clinical_owner').notNull().default(''),
    tolerableDowntime: text('tolerable_downtime').notNull().default(''),
    fallback: text('fallback').notNull().default(''),
    /** Ports, protocols and peers the maker declares. */
    networkNeeds: text('network_needs').notNull().default(''),
    /** How the supplier reaches the device from outside. */
    remoteAccess: text('remote_access').notNull().default(''),
    /** Who maintains it and under which arrangement. */
    maintenance: text('maintenance').notNull().default(''),
    /** Day on which the maker itself stops supporting the model. */
    makerSupportEnds: date('maker_support_ends'),
    mds2Date: date('mds2_date'),
    /** After how many changes on the device since its baseline they are to be looked at together. */
    cumulativeAfter: integer('cumulative_after').notNull().default(5),
    /** Units not retired; a trigger keeps it, so that lists need not count. */
    unitsInUse: integer('units_in_use').notNull().default(0),
    nameKey: sortKey('name_key', 'name'),
    kindKey: sortKey('kind_key', 'kind'),
    osKey: osKey(),
    searchKey: text('search_key').generatedAlwaysAs(
      (): SQL =>
        sql.raw(
          `lower(left(name, 120) || ' ' || left(model_number, 120) || ' ' || left(kind, 120) || ' ' || left(udi_di, 60))`,
        ),
    ),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    uniqueIndex('device_models_name_once').on(
      t.orgId,
      t.supplierId,
      sql`md5(lower(${t.name}))`,
      sql`md5(lower(${t.modelNumber}))`,
    ),
    index('device_models_by_name').on(t.orgId, t.nameKey, t.id),
    index('device_models_by_supplier').on(t.orgId, t.supplierId, t.id),
  ],
);

/** Published security advisories about a model: what the proposing form offers as reasons for a change. */
export const modelAdvisories = pgTable(
  'model_advisories',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    /** Id as published: "ICSMA-20-049-01". */
    advisory: text('advisory').notNull(),
    title: text('title').notNull(),
    published: date('published'),
    /** Affected products as the advisory names them. */
    products: text('products').array().notNull().default(sql`'{}'`),
    vulnerabilities: jsonb('vulnerabilities').$type<{ cve: string; cvss?: string }[]>().notNull(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('model_advisories_once').on(t.orgId, t.modelId, sql`md5(${t.advisory})`),
  ],
);

export const softwareVersions = pgTable(
  'software_versions',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    release: text('release').notNull(),
    releasedOn: date('released_on'),
    osProduct: text('os_product').notNull().default(''),
    osRelease: text('os_release').notNull().default(''),
    notes: text('notes').notNull().default(''),
    ...provenance(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('software_versions_once').on(t.orgId, t.modelId, sql`md5(${t.release})`),
  ],
);

export const components = pgTable(
  'components',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    name: text('name').notNull(),
    release: text('release').notNull().default(''),
    supplier: text('supplier').notNull().default(''),
    purl: text('purl').notNull().default(''),
    ...provenance(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('components_by_model').on(t.orgId, t.modelId, t.id),
  ],
);

/** Answers of the maker's MDS2 form, one row a question. */
export const mds2Answers = pgTable(
  'mds2_answers',
  {
    orgId: uuid('org_id').notNull(),
    modelId: uuid('model_id').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    note: text('note').notNull().default(''),
    ...provenance(),
    recordedBy: uuid('recorded_by'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.modelId, t.question] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
  ],
);

export const certifications = pgTable(
  'certifications',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    market: text('market').notNull(),
    basis: text('basis').notNull(),
    class: text('class').notNull().default(''),
    body: text('body').notNull().default(''),
    number: text('number').notNull().default(''),
    scope: text('scope').notNull().default(''),
    issuedOn: date('issued_on'),
    expiresOn: date('expires_on'),
    /** A clearance or a declaration that runs out on no day; without it and without a date, the end is not known. */
    doesNotExpire: boolean('does_not_expire').notNull().default(false),
    ...provenance(),
    ...editable(),
  },
  (t) => [
    check('certifications_one_end', sql`not (does_not_expire and expires_on is not null)`),
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('certifications_by_model').on(t.orgId, t.modelId),
    index('certifications_by_expiry').on(t.orgId, t.expiresOn, t.id),
  ],
);

/** What stands on a ward. Empty software version or operating system: as the model says. */
export const units = pgTable(
  'units',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    serial: text('serial').notNull(),
    assetTag: text('asset_tag').notNull().default(''),
    site: text('site').notNull().default(''),
    location: text('location').notNull().default(''),
    networkZone: text('network_zone').notNull().default(''),
    installedVersion: text('installed_version').notNull().default(''),
    osProduct: text('os_product').notNull().default(''),
    osRelease: text('os_release').notNull().default(''),
    owner: text('owner').notNull().default(''),
    suppliedOn: date('supplied_on'),
    notes: text('notes').notNull().default(''),
    serialKey: sortKey('serial_key', 'serial'),
    siteKey: sortKey('site_key', 'site'),
    locationKey: sortKey('location_key', 'location'),
    zoneKey: sortKey('zone_key', 'network_zone'),
    osKey: osKey(),
    searchKey: text('search_key').generatedAlwaysAs(
      (): SQL =>
        sql.raw(
          `lower(left(serial, 120) || ' ' || left(asset_tag, 120) || ' ' || left(site, 120) || ' ' || left(location, 120))`,
        ),
    ),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('units_serial_once').on(t.orgId, t.modelId, sql`md5(${t.serial})`),
    index('units_by_model').on(t.orgId, t.modelId, t.serialKey, t.id),
    // Carries search_key, model_id and retired_at besides: see migration 0007.
    index('units_by_serial').on(t.orgId, t.serialKey, t.id),
    index('units_by_site').on(t.orgId, t.siteKey, t.id),
    index('units_by_location').on(t.orgId, t.locationKey, t.id),
    index('units_by_os').on(t.orgId, t.osKey, t.serialKey, t.id),
    index('units_by_zone').on(t.orgId, t.zoneKey, t.serialKey, t.id),
  ],
);

export type FactSubject = 'model' | 'unit' | 'certification' | 'supplier';

/**
 * Where each field of the register comes from. A new statement on the same field supersedes the old one, which stays:
 * what was known when can always be read back. `value` null is a recorded "unknown".
 */
export const registerFacts = pgTable(
  'register_facts',
  {
    ...tenantRow(),
    subjectType: text('subject_type').$type<FactSubject>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    field: text('field').notNull(),
    value: jsonValue('value'),
    ...provenance(),
    recordedBy: uuid('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
    supersededAt: timestamp('superseded_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    // One current statement a field: two writers cannot both be the current one.
    uniqueIndex('register_facts_one_current')
      .on(t.orgId, t.subjectType, t.subjectId, t.field)
      .where(sql`superseded_at is null`),
    index('register_facts_by_subject').on(t.orgId, t.subjectType, t.subjectId, t.recordedAt),
  ],
);
