/** What the record page can be narrowed to. Pure; anything that cannot be read is left out. */
import { storableText } from '../features/text-input';
import { ACTIONS, type Action } from './events';

export interface EventFilters {
  /** Who did it: a person's id. */
  person: string;
  /** One action, or a whole group as "change.". */
  action: string;
  /** What it was done to: an id, or the reference people see. */
  object: string;
  /** First and last day, as year-month-day, in UTC. */
  from: string;
  to: string;
}

const isAction = (value: string): value is Action => Object.hasOwn(ACTIONS, value);

/** What stands before the dot, in words. */
export const GROUPS: Record<string, string> = {
  session: 'Sign-in and sessions',
  password: 'Passwords',
  person: 'People',
  supplier: 'Suppliers',
  contact: 'Supplier contacts',
  model: 'Device models',
  version: 'Software versions',
  component: 'Components',
  mds2: 'MDS2 answers',
  certification: 'Certifications',
  unit: 'Units',
  register: 'Exports of lists',
  change: 'Changes',
  signature: 'Signatures',
  dissent: 'Dissent',
  sign_off: 'Sign-off policy',
  delegation: 'Delegations',
  exception: 'Exceptions of small sites',
  training: 'Training',
  accountability: 'What signers accept',
  factor: 'Second factors',
  attachment: 'Files of changes',
  condition: 'Conditions',
  plan: 'Plans and checklists',
  implementation: 'Carrying out',
  verification: 'Verification',
  emergency: 'Emergencies',
  standard: 'Standard changes',
  risk: 'Risk',
  hazard: 'Hazards',
  reportability: 'Reporting to authorities',
  pack: 'Evidence packs',
  hold: 'Legal holds',
  disposal: 'Disposals',
  digest: 'Digests',
  document: 'Documents',
  import: 'Imports',
  feed: 'Feeds',
  advisory: 'Advisories',
  match: 'Matches',
  rationale: 'Earlier rationales',
  exposure: 'Exposure',
  baseline: 'Baseline',
  installed: 'What was found on units',
  flow: 'Communication matrix',
  settings: 'Proposed settings',
  antivirus: 'Anti-virus statements',
  hours: 'Clinical hours',
  patch: 'Patches',
  connected: 'Network details',
  proof: 'Proofs of controls',
  audit: 'The record itself',
  access: 'Refused access',
  demonstration: 'Demonstration data',
};

export const groupOf = (action: string): string => action.slice(0, action.indexOf('.'));

const day = (value: string | null): string => {
  const text = value ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
};

const uuid = (value: string | null): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value ?? '') ? (value ?? '').toLowerCase() : '';

/** The filters in an address's query. */
export function eventFilters(search: URLSearchParams): EventFilters {
  const action = search.get('action') ?? '';
  const known = isAction(action) || (action.endsWith('.') && Object.hasOwn(GROUPS, action.slice(0, -1)));
  return {
    person: uuid(search.get('person')),
    action: known ? action : '',
    object: storableText(search.get('object') ?? '')
      .trim()
      .slice(0, 300),
    from: day(search.get('from')),
    to: day(search.get('to')),
  };
}

/** Whether anything is narrowed at all. */
export const isNarrowed = (filters: EventFilters): boolean => Object.values(filters).some((value) => value !== '');

/** The day after, as year-month-day. */
export const nextDay = (date: string): string =>
  new Date(Date.parse(date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
