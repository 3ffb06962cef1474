/** The forms of a supplier and of its contacts. */
import { z } from 'zod';
import { versionField } from '../devices/model-form';
import { sourceFields } from '../provenance/source';
import { type FactField, textFact } from '../provenance/statements';
import { optionalText, requiredText } from '../text-input';

export interface SupplierValues {
  name: string;
  country: string;
  website: string;
  /** Postal address, line by line. */
  address: string[];
  notes: string;
}

export const SUPPLIER_FIELDS = [
  { field: 'name', label: 'Name', of: ({ name }) => textFact(name) },
  { field: 'country', label: 'Country', of: ({ country }) => textFact(country) },
  { field: 'website', label: 'Website', of: ({ website }) => textFact(website) },
  { field: 'address', label: 'Postal address', of: ({ address }) => textFact(address.join('\n')) },
  { field: 'notes', label: 'Notes', of: ({ notes }) => textFact(notes) },
] as const satisfies readonly FactField<SupplierValues>[];

export const supplierFieldLabel = (field: string): string =>
  SUPPLIER_FIELDS.find((one) => one.field === field)?.label ?? field;

const website = optionalText().refine(
  (text) => text === '' || /^https?:\/\/[^\s<>"]+$/i.test(text),
  'Give the whole address, beginning with https://',
);

const fields = {
  name: requiredText('Give the supplier’s name, as letters are to be addressed.'),
  country: optionalText(),
  website,
  address: optionalText(),
  notes: optionalText(),
  confirms: z.literal('yes', { error: 'Tick it or leave it.' }).optional(),
  ...sourceFields,
};

export const SupplierForm = z.object(fields);
export const EditSupplierForm = z.object({ ...fields, version: versionField });
export type SupplierInput = z.output<typeof SupplierForm>;

export const supplierValues = (form: SupplierInput): SupplierValues => ({
  name: form.name,
  country: form.country,
  website: form.website,
  address: form.address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  notes: form.notes,
});

export const CONTACT_FIELDS = [
  { field: 'name', label: 'Name', of: ({ name }) => textFact(name) },
  { field: 'role', label: 'Role', of: ({ role }) => textFact(role) },
  { field: 'email', label: 'E-mail', of: ({ email }) => textFact(email) },
  { field: 'telephone', label: 'Telephone', of: ({ telephone }) => textFact(telephone) },
] as const satisfies readonly FactField<ContactValues>[];

export interface ContactValues {
  name: string;
  role: string;
  email: string;
  telephone: string;
}

const email = optionalText().refine(
  (text) => text === '' || (text.length <= 320 && /^[^\s@<>]+@[^\s@<>]+$/.test(text)),
  'This is not an e-mail address.',
);

const contact = {
  name: requiredText('Give the contact a name, or what letters say instead (“Product security”).'),
  role: optionalText(),
  email,
  telephone: optionalText(),
};

export const ContactForm = z.object(contact);
export const EditContactForm = z.object({ ...contact, version: versionField });
/** Removing asks for nothing else: what was typed beside is left. */
export const RemoveContactForm = z.object({});
export type ContactInput = z.output<typeof ContactForm>;

export const contactValues = ({ name, role, email, telephone }: ContactInput): ContactValues => ({
  name,
  role,
  email,
  telephone,
});
