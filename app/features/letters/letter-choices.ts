/** What a person chooses from when a letter is drafted, in words. */
import type { Severity } from '../../../db/schema/letters.server';
import type { ThemeName } from '../../../documents/parts/letter-model';
import { LETTER_KIND_WORDS, LETTER_KINDS, type LetterKind } from './letter-kinds';

export const SEVERITY_IDS = [
  'exploited',
  'critical',
  'high',
  'medium',
  'low',
  'not_rated',
] as const satisfies Severity[];

export const SEVERITY_WORDS: Record<Severity, string> = {
  exploited: 'Known to be exploited',
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  not_rated: 'Not rated',
};

export const THEMES = ['standard', 'large-print', 'monochrome'] as const satisfies ThemeName[];

export const THEME_WORDS: Record<ThemeName, string> = {
  standard: 'Standard',
  'large-print': 'Large print',
  monochrome: 'Black and white',
};

/** Kinds that a person drafts on its own: not those that follow a letter, nor the one that a contradiction asks for. */
export const OWN_KINDS: readonly LetterKind[] = LETTER_KINDS.filter(
  (kind) => !LETTER_KIND_WORDS[kind].follows && kind !== 'clarification-request',
);

export type FollowKind = 'reminder' | 'escalation' | 'notice-of-intent' | 'answer-acceptance';

/** Kinds that refer to a letter which went before. */
export const FOLLOW_KINDS = [
  'reminder',
  'escalation',
  'notice-of-intent',
  'answer-acceptance',
] as const satisfies FollowKind[];
