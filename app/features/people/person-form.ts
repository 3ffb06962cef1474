/** What an administrator types about a person. Shared by adding and editing. */
import { z } from 'zod';
import { isRole, type Role } from '../../guard/roles';
import { storableText } from '../text-input';

// Checked inside the transform and not in a pipe: conform makes the empty text of a pipe's second half missing.
const line = (longest: number) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      const stored = storableText(text ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      if (stored.length > longest) context.addIssue({ code: 'custom', message: `Use at most ${longest} characters.` });
      return stored;
    });

export const PersonForm = z.object({
  name: line(200).refine((name) => name !== '', 'Enter the person’s name.'),
  email: line(254)
    .refine((email) => email !== '', 'Enter the e-mail address the person signs in with.')
    .refine((email) => email === '' || /^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(email), 'This is not one e-mail address.'),
  jobTitle: line(200),
  role: z.custom<Role>(isRole, { error: 'Choose a role.' }),
});

export type PersonInput = z.output<typeof PersonForm>;

/** A first password typed by the administrator; empty means one is made up. */
export const FirstPassword = z.object({
  password: z.string().max(1000, 'That is too long for a password.').optional().default(''),
});

export const NewPersonForm = PersonForm.extend(FirstPassword.shape);

/** The version of the record that the form was opened with. */
export const EditPersonForm = PersonForm.extend({ version: z.coerce.number().int().min(1).catch(0) });

export const PERSON_FIELDS = [
  ['name', 'Name'],
  ['email', 'E-mail address'],
  ['jobTitle', 'Job title'],
  ['role', 'Role'],
] as const;

/** Why an administrator's act on people is refused; field '' is the act as a whole. */
export interface Refusal {
  ok: false;
  errors: Record<string, string[]>;
}

export const refusal = (field: string, message: string): Refusal => ({ ok: false, errors: { [field]: [message] } });

/** An address is claimed once across all organisations; which one has it is not ours to tell. */
export const ADDRESS_TAKEN = refusal('email', 'This address cannot be used: it may already have an account.');
