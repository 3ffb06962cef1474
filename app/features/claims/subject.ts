/**
 * What a statement is about, by the key that letters, claims, quotations and contradictions share: "fact:…" of the
 * dictionary, "mds2:…" of the form, "vex:CVE-…", "block:D.permission" of a letter, "may:os_patch" for what a document
 * allows or forbids in general. Pure.
 */
import { asking } from '../../regulation/facts/asking';
import { isFactKey } from '../../regulation/facts/dictionary';
import { changeKind, isKindId } from '../../regulation/kinds';
import { mds2Asks } from '../devices/mds2-questions';

export const FAMILIES = ['fact', 'mds2', 'vex', 'block', 'may'] as const;
export type Family = (typeof FAMILIES)[number];

export interface Subject {
  family: Family;
  /** What stands behind the colon. */
  name: string;
}

const isFamily = (text: string): text is Family => FAMILIES.includes(text as Family);

/** Takes a key apart; null for one of no known family, which is kept and shown but never compared. */
export function readSubject(key: string): Subject | null {
  const cut = key.indexOf(':');
  const family = key.slice(0, Math.max(cut, 0));
  const name = key.slice(cut + 1).trim();
  return isFamily(family) && name !== '' ? { family, name } : null;
}

/** "permission" of "D.permission": the letter of the block says where it stood, not what it asks. */
export const blockQuestion = (name: string): string => name.slice(name.indexOf('.') + 1);

const BLOCK_LABELS: Readonly<Record<string, string>> = {
  permission: 'Permission for the change',
  validated: 'The maker’s own validated update',
  support_ends: 'End of support',
  sbom: 'Bill of materials (SBOM)',
  undo: 'Whether the change can be undone',
  accounts: 'Changing passwords and keys',
  remote_access: 'Remote access of the maker’s service',
  network_support: 'Support behind the network measure',
  network_loss: 'What happens without the network',
  certificate: 'Whether the certificate covers the version that results',
  own_assessment: 'The maker’s own assessment of the change',
  effect: 'Whether the vulnerabilities could harm a patient',
  corrective_action: 'Whether it is a field safety corrective action',
  scan: 'Active vulnerability scan',
};

/** A subject in plain words, for lists and headings. @param fallback what was asked, where the key says nothing */
export function subjectInWords(key: string, fallback = ''): string {
  const subject = readSubject(key);
  if (!subject) return fallback || key;
  const { family, name } = subject;
  switch (family) {
    case 'fact':
      return isFactKey(name) ? asking(name).question : fallback || name;
    case 'mds2': {
      const asks = mds2Asks(name);
      return asks ? `MDS2 ${name}: ${asks}` : `MDS2 ${name}`;
    }
    case 'vex':
      return `Whether the device is affected by ${name}`;
    case 'may':
      return `Whether the hospital may make this change: ${isKindId(name) ? changeKind(name).label : name}`;
    case 'block':
      return BLOCK_LABELS[blockQuestion(name)] ?? (fallback || name);
  }
}
