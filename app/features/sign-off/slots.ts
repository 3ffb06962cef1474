/** The places of a route, who may take them, and what a signature in each may mean. Pure. */
import type { SignatureMeaning, SlotId } from '../../../db/schema/sign-off.server';
import type { Role } from '../../guard/roles';

export type { SignatureMeaning, SlotId };

/** Places that a policy can ask for, in the order in which they are signed. */
export const ROUTE_SLOTS = ['author', 'clinical_safety', 'regulatory_affairs', 'risk_owner'] as const;
export type RouteSlotId = (typeof ROUTE_SLOTS)[number];

export const SLOT_LABELS: Record<SlotId, string> = {
  author: 'author (clinical engineering)',
  clinical_safety: 'clinical safety officer',
  regulatory_affairs: 'regulatory affairs',
  risk_owner: 'risk owner',
  verifier: 'verifier',
  second: 'second person of an emergency',
  witness: 'witness',
};

/** The role that takes a place by itself; null: anybody who may sign. */
export const ROLE_OF_SLOT: Record<SlotId, Role | null> = {
  author: 'engineer',
  clinical_safety: 'clinical_safety',
  regulatory_affairs: 'regulatory_affairs',
  risk_owner: 'risk_owner',
  verifier: null,
  second: null,
  witness: null,
};

/** Regulatory affairs proposes changes too, and then signs as their author. */
export const MAY_TAKE: Record<SlotId, readonly Role[]> = {
  author: ['engineer', 'regulatory_affairs'],
  clinical_safety: ['clinical_safety'],
  regulatory_affairs: ['regulatory_affairs'],
  risk_owner: ['risk_owner'],
  verifier: ['engineer', 'clinical_safety', 'regulatory_affairs', 'risk_owner'],
  second: ['engineer', 'clinical_safety', 'regulatory_affairs', 'risk_owner'],
  witness: ['engineer', 'clinical_safety', 'regulatory_affairs', 'risk_owner'],
};

export const MEANING_LABELS: Record<SignatureMeaning, string> = {
  author: 'authorship: I stand for what is stated here',
  review: 'review: I have read it and have no objection',
  approve: 'approval',
  approve_with_conditions: 'approval with conditions',
  reject: 'rejection',
  witness: 'witness',
};

/** In a table or a signature block. */
export const MEANING_WORDS: Record<SignatureMeaning, string> = {
  author: 'author',
  review: 'reviewed',
  approve: 'approved',
  approve_with_conditions: 'approved with conditions',
  reject: 'rejected',
  witness: 'witnessed',
};

/** What a signature in this place may mean. The last place of a route decides, so a mere review is not enough there. */
export function meaningsOf(slot: SlotId, decides: boolean): SignatureMeaning[] {
  if (slot === 'author') return ['author'];
  if (slot === 'witness') return ['witness'];
  if (slot === 'verifier' || slot === 'second') return ['review'];
  const approving: SignatureMeaning[] = ['approve', 'approve_with_conditions', 'reject'];
  return decides ? approving : ['review', ...approving];
}

/** Meanings that let a change go ahead. */
export const APPROVING: readonly SignatureMeaning[] = ['approve', 'approve_with_conditions'];

export const isSlot = (value: unknown): value is SlotId => Object.hasOwn(SLOT_LABELS, String(value));
