/** What the form on clocks accepts. */
import { z } from 'zod';
import { optionalText } from '../text-input';
import { CALENDAR_IDS } from './calendar-names';
import { SEVERITIES } from './policy';

const whole = (name: string, most: number) =>
  z
    .string({ error: `Give ${name}.` })
    .trim()
    .regex(/^\d{1,4}$/, `Give ${name} as a whole number.`)
    .transform(Number)
    .refine((days) => days >= 1 && days <= most, `Give ${name} between 1 and ${most}.`);

const unit = z.enum(['working', 'calendar'], { error: 'Choose working or calendar days.' });

const REMINDERS = 'Give working days relative to the date, with commas: -3, 0, 5.';

/** "-3, 0, 5" as numbers, each once, in order. */
const offsets = z
  .string()
  .default('')
  .transform((text, context) => {
    const parts = text.split(/[,;\s]+/).filter(Boolean);
    if (parts.length > 6) context.addIssue({ code: 'custom', message: 'Six reminders for a date are enough.' });
    const numbers = parts.map((part) => (/^[+-]?\d{1,2}$/.test(part) ? Number(part) : Number.NaN));
    if (numbers.some((days) => Number.isNaN(days) || Math.abs(days) > 60)) {
      context.addIssue({ code: 'custom', message: `${REMINDERS} At most 60 each.` });
    }
    return [...new Set(numbers)].sort((a, b) => a - b);
  });

const escalation = z
  .string()
  .default('')
  .transform((text, context) => {
    const given = text.trim();
    if (given === '') return null;
    if (!/^\d{1,2}$/.test(given) || Number(given) < 1 || Number(given) > 60) {
      context.addIssue({
        code: 'custom',
        message: 'Give a number of working days between 1 and 60, or leave it empty.',
      });
      return null;
    }
    return Number(given);
  });

export const PolicyForm = z.object({
  acknowledgeDays: whole('the days to an acknowledgement', 250),
  acknowledgeUnit: unit,
  positionDays: whole('the days to a position', 500),
  positionUnit: unit,
  fixDays: whole('the days to a fix or plan', 1500),
  fixUnit: unit,
  reminderOffsets: offsets,
  escalateAfter: escalation,
  calendar: z.enum(CALENDAR_IDS, { error: 'Choose a calendar.' }),
  why: optionalText(),
  /** Of the row that was seen; 0 where none was set. */
  version: z.coerce.number().int().min(0).max(1_000_000),
});
export type PolicyWish = z.output<typeof PolicyForm>;

/** For whom and what a policy is: from the address of its page, checked, never cast. */
export function policyKey(search: URLSearchParams): { supplierId: string | null; severity: PolicySeverity } | null {
  const supplier = search.get('supplier') ?? '';
  const severity = search.get('severity') ?? '';
  const known = POLICY_SEVERITIES.find((one) => one === severity);
  if (known === undefined || (supplier !== '' && !z.uuid().safeParse(supplier).success)) return null;
  return { supplierId: supplier || null, severity: known };
}

/** '' is every severity. */
export const POLICY_SEVERITIES = ['', ...SEVERITIES] as const;
export type PolicySeverity = (typeof POLICY_SEVERITIES)[number];
