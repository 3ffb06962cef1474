/**
 * The register deepened: what documents say against what is installed, whom a device talks to, what its maker says on
 * anti-virus, which patches it validated, and what stands between a unit and the network.
 */
import { sql } from 'drizzle-orm';
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
import { changes } from './changes.server';
import { editable, provenance, tenantRow } from './columns.server';
import { deviceModels, units } from './register.server';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export type BaselineSource = 'certificate' | 'technical_summary' | 'instructions' | 'mds2' | 'maker_statement';

/** What a document says the device is: one line a subject and document. */
export const baselineLines = pgTable(
  'baseline_lines',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    /** os, os_build, software, antivirus, firewall, ports, accounts, remote_access, encryption, ... (app/features/baseline). */
    subject: text('subject').notNull(),
    source: text('source').$type<BaselineSource>().notNull(),
    /** As the document says. */
    says: text('says').notNull(),
    ...provenance(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('baseline_lines_once').on(t.orgId, t.modelId, t.subject, t.source).where(sql`retired_at is null`),
  ],
);

/** What was found on units, line by line, for the same subjects. Newest counts. */
export const installedStates = pgTable(
  'installed_states',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    /** null: on every unit that nobody looked at by itself. */
    unitId: uuid('unit_id'),
    subject: text('subject').notNull(),
    found: text('found').notNull(),
    foundOn: date('found_on').notNull(),
    how: text('how').notNull().default(''),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [units.orgId, units.id] }),
    index('installed_states_by_model').on(t.orgId, t.modelId, t.subject, t.recordedAt),
  ],
);

export type FlowDirection = 'out' | 'in';
export type FlowProtocol = 'tcp' | 'udp' | 'icmp' | 'any';

/** Communication matrix: whom the device talks to. Ports null and protocol "any" are "not said", never "all allowed". */
export const flows = pgTable(
  'flows',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    /** Who is at the other end: "PACS", "DNS", "10.20.0.0/16". */
    peer: text('peer').notNull(),
    /** Network of the peer as CIDR; empty: not known. */
    peerNetwork: text('peer_network').notNull().default(''),
    direction: text('direction').$type<FlowDirection>().notNull(),
    protocol: text('protocol').$type<FlowProtocol>().notNull(),
    portFrom: integer('port_from'),
    portTo: integer('port_to'),
    purpose: text('purpose').notNull().default(''),
    /** null: nobody said whether patients hang on it. */
    clinical: boolean('clinical'),
    /** Whether it was seen on the wire, or only declared. */
    seenOn: date('seen_on'),
    ...provenance(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    check(
      'flows_ports',
      sql`port_from is null or (port_from between 0 and 65535 and port_to between port_from and 65535)`,
    ),
    index('flows_by_model').on(t.orgId, t.modelId, t.id),
  ],
);

export interface RuleLine {
  action: 'allow' | 'deny';
  direction: FlowDirection;
  protocol: FlowProtocol;
  portFrom: number | null;
  portTo: number | null;
  /** CIDR, name, or "any". */
  peer: string;
  note: string;
}

export interface ScanWindow {
  /** 1 Monday … 7 Sunday. */
  days: number[];
  /** "HH:MM", local time. */
  from: string;
  to: string;
}

export interface AntivirusProposal {
  product: string;
  exclusions: string[];
  scans: ScanWindow[];
  /** Percent; null: not limited, or nobody said. */
  cpuCap: number | null;
  realtime: boolean | null;
  /** "daily through a local server". */
  updates: string;
}

/** The network rules, or the anti-virus settings, that a change proposes. */
export const proposedSettings = pgTable(
  'proposed_settings',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    kind: text('kind').$type<'network' | 'antivirus'>().notNull(),
    rules: jsonb('rules').$type<RuleLine[]>(),
    /** What happens to what no rule names. */
    otherwise: text('otherwise').$type<'allow' | 'deny' | ''>().notNull().default(''),
    antivirus: jsonb('antivirus').$type<AntivirusProposal>(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('proposed_settings_once').on(t.orgId, t.changeId, t.kind),
  ],
);

/** What the maker says on anti-virus. One row a model; null is "not said". */
export const antivirusStatements = pgTable(
  'antivirus_statements',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    allowed: boolean('allowed'),
    products: text('products').array().notNull().default(sql`'{}'`),
    exclusions: text('exclusions').array().notNull().default(sql`'{}'`),
    /** "no scan while in use", in the maker's words. */
    scanRule: text('scan_rule').notNull().default(''),
    realtimeAllowed: boolean('realtime_allowed'),
    cpuCap: integer('cpu_cap'),
    updatesRule: text('updates_rule').notNull().default(''),
    ...provenance(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('antivirus_statements_once').on(t.orgId, t.modelId),
  ],
);

/** When patients are on it: weekly hours of a place, or of a model's units there (theatre lists). */
export const clinicalHours = pgTable(
  'clinical_hours',
  {
    ...tenantRow(),
    /** null: every model at that place. */
    modelId: uuid('model_id'),
    site: text('site').notNull().default(''),
    location: text('location').notNull().default(''),
    label: text('label').notNull(),
    windows: jsonb('windows').$type<ScanWindow[]>().notNull(),
    source: text('source').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('clinical_hours_by_model').on(t.orgId, t.modelId),
  ],
);

/** A patch of an operating system or component, and what the maker says of it for this model. */
export const patchValidations = pgTable(
  'patch_validations',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    /** "KB4012212". */
    patch: text('patch').notNull(),
    title: text('title').notNull().default(''),
    published: date('published'),
    supersedes: text('supersedes').array().notNull().default(sql`'{}'`),
    cves: text('cves').array().notNull().default(sql`'{}'`),
    state: text('state').$type<'validated' | 'refused' | 'not_said'>().notNull(),
    validatedOn: date('validated_on'),
    ...provenance(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('patch_validations_once').on(t.orgId, t.modelId, sql`lower(${t.patch})`).where(sql`retired_at is null`),
  ],
);

/** Fields that the NHS guidance wants of a connected device and the register has nowhere else (app/features/connected). */
export const connectedDetails = pgTable(
  'connected_details',
  {
    orgId: uuid('org_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    ipAddress: text('ip_address').notNull().default(''),
    macAddress: text('mac_address').notNull().default(''),
    hostname: text('hostname').notNull().default(''),
    /** null: not known. */
    holdsPatientData: boolean('holds_patient_data'),
    internetReachable: boolean('internet_reachable'),
    /** What stands between it and the rest: "VLAN 210 behind firewall F3". */
    behind: text('behind').notNull().default(''),
    /** Measure of the rule library that is in place: segmentation, network_firewall, isolation, …; empty: none recorded. */
    controls: text('controls').array().notNull().default(sql`'{}'`),
    /** Day on which the bought support (contract, extended security updates) of this unit ends. */
    contractEnds: date('contract_ends'),
    lot: text('lot').notNull().default(''),
    manufacturedOn: date('manufactured_on'),
    importId: uuid('import_id'),
    version: integer('version').notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.unitId] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [units.orgId, units.id] }),
  ],
);

/** That a control works: what was looked at, when, and when it goes stale. */
export const controlProofs = pgTable(
  'control_proofs',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    changeId: uuid('change_id'),
    /** A measure of the rule library. */
    measure: text('measure').notNull(),
    /** Which of its proofs, in the library's words. */
    proof: text('proof').notNull(),
    result: text('result').$type<'holds' | 'fails' | 'partly'>().notNull(),
    takenOn: date('taken_on').notNull(),
    staleOn: date('stale_on').notNull(),
    document: text('document').notNull().default(''),
    note: text('note').notNull().default(''),
    recordedByName: text('recorded_by_name').notNull(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('control_proofs_by_model').on(t.orgId, t.modelId, t.measure, t.takenOn),
    index('control_proofs_by_end').on(t.orgId, t.staleOn, t.id),
  ],
);

export interface PlanStep {
  /** Option of the rule library. */
  option: string;
  /** Day, month or year from which it is meant to hold ("2027-03-15", "2027-03", "2028"); empty: it waits. */
  from: string;
  waitsFor: 'supplier_answer' | 'support_end' | 'replacement' | '';
  /** next_step: given up when the step after it begins; empty: it stays. */
  until: 'next_step' | '';
  note: string;
}

/** Options over time as one plan: "isolate now, patch in March, replace in 2028". */
export const optionPlans = pgTable(
  'option_plans',
  {
    ...tenantRow(),
    modelId: uuid('model_id').notNull(),
    /** The change that carries the plan to signature; null: only a sketch for the model. */
    changeId: uuid('change_id'),
    title: text('title').notNull(),
    steps: jsonb('steps').$type<PlanStep[]>().notNull(),
    note: text('note').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    index('option_plans_by_model').on(t.orgId, t.modelId, t.createdAt),
    uniqueIndex('option_plans_one_a_change')
      .on(t.orgId, t.changeId)
      .where(sql`change_id is not null and retired_at is null`),
  ],
);
