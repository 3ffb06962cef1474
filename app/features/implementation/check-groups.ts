/** The parts of a checklist. The key of a line begins with its part: "before.release_note". Pure. */

export const CHECK_GROUPS = ['before', 'during', 'after', 'back_out'] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];
export type CheckKey = `${CheckGroup}.${string}`;

export const CHECK_GROUP_LABELS: Record<CheckGroup, string> = {
  before: 'Before it is decided',
  during: 'While it is made',
  after: 'After it was made',
  back_out: 'Taking it back',
};

/** Parts that signers have before them. The others are filled in by doing what was signed, and void nothing. */
export const SIGNED_GROUPS: readonly CheckGroup[] = ['before', 'back_out'];

/** The part a line stands in; null for what is no key of a checklist. */
export const groupOf = (key: string): CheckGroup | null =>
  CHECK_GROUPS.find((group) => key.startsWith(`${group}.`)) ?? null;

/** Whether a line is part of what is signed. */
export const isSignedCheck = (key: string): boolean => SIGNED_GROUPS.some((group) => group === groupOf(key));
