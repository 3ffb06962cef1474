/** The form of a small site's exception. */
import { z } from 'zod';
import { ROUTE_SLOTS, SLOT_LABELS, type SlotId } from '../sign-off/slots';
import { optionalDate, requiredText } from '../text-input';

/** Longer than that, the site looks again whether it still has to be so. */
export const MOST_EXCEPTION_MONTHS = 12;

/** Places that one person can be let into together. The second person of an emergency is another person by nature. */
export const EXCEPTION_SLOTS = [...ROUTE_SLOTS, 'verifier'] as const satisfies readonly SlotId[];

export const EXCEPTION_CHOICES = EXCEPTION_SLOTS.map((value) => ({ value, label: SLOT_LABELS[value] }));

const slots = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given, context): SlotId[] => {
    const ticked = EXCEPTION_SLOTS.filter((slot) => [given ?? []].flat().includes(slot));
    if (ticked.length < 2) context.addIssue({ code: 'custom', message: 'Tick at least two places.' });
    return ticked;
  });

export const ExceptionForm = z.object({
  person: requiredText('Choose the person.'),
  slots,
  startsOn: optionalDate(),
  endsOn: optionalDate(),
  reason: requiredText('Say why nobody else can sign, and what watches over it instead.'),
});

export type ExceptionInput = z.output<typeof ExceptionForm>;
