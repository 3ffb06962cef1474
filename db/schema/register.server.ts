/** The register: suppliers, device models with certifications and components, units, and the facts behind them. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { editable, provenance, tenantRow } from './columns.server';
import { organisations } from './people.server';

export const suppliers = pgTable(
  'suppliers',
  {
    ...tenantRow(),
    name: text('name').notNull(),
    country: text('country').notNull().default(''),
    website: text('website').notNull().default(''),
    address: text('address').array().notNull().default(sql`'{}'`),
    notes: text('notes').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('suppliers_name_once').on(t.orgId, sql`lower(${t.name})`),
    index('suppliers_by_name').on(t.orgId, t.name, t.id),
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
    mds2Date: date('mds2_date'),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    uniqueIndex('device_models_name_once').on(
      t.orgId,
      t.supplierId,
      sql`lower(${t.name})`,
      sql`lower(${t.modelNumber})`,
    ),
    index('device_models_by_name').on(t.orgId, t.name, t.id),
    index('device_models_by_supplier').on(t.orgId, t.supplierId, t.id),
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
    uniqueIndex('software_versions_once').on(t.orgId, t.modelId, t.release),
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
    index('components_by_model').on(t.orgId, t.modelId, t.name),
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
    ...provenance(),
    ...editable(),
  },
  (t) => [
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
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('units_serial_once').on(t.orgId, t.modelId, t.serial),
    index('units_by_model').on(t.orgId, t.modelId, t.id),
    index('units_by_serial').on(t.orgId, t.serial, t.id),
    index('units_by_location').on(t.orgId, t.location, t.id),
    index('units_by_os').on(t.orgId, t.osProduct, t.osRelease, t.id),
    index('units_by_zone').on(t.orgId, t.networkZone, t.id),
  ],
);

/**
 * Where each field of the register comes from. A new statement on the same field supersedes the old one, which stays:
 * what was known when can always be read back. `value` null is a recorded "unknown".
 */
export const registerFacts = pgTable(
  'register_facts',
  {
    ...tenantRow(),
    subjectType: text('subject_type').$type<'model' | 'unit' | 'certification' | 'supplier'>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    field: text('field').notNull(),
    value: jsonb('value'),
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
  ],
);
