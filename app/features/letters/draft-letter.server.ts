/** Drafting the letter that asks the supplier the deciding questions. It stays a draft until approval and sending. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../../../db/client.server';
import {
  changeUnits,
  deviceModels,
  organisations,
  supplierContacts,
  suppliers,
  units,
} from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { unitCount } from '../changes/unit-count.server';
import { osInWords } from '../devices/os-support';
import { optionalDate } from '../text-input';
import { type DraftMaterial, type DraftResult, draftDocument, type Made } from './draft-document.server';
import { type LetterUnit, letterFromAssessment } from './letter-from-assessment';

/** More units than this are told by their number: a letter is not an inventory. */
const MOST_UNITS_LISTED = 200;
const DAY = 86_400_000;
/** A supplier is not given longer than a year to answer. */
const LONGEST_WAIT = 366;

export const DraftLetterForm = z.object({
  /** Empty: the recipient stays a blank to fill in. */
  contact: z.string().default(''),
  reply_by: optionalDate(),
});

/** Drafts a letter. Refused while the change is a draft, and when contact or date cannot be. */
export const draftLetter = (
  actor: Actor,
  changeId: string,
  input: z.output<typeof DraftLetterForm>,
): Promise<DraftResult | null> =>
  draftDocument(actor, changeId, 'supplier-request-letter', async (material): Promise<Made> => {
    const { tx, change, dossier, result, reference, date } = material;
    const wait = input.reply_by === null ? null : daysBetween(date, input.reply_by);
    if (wait !== null && (wait < 1 || wait > LONGEST_WAIT)) {
      return { ok: false, errors: { reply_by: ['Give a day after today and within a year.'] } };
    }
    const [sender, recipient, count, list] = await Promise.all([
      organisationOf(tx, actor.orgId),
      recipientOf(tx, material, input.contact),
      unitCount(tx, actor.orgId, change.id),
      unitsOf(tx, material),
    ]);
    if (!recipient)
      return { ok: false, errors: { contact: ['Choose a contact of this supplier, or leave it blank.'] } };
    const model = letterFromAssessment({
      dossier,
      result,
      reference,
      date,
      description: change.description,
      ...(change.neededBy ? { neededBy: change.neededBy } : {}),
      sender: { organisation: sender.name, ...(sender.address.length > 0 ? { lines: sender.address } : {}) },
      recipient,
      contact: {
        name: actor.name,
        role: actor.jobTitle,
        email: actor.email,
        ...(sender.telephone ? { telephone: sender.telephone } : {}),
      },
      signatory: { name: actor.name, role: actor.jobTitle },
      units: { count, ...(count <= MOST_UNITS_LISTED ? { list } : {}) },
      ...(wait === null ? {} : { clocks: { answer: wait } }),
    });
    return { ok: true, model };
  });

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

async function organisationOf(tx: Tx, orgId: string) {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, orgId));
  if (!row) throw new Error('The organisation cannot be read');
  return row;
}

/** Supplier and person; null when a contact was named that is not one of this supplier's. */
async function recipientOf(tx: Tx, { change }: DraftMaterial, contact: string) {
  const [supplier] = await tx
    .select({ id: suppliers.id, name: suppliers.name, address: suppliers.address })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(eq(deviceModels.orgId, change.orgId), eq(deviceModels.id, change.modelId)));
  if (!supplier) throw new Error('The supplier of the model cannot be read');
  const to = { organisation: supplier.name, ...(supplier.address.length > 0 ? { lines: supplier.address } : {}) };
  if (!contact) return to;
  if (!z.uuid().safeParse(contact).success) return null;
  const [person] = await tx
    .select({ name: supplierContacts.name, role: supplierContacts.role })
    .from(supplierContacts)
    .where(
      and(
        eq(supplierContacts.orgId, change.orgId),
        eq(supplierContacts.id, contact),
        eq(supplierContacts.supplierId, supplier.id),
        isNull(supplierContacts.retiredAt),
      ),
    );
  return person ? { ...to, name: person.name, role: person.role } : null;
}

async function unitsOf(tx: Tx, { change, dossier }: DraftMaterial): Promise<LetterUnit[]> {
  const rows = await tx
    .select({
      serial: units.serial,
      installedVersion: units.installedVersion,
      osProduct: units.osProduct,
      osRelease: units.osRelease,
      site: units.site,
      location: units.location,
    })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .where(and(eq(changeUnits.orgId, change.orgId), eq(changeUnits.changeId, change.id)))
    .orderBy(asc(units.serialKey), asc(units.id))
    .limit(MOST_UNITS_LISTED);
  const asModel = dossier.device?.software?.version ?? '';
  return rows.map((row) => {
    const system = osInWords({ product: row.osProduct, release: row.osRelease });
    return {
      serial: row.serial,
      softwareVersion: row.installedVersion || asModel,
      ...(system ? { operatingSystem: system } : {}),
      place: [row.site, row.location].filter(Boolean).join(', '),
    };
  });
}
