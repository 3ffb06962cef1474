/** The checklist of a change: which lines its kinds ask for, in four parts. Pure. */
import type { KindId } from '../../regulation/kinds/kind-ids';
import { CHECK_GROUPS, type CheckGroup, groupOf } from './check-groups';
import { CHECK_LINES, type CheckLine, type CheckLineKey } from './check-lines';

type Keys = readonly CheckLineKey[];

/** Whatever is done on a device. */
const ON_DEVICE: Keys = [
  ...(['before.permission', 'before.versions', 'before.acceptance', 'before.hazards'] as const),
  ...(['during.window', 'during.backup', 'during.record'] as const),
  ...(['after.version', 'after.acceptance', 'after.alarms', 'after.interfaces', 'after.register'] as const),
  ...(['back_out.way', 'back_out.tried', 'back_out.until'] as const),
];

/** Software that is put on it. */
const NEW_SOFTWARE: Keys = [
  ...ON_DEVICE,
  ...(['before.release_note', 'before.regression', 'before.trial'] as const),
  ...(['during.source', 'during.first_unit', 'after.data', 'back_out.exposed'] as const),
];

/** A setting of what is there already. */
const SETTING: Keys = [...ON_DEVICE, 'before.trial', 'during.first_unit', 'back_out.exposed'];

/** Whatever is done around a device. */
const AROUND: Keys = [
  ...(['before.requirements', 'before.rules', 'before.hazards'] as const),
  ...(['during.window', 'during.flows_watched', 'during.record'] as const),
  ...(['after.alarms', 'after.interfaces', 'after.remote', 'after.watched', 'after.register'] as const),
  ...(['back_out.way', 'back_out.tried', 'back_out.until', 'back_out.exposed'] as const),
];

/** Lines by kind, derived from the law books' table of changes (their focus of clinical safety) and our own kinds. */
const OF_KIND: Record<KindId, Keys> = {
  os_patch: [...NEW_SOFTWARE, 'before.drivers', 'after.vulnerability'],
  app_patch: [...NEW_SOFTWARE, 'after.vulnerability'],
  firmware_update: [
    ...NEW_SOFTWARE,
    ...(['before.calibration', 'during.power', 'after.calibrated', 'after.vulnerability', 'back_out.cannot'] as const),
  ],
  feature_update: [...NEW_SOFTWARE, 'before.migration', 'after.users'],
  os_upgrade: [...NEW_SOFTWARE, 'before.drivers', 'before.migration', 'after.users', 'after.remote', 'after.watched'],
  os_replacement: [
    ...NEW_SOFTWARE,
    ...([
      'before.drivers',
      'before.migration',
      'before.platform',
      'after.users',
      'after.remote',
      'after.watched',
    ] as const),
  ],
  av_install: [
    ...NEW_SOFTWARE,
    ...(['before.exclusions', 'before.scan_load', 'after.no_quarantine', 'after.watched'] as const),
  ],
  av_signature_update: [
    ...(['before.permission', 'before.exclusions', 'before.signatures_staged', 'before.hazards'] as const),
    ...(['during.first_unit', 'during.record', 'after.no_quarantine', 'after.alarms'] as const),
    ...(['back_out.way', 'back_out.until'] as const),
  ],
  edr_agent: [
    ...NEW_SOFTWARE,
    ...([
      'before.agent_traffic',
      'before.scan_load',
      'before.requirements',
      'after.no_quarantine',
      'after.watched',
    ] as const),
  ],
  allow_listing: [...SETTING, 'before.service_tools', 'before.used_functions', 'after.remote', 'after.watched'],
  host_firewall: [...SETTING, 'before.requirements', 'before.rules', 'during.flows_watched', 'after.remote'],
  hardening: [...SETTING, 'before.used_functions', 'after.users', 'after.remote', 'after.vulnerability'],
  credential_rotation: [...SETTING, 'before.accounts_listed', 'before.emergency_access', 'after.users', 'after.remote'],
  certificate_renewal: [...SETTING, 'before.accounts_listed', 'before.trust', 'before.on_failure'],
  encryption_or_auth: [...SETTING, 'before.on_failure', 'before.regression', 'after.users'],
  mfa_or_lock: [...SETTING, 'before.emergency_access', 'after.users'],
  logging: [...SETTING, 'before.log_room', 'after.logs'],
  remote_access: [
    ...AROUND,
    ...(['before.permission', 'before.remote_terms', 'before.used_functions', 'after.users', 'after.logs'] as const),
  ],
  component_update: [...NEW_SOFTWARE, 'before.drivers', 'before.migration', 'after.vulnerability'],
  network_firewall: [...AROUND, 'before.on_failure', 'after.vulnerability'],
  segmentation: [...AROUND, 'before.on_failure', 'after.users'],
  passive_ids: [
    ...(['before.hazards', 'during.window', 'during.record', 'after.interfaces', 'after.logs'] as const),
    ...(['back_out.way', 'back_out.until'] as const),
  ],
  inline_ips: [...AROUND, 'before.false_blocks', 'before.on_failure', 'after.vulnerability'],
  isolation: [...AROUND, 'before.without_network', 'after.users'],
  active_scan: [
    ...(['before.permission', 'before.scan_allowed', 'before.acceptance', 'before.hazards'] as const),
    ...(['during.window', 'during.backup', 'during.supervised', 'during.record'] as const),
    ...(['after.acceptance', 'after.alarms', 'after.interfaces', 'back_out.way', 'back_out.cannot'] as const),
  ],
  backup_restore: [...ON_DEVICE, 'before.restore_tried', 'before.log_room', 'after.data'],
  reimage: [
    ...ON_DEVICE,
    'before.image',
    'before.migration',
    'during.source',
    'after.data',
    'after.users',
    'back_out.cannot',
  ],
  rollback: [...ON_DEVICE, 'before.earlier_supported', 'after.data', 'back_out.exposed'],
  hardware_swap: [...ON_DEVICE, 'before.part', 'before.calibration', 'after.calibrated', 'after.data', 'after.users'],
  virtualisation: [
    ...NEW_SOFTWARE,
    ...([
      'before.platform',
      'before.migration',
      'before.requirements',
      'after.users',
      'after.remote',
      'after.watched',
    ] as const),
  ],
  security_notice: [
    ...(['before.notice_units', 'before.hazards', 'during.users_told', 'during.record', 'after.confirmed'] as const),
    'back_out.until',
  ],
  decommission: [
    ...(['before.continuity', 'before.hazards', 'before.accounts_listed', 'during.wiped', 'during.record'] as const),
    ...(['after.register', 'after.history', 'after.interfaces', 'back_out.cannot'] as const),
  ],
};

export interface ChecklistPart {
  group: CheckGroup;
  lines: (CheckLine & { key: CheckLineKey })[];
}

/** The lines that these kinds ask for, each once, in the order of the list, in four parts; parts without lines too. */
export function checklistFor(kinds: readonly KindId[]): ChecklistPart[] {
  const wanted = new Set(kinds.flatMap((kind) => OF_KIND[kind]));
  const keys = (Object.keys(CHECK_LINES) as CheckLineKey[]).filter((key) => wanted.has(key));
  return CHECK_GROUPS.map((group) => ({
    group,
    lines: keys.filter((key) => groupOf(key) === group).map((key) => ({ key, ...CHECK_LINES[key] })),
  }));
}
