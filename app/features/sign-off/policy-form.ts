/** The form of a sign-off policy: its fields, and what a posted form says. Rules and courses are numbered groups. Pure. */
import type { ROLES } from '../../guard/roles';
import { TIERS } from '../../regulation/tiers';
import type { FieldErrors, Kept } from '../changes/posted';
import { storableText } from '../text-input';
import { SignOffPolicy } from './policy';

type Rule = SignOffPolicy['rules'][number];
type Course = SignOffPolicy['training'][number];
export type CourseRole = (typeof ROLES)[number];

/** Fields of a rule, as `rules.3.slot`; those of a course, as `training.0.title`. */
export const RULE_FIELDS = [
  'id',
  'slot',
  'because',
  'tier_at_least',
  'kinds',
  'places',
  'classes',
  'risk_at_least',
  'emergency',
  'duty_transfer',
] as const;

const LISTS = { rules: 60, training: 20 } as const;
export type PolicyList = keyof typeof LISTS;

const flag = (value: boolean | undefined) => (value === undefined ? [] : [value ? 'yes' : 'no']);

const ruleFields = ({ id, slot, because, when }: Rule): Record<(typeof RULE_FIELDS)[number], string[]> => ({
  ...{ id: [id], slot: [slot], because: [because] },
  tier_at_least: when.tier_at_least ? [when.tier_at_least] : [],
  ...{ kinds: when.kinds ?? [], places: when.places ?? [], classes: when.classes ? [when.classes.join(', ')] : [] },
  risk_at_least: when.risk_at_least === undefined ? [] : [String(when.risk_at_least)],
  ...{ emergency: flag(when.emergency), duty_transfer: flag(when.duty_transfer) },
});

const courseFields = ({ course, title, roles, validMonths }: Course): Record<string, string[]> => ({
  ...{ course: [course], title: [title], roles, validMonths: [String(validMonths)] },
});

const numbered = (list: PolicyList, groups: Record<string, string[]>[]): [string, string[]][] =>
  groups.flatMap((group, at) =>
    Object.entries(group).map(([name, values]): [string, string[]] => [`${list}.${at}.${name}`, values]),
  );

/** What the form shows of a policy. */
export const fieldsOfPolicy = (policy: SignOffPolicy): Kept => ({
  ...Object.fromEntries(numbered('rules', policy.rules.map(ruleFields))),
  ...Object.fromEntries(TIERS.map((tier) => [`approval_days.${tier}`, [String(policy.approval_days[tier])]])),
  emergency_hours: [String(policy.emergency_hours)],
  ...Object.fromEntries(numbered('training', policy.training.map(courseFields))),
  trail_review_days: [String(policy.trail_review_days)],
});

/** Numbers of the groups of a list that a form holds, in order. */
export function groupsOf(kept: Kept, list: PolicyList): number[] {
  const found = new Set<number>();
  for (const name of Object.keys(kept)) {
    const [, at] = new RegExp(`^${list}\\.(\\d{1,3})\\.`).exec(name) ?? [];
    if (at !== undefined) found.add(Number(at));
  }
  return [...found].sort((a, b) => a - b);
}

const text = (kept: Kept, name: string) => storableText(kept[name]?.[0] ?? '').trim();
/** Not a number stays one that is refused where it stands. */
const number = (kept: Kept, name: string) => (text(kept, name) === '' ? Number.NaN : Number(text(kept, name)));
const given = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });
const yesNo = (word: string) => (word === 'yes' ? true : word === 'no' ? false : undefined);

function ruleOf(kept: Kept, at: number): unknown {
  const name = (field: (typeof RULE_FIELDS)[number]) => `rules.${at}.${field}`;
  const chosen = (field: 'kinds' | 'places') => (kept[name(field)] ?? []).filter(Boolean);
  const classes = text(kept, name('classes'))
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  return {
    ...{ id: text(kept, name('id')), slot: text(kept, name('slot')), because: text(kept, name('because')) },
    when: {
      ...given('tier_at_least', text(kept, name('tier_at_least')) || undefined),
      ...given('kinds', chosen('kinds').length > 0 ? chosen('kinds') : undefined),
      ...given('places', chosen('places').length > 0 ? chosen('places') : undefined),
      ...given('classes', classes.length > 0 ? classes : undefined),
      ...given(
        'risk_at_least',
        text(kept, name('risk_at_least')) === '' ? undefined : number(kept, name('risk_at_least')),
      ),
      ...given('emergency', yesNo(text(kept, name('emergency')))),
      ...given('duty_transfer', yesNo(text(kept, name('duty_transfer')))),
    },
  };
}

const courseOf = (kept: Kept, at: number): unknown => ({
  ...{ course: text(kept, `training.${at}.course`), title: text(kept, `training.${at}.title`) },
  ...{ roles: (kept[`training.${at}.roles`] ?? []).filter(Boolean) },
  validMonths: number(kept, `training.${at}.validMonths`),
});

export type ReadPolicy = { ok: true; policy: SignOffPolicy } | { ok: false; errors: FieldErrors };

/** The policy that a posted form says, or what is wrong with it, at the field. */
export function readPolicy(kept: Kept): ReadPolicy {
  const places = { rules: groupsOf(kept, 'rules'), training: groupsOf(kept, 'training') };
  const parsed = SignOffPolicy.safeParse({
    rules: places.rules.map((at) => ruleOf(kept, at)),
    approval_days: Object.fromEntries(TIERS.map((tier) => [tier, number(kept, `approval_days.${tier}`)])),
    emergency_hours: number(kept, 'emergency_hours'),
    training: places.training.map((at) => courseOf(kept, at)),
    trail_review_days: number(kept, 'trail_review_days'),
  });
  const errors: FieldErrors = {};
  const wrong = (field: string, message: string) => {
    const said = errors[field] ?? [];
    if (!said.includes(message)) errors[field] = [...said, message];
  };
  for (const { path, message, code } of parsed.error?.issues ?? []) {
    wrong(fieldAt(path, places), code === 'invalid_type' ? 'Give a whole number.' : message);
  }
  const courses = places.training.map((at) => text(kept, `training.${at}.course`));
  for (const [index, course] of courses.entries()) {
    if (courses.indexOf(course) < index)
      wrong(`training.${places.training[index]}.course`, `“${course}” stands twice.`);
  }
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, policy: parsed.data }
    : { ok: false, errors: errors };
}

/** The field behind a place in the policy: rules are numbered as they were posted, conditions stand beside the rest. */
function fieldAt(path: readonly PropertyKey[], places: Record<PolicyList, number[]>): string {
  const [first, at, field, condition] = path.map(String);
  if (first !== 'rules' && first !== 'training') return at === undefined ? (first ?? '') : `${first}.${at}`;
  if (at === undefined) return first;
  const name = field === 'when' ? condition : field;
  return `${first}.${places[first][Number(at)]}.${name ?? (first === 'rules' ? 'id' : 'course')}`;
}

/** The form with one more rule or course at its end. */
export function withGroup(kept: Kept, list: PolicyList): Kept {
  const groups = groupsOf(kept, list);
  if (groups.length >= LISTS[list]) return kept;
  const next = (groups.at(-1) ?? -1) + 1;
  return { ...kept, [`${list}.${next}.${list === 'rules' ? 'id' : 'course'}`]: [''] };
}

/** The form without one of its rules or courses. */
export const withoutGroup = (kept: Kept, list: PolicyList, at: number): Kept =>
  Object.fromEntries(Object.entries(kept).filter(([name]) => !name.startsWith(`${list}.${at}.`)));

/** What a button of the form asks for. */
export type PolicyIntent =
  | { act: 'save' | 'preview' }
  | { act: 'add'; list: PolicyList }
  | { act: 'remove'; list: PolicyList; at: number };

/** Null for a word that no button sends. */
export function intentOf(word: string): PolicyIntent | null {
  if (word === 'save' || word === 'preview') return { act: word };
  const [, act, list, at] = /^(add|remove)\.(rules|training)(?:\.(\d{1,3}))?$/.exec(word) ?? [];
  if (list !== 'rules' && list !== 'training') return null;
  if (act === 'add') return { act, list };
  return act === 'remove' && at !== undefined ? { act, list, at: Number(at) } : null;
}
