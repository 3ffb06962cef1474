/** What the trail says about things that are stored beside it: which there are, and the digest of each. */
import canonicalize from 'canonicalize';
import { hashOf } from '../append.server';
import type { StoredEvent } from '../walk.server';

/** Kinds of things whose digest stands in an event. */
export type CoveredKind =
  | 'signature'
  | 'voided'
  | 'letter'
  | 'document'
  | 'assessment'
  | 'reply'
  | 'reply_file'
  | 'attachment'
  | 'disposed'
  | 'pack'
  | 'signed_text';

export interface Claim {
  /** Number of the event. */
  seq: number;
  /** Reference of what it was done to, as people read it. */
  ref: string;
  /** What the event states, by the name it has there. */
  said: Readonly<Record<string, string>>;
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

interface Rule {
  kind: CoveredKind;
  /** What the thing is found by; empty: the event speaks of none. */
  key(detail: Record<string, unknown>, objectId: string): string;
  says: readonly string[];
  /** Members that are no text: their digest is kept, not they. */
  digests?: readonly string[];
}

const object = (_: Record<string, unknown>, objectId: string) => objectId;
/** Things that carry what was signed as a text of their own: found by its digest. */
const signedText: Rule = {
  kind: 'signed_text',
  key: ({ payloadSha256, payload_sha256, payload }) => text(payloadSha256) || text(payload_sha256) || text(payload),
  says: [],
};

/** SHA-256 of any plain JSON in RFC 8785 form. */
export const digestOfJson = (value: unknown): string => hashOf(canonicalize(value) ?? '');

const RULES: Readonly<Record<string, Rule>> = {
  'signature.signed': {
    kind: 'signature',
    key: ({ signature }) => text(signature),
    says: ['payloadSha256', 'snapshotSha256'],
    digests: ['shown'],
  },
  'signature.voided': {
    kind: 'voided',
    key: ({ signature }) => text(signature),
    says: [],
    digests: ['because'],
  },
  'letter.issued': {
    kind: 'letter',
    key: ({ version }, objectId) => `${objectId} ${text(version)}`,
    says: ['sha256', 'approved_sha256'],
  },
  'document.rendered': { kind: 'document', key: object, says: ['sha256'] },
  'change.assessed': {
    kind: 'assessment',
    key: ({ number }, objectId) => `${objectId} ${text(number)}`,
    says: ['dossierSha256', 'resultSha256', 'library'],
  },
  'reply.received': { kind: 'reply', key: ({ reply }) => text(reply), says: ['sha256'] },
  'reply.recorded': { kind: 'reply', key: ({ reply }) => text(reply), says: ['sha256'] },
  'reply.file_added': { kind: 'reply_file', key: ({ file }) => text(file), says: ['sha256', 'reply'] },
  'attachment.added': {
    kind: 'attachment',
    key: ({ attachment, file, id }) => text(attachment) || text(file) || text(id),
    says: ['sha256'],
  },
  'pack.ready': { kind: 'pack', key: object, says: ['sha256'] },
  'audit.reviewed': signedText,
  'dissent.recorded': signedText,
  'risk.accepted': signedText,
  'exception.signed': signedText,
};

/**
 * Collects what the events of a chain claim, as a walk passes by. Holds some two hundred bytes for each thing that is
 * covered, and never the thing itself.
 */
export class Claims {
  /** Number of the last event that was heard. */
  last = 0;
  private readonly byKind = new Map<CoveredKind, Map<string, Claim>>();

  hear({ seq, action, detail, objectId, objectRef, address }: StoredEvent): void {
    this.last = Math.max(this.last, seq);
    const members = typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {};
    if (action === 'disposal.approved') this.hearDisposal(members, seq, objectId ?? '', objectRef ?? '');
    const rule = Object.hasOwn(RULES, action) ? RULES[action] : undefined;
    const key = rule?.key(members, objectId ?? '');
    if (!rule || !key) return;
    const said = Object.fromEntries(rule.says.map((name) => [name, text(members[name])]));
    for (const name of rule.digests ?? []) said[name] = digestOfJson(members[name]);
    const beside = { object: objectId ?? '', address: address ?? '' };
    this.of(rule.kind).set(key, { seq, ref: objectRef ?? '', said: { ...said, ...beside } });
  }

  /** The files that two people disposed of: their digests stay, their bytes do not. */
  private hearDisposal(detail: Record<string, unknown>, seq: number, objectId: string, ref: string): void {
    for (const id of [objectId, ...Object.values(detail).map(text)]) {
      if (id) this.of('disposed').set(id, { seq, ref, said: {} });
    }
  }

  /** Everything that is claimed of one kind, by key. */
  of(kind: CoveredKind): Map<string, Claim> {
    const found = this.byKind.get(kind) ?? new Map<string, Claim>();
    this.byKind.set(kind, found);
    return found;
  }
}
