/** The fields in which a level from 1 to 5 is chosen, or left open. */
import { z } from 'zod';
import { LEVELS, type Level } from './matrix';

/** A chosen level; null when nothing is chosen. */
export const levelField = () =>
  z
    .string()
    .optional()
    .transform((text, context): Level | null => {
      if (text === undefined || text === '') return null;
      const level = LEVELS.find((one) => String(one) === text);
      if (level) return level;
      context.addIssue({ code: 'custom', message: 'Choose a level from 1 to 5.' });
      return z.NEVER;
    });

/** "3 moderate: harm that needs treatment", as a list of choices. */
export const levelChoices = (labels: Record<Level, string>, words: Record<Level, string>) =>
  LEVELS.map((level) => ({ value: String(level), label: `${level} ${labels[level]}: ${words[level]}` }));
