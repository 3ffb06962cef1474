/** One supplier with its contacts and its models. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels, supplierContacts, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type Act, actsOn } from '../devices/get-model-history.server';
import { osSupport } from '../devices/os-lookup';
import { type OsSupport, osInWords } from '../devices/os-support';
import { currentFacts } from '../provenance/facts-of.server';
import type { Fact } from '../provenance/source';
import { today } from '../today';
import type { ContactValues, SupplierValues } from './supplier-form';

export interface SupplierPage {
  id: string;
  version: number;
  retiredAt: string | null;
  values: SupplierValues;
  facts: Record<string, Fact>;
  contacts: (ContactValues & { id: string; version: number })[];
  models: {
    id: string;
    name: string;
    number: string;
    kind: string;
    version: string;
    os: string;
    support: OsSupport;
    units: number;
    retired: boolean;
  }[];
  /** True when the supplier has more models than are shown here. */
  moreModels: boolean;
  acts: Act[];
  mayEdit: boolean;
}

const MOST_MODELS = 200;

/** The beginning of a text, as a table shows it, not cut through a character. */
const shown = (text: string): string =>
  text.length <= 160 ? text : `${[...text.slice(0, 320)].slice(0, 160).join('')}…`;

/** Reads a supplier; null when the organisation has no such supplier. */
export const getSupplier = (actor: Actor, id: string): Promise<SupplierPage | null> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const [row] = await tx
      .select()
      .from(suppliers)
      .where(and(eq(suppliers.orgId, orgId), eq(suppliers.id, id)));
    if (!row) return null;
    const contacts = await tx
      .select()
      .from(supplierContacts)
      .where(
        and(eq(supplierContacts.orgId, orgId), eq(supplierContacts.supplierId, id), isNull(supplierContacts.retiredAt)),
      )
      .orderBy(asc(supplierContacts.createdAt), asc(supplierContacts.id));
    const models = await tx
      .select()
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.supplierId, id)))
      .orderBy(asc(deviceModels.nameKey), asc(deviceModels.id))
      .limit(MOST_MODELS + 1);
    const day = today();
    const { name, country, website, address, notes } = row;
    return {
      id,
      version: row.version,
      retiredAt: row.retiredAt?.toISOString() ?? null,
      values: { name, country, website, address, notes },
      facts: await currentFacts(tx, orgId, { type: 'supplier', id }),
      contacts: contacts.map((one) => ({
        id: one.id,
        version: one.version,
        name: one.name,
        role: one.role,
        email: one.email,
        telephone: one.telephone,
      })),
      models: models.slice(0, MOST_MODELS).map((model) => {
        const os = { product: model.osProduct, release: model.osRelease };
        return {
          id: model.id,
          name: shown(model.name),
          number: shown(model.modelNumber),
          kind: shown(model.kind),
          version: shown(model.softwareVersion),
          os: shown(osInWords(os)),
          support: osSupport(os, day),
          units: model.unitsInUse,
          retired: model.retiredAt !== null,
        };
      }),
      moreModels: models.length > MOST_MODELS,
      acts: await actsOn(tx, orgId, 'supplier', id),
      mayEdit: can(actor, 'supplier:write'),
    };
  });
