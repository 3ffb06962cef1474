/** The form in which one axis is rated, before and after the change. */
import { z } from 'zod';
import { optionalText } from '../text-input';
import { AXES, MOMENTS, type RiskMoment } from './axes';
import { levelField } from './level-field';
import type { Level } from './matrix';

const seen = () => z.union([z.uuid(), z.literal('')]).optional();

const fields = z.object({
  axis: z.enum(AXES, { error: 'Say which axis is rated.' }),
  before_consequence: levelField(),
  before_likelihood: levelField(),
  before_because: optionalText(),
  before_seen: seen(),
  after_consequence: levelField(),
  after_likelihood: levelField(),
  after_because: optionalText(),
  after_seen: seen(),
});

export const RateForm = fields.superRefine((form, context) => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  for (const moment of MOMENTS) {
    const [consequence, likelihood] = [form[`${moment}_consequence`], form[`${moment}_likelihood`]];
    if (consequence === null && likelihood !== null) {
      refuse(`${moment}_consequence`, 'There is a likelihood: choose the consequence too.');
    }
    if (consequence !== null && likelihood === null) {
      refuse(`${moment}_likelihood`, 'There is a consequence: choose the likelihood too.');
    }
    const rated = consequence !== null && likelihood !== null;
    if (rated && form[`${moment}_because`] === '') refuse(`${moment}_because`, 'Say why: a number alone is no rating.');
    if (!rated && form[`${moment}_because`] !== '' && consequence === null && likelihood === null) {
      refuse(`${moment}_consequence`, 'There is a reason but no rating.');
    }
  }
  if (form.before_consequence === null && form.after_consequence === null) {
    refuse('before_consequence', 'Rate the axis before the change, after it, or both.');
  }
});

export type RateInput = z.output<typeof RateForm>;

/** What the form says of one moment; null when it leaves it as it is. */
export function ratingGiven(
  form: RateInput,
  moment: RiskMoment,
): { consequence: Level; likelihood: Level; because: string; seen: string } | null {
  const [consequence, likelihood] = [form[`${moment}_consequence`], form[`${moment}_likelihood`]];
  if (consequence === null || likelihood === null) return null;
  return { consequence, likelihood, because: form[`${moment}_because`], seen: form[`${moment}_seen`] ?? '' };
}
