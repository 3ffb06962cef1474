/** Which signatures a change needs, as data that an organisation may edit. Pure; nothing in it runs. */
import { z } from 'zod';
import { ROLES } from '../../guard/roles';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { TIERS } from '../../regulation/tiers';
import { ROUTE_SLOTS } from './slots';

const tier = z.enum(TIERS as [string, ...string[]], { error: `Use one of: ${TIERS.join(', ')}.` });

/** Everything that is given has to hold; nothing given: always. */
const When = z.strictObject({
  /** The most serious outcome still possible weighs at least this much. Open questions count as their worst. */
  tier_at_least: tier.optional(),
  /** One of the change's kinds is among these. */
  kinds: z.array(z.enum(KIND_IDS)).min(1).optional(),
  /** Where it lands: on the device, on what connects it, around it. What is not known counts as on the device. */
  places: z
    .array(z.enum(['device', 'device_connection', 'environment']))
    .min(1)
    .optional(),
  /** One of the device's classes, in any market, is among these; "unknown" stands for none on record. */
  classes: z.array(z.string().trim().min(1).max(40)).min(1).optional(),
  /** The highest residual risk of the four axes (1 to 25) is at least this; an axis nobody rated counts as 25. */
  risk_at_least: z.int().min(1).max(25).optional(),
  emergency: z.boolean().optional(),
  /** Whoever makes the change may take on duties of the manufacturer. */
  duty_transfer: z.boolean().optional(),
});

const Rule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'A short name of small letters, digits and hyphens, beginning with a letter.'),
  slot: z.enum(ROUTE_SLOTS),
  when: When,
  because: z.string().trim().min(3, 'Say why this place has to sign.').max(300),
});

const days = (most: number) => z.int('Whole days.').min(1, 'At least one day.').max(most, `At most ${most} days.`);

export const SignOffPolicy = z
  .strictObject({
    rules: z.array(Rule).min(1).max(60),
    /** For how many days an approval is good, by the most serious outcome still possible. */
    approval_days: z.strictObject(
      Object.fromEntries(TIERS.map((one) => [one, days(1095)])) as Record<
        (typeof TIERS)[number],
        ReturnType<typeof days>
      >,
    ),
    /** Within how many hours an emergency has all its signatures. */
    emergency_hours: z.int().min(1).max(336),
    /** What signers have to have learnt. */
    training: z
      .array(
        z.strictObject({
          course: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
          title: z.string().trim().min(3).max(120),
          roles: z.array(z.enum(ROLES)).min(1),
          validMonths: z.int().min(1).max(120),
        }),
      )
      .max(20),
    /** Every how many days the record is reviewed. */
    trail_review_days: days(730),
  })
  .superRefine((policy, context) => {
    const seen = new Set<string>();
    for (const [at, { id }] of policy.rules.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['rules', at, 'id'], message: `“${id}” stands twice.` });
      seen.add(id);
    }
    // Whatever the change, somebody other than its author decides.
    const always = policy.rules.filter(({ when }) => Object.keys(when).length === 0);
    for (const [wanted, words] of [
      [
        always.some(({ slot }) => slot === 'author'),
        'Every change needs its author: a rule without conditions has to ask for one.',
      ],
      [
        always.some(({ slot }) => slot !== 'author'),
        'Every change needs somebody who decides: a rule without conditions has to ask for a place other than the author.',
      ],
    ] as const) {
      if (!wanted) context.addIssue({ code: 'custom', path: ['rules'], message: words });
    }
  });

export type SignOffPolicy = z.output<typeof SignOffPolicy>;
export type PolicyRule = SignOffPolicy['rules'][number];

/** What Changemark brings along: number 0. */
export const DEFAULT_POLICY: SignOffPolicy = {
  rules: [
    { id: 'author', slot: 'author', when: {}, because: 'Somebody stands for the facts of every change.' },
    {
      id: 'clinical-safety',
      slot: 'clinical_safety',
      when: {},
      because: 'A change to a health IT system or its surroundings is judged by a clinical safety officer (DCB0160).',
    },
    {
      id: 'on-device',
      slot: 'regulatory_affairs',
      when: { places: ['device', 'device_connection'] },
      because: 'The device itself is touched, so its certificate may be.',
    },
    {
      id: 'tier-notify',
      slot: 'regulatory_affairs',
      when: { tier_at_least: 'notify' },
      because: 'Somebody outside may have to be told or asked.',
    },
    {
      id: 'tier-approval',
      slot: 'risk_owner',
      when: { tier_at_least: 'approval' },
      because: 'An approval, a new certification or a hold is still possible.',
    },
    {
      id: 'duty-transfer',
      slot: 'risk_owner',
      when: { duty_transfer: true },
      because: 'The organisation may take on duties of the manufacturer.',
    },
    {
      id: 'high-class',
      slot: 'risk_owner',
      when: { places: ['device'], classes: ['III', 'IIb', 'C', 'D', 'AIMD', 'unknown'] },
      because: 'The device is of a high class, or nobody knows its class.',
    },
    {
      id: 'risk',
      slot: 'risk_owner',
      when: { risk_at_least: 8 },
      because: 'The residual risk is high on at least one axis, or nobody has rated it.',
    },
    {
      id: 'emergency',
      slot: 'risk_owner',
      when: { emergency: true },
      because: 'Acting before signing is a risk of its own.',
    },
  ],
  approval_days: { none: 365, record: 365, notify: 180, approval: 180, recertify: 90, hold: 30 },
  emergency_hours: 72,
  training: [
    {
      course: 'signing',
      title: 'What a signature here means',
      roles: ['engineer', 'clinical_safety', 'regulatory_affairs', 'risk_owner'],
      validMonths: 24,
    },
  ],
  trail_review_days: 90,
};
