/** What a baseline speaks of, and where each subject stands in the MDS2 form and in what makers say. Pure. */
import type { BaselineSource } from '../../../db/schema/placement.server';

export interface Subject {
  id: string;
  label: string;
  /** The text names one thing exactly (a system, a version): other words are another thing. */
  exact?: true;
  /** Where a unit's own record says what is installed. */
  unitField?: 'os' | 'version' | 'zone';
  /** Questions of the MDS2 form (ANSI/NEMA HN 1-2019) that speak of it. */
  mds2: readonly string[];
  /** Keys of claims and quotations that speak of it, besides those of the form. */
  said: readonly string[];
}

export const SUBJECTS: readonly Subject[] = [
  { id: 'os', label: 'Operating system', exact: true, unitField: 'os', mds2: [], said: [] },
  { id: 'os_build', label: 'Build of the operating system', exact: true, mds2: [], said: [] },
  { id: 'software', label: 'Software version', exact: true, unitField: 'version', mds2: [], said: [] },
  { id: 'patch_level', label: 'Patch level', exact: true, mds2: ['CSUP-2.4'], said: ['may:os_patch'] },
  { id: 'antivirus', label: 'Anti-virus', mds2: ['MLDP-2', 'MLDP-2.3'], said: ['may:av_install'] },
  { id: 'allow_listing', label: 'Application allow-listing', mds2: ['MLDP-4'], said: [] },
  { id: 'firewall', label: 'Firewall on the device', mds2: ['NAUT-2'], said: [] },
  { id: 'ports', label: 'Ports and services', mds2: ['CONN-2', 'SAHD-8', 'SAHD-9'], said: [] },
  { id: 'network', label: 'Network zone', unitField: 'zone', mds2: [], said: [] },
  { id: 'accounts', label: 'Accounts and passwords', mds2: ['PAUT-1', 'PAUT-4', 'PAUT-5'], said: ['block:accounts'] },
  { id: 'remote_access', label: 'Remote access', mds2: ['RMOT-1', 'RMOT-1.1'], said: ['block:remote_access'] },
  { id: 'encryption', label: 'Encryption', mds2: ['STCF-1', 'TXCF-2', 'CONN-7'], said: [] },
  { id: 'removable_media', label: 'Removable media', mds2: ['CONN-1.2.3', 'PLOK-4', 'SAHD-11'], said: [] },
  { id: 'logging', label: 'Audit logs', mds2: ['AUDT-1'], said: [] },
  { id: 'backup', label: 'Backup and restore', mds2: ['DTBK-5'], said: [] },
];

export const SUBJECT_IDS = SUBJECTS.map(({ id }) => id);

export const subjectOf = (id: string): Subject | null => SUBJECTS.find((one) => one.id === id) ?? null;

export const SOURCES: readonly BaselineSource[] = [
  'certificate',
  'technical_summary',
  'instructions',
  'mds2',
  'maker_statement',
];

/** The document by name, and who puts it right when it and the device differ. */
export const SOURCE_WORDS: Record<BaselineSource, { label: string; fixes: string }> = {
  certificate: { label: 'Certificate', fixes: 'the maker, with its body' },
  technical_summary: { label: 'Technical summary', fixes: 'the maker' },
  instructions: { label: 'Instructions for use', fixes: 'the maker' },
  mds2: { label: 'MDS2', fixes: 'the maker, with a new form' },
  maker_statement: { label: 'Maker’s statement', fixes: 'the maker, by letter' },
};

/**
 * How an answer or statement is held against what was found. `state`: it says what is there. `forbids`: its "no" says
 * that nothing is to be there, its "yes" only that it could be. `beside`: it speaks of papers or abilities, and is shown
 * beside what was found for a person to read.
 */
export type Reads = 'state' | 'forbids' | 'beside';

const FORM_READS: Readonly<Record<string, Reads>> = {
  'MLDP-2': 'forbids',
  'MLDP-4': 'state',
  'NAUT-2': 'state',
  'PAUT-1': 'state',
  'RMOT-1': 'forbids',
  'STCF-1': 'state',
  'TXCF-2': 'state',
  'CONN-1.2.3': 'forbids',
  'AUDT-1': 'state',
};

/** @param key of a claim or quotation, "mds2:MLDP-2" */
export function readsAs(key: string): Reads {
  const id = key.startsWith('mds2:') ? key.slice('mds2:'.length) : '';
  return Object.hasOwn(FORM_READS, id) ? (FORM_READS[id] ?? 'beside') : 'beside';
}
