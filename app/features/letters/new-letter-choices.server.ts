/** What the page of a new letter offers, step by step: kinds, makers, then the maker's changes, models and contacts. */
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, deviceModels, letters, supplierContacts, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { OPEN_STATUSES } from '../changes/alongside.server';
import { supplierOfModel } from '../devices/supplier-of-model.server';
import { likeInside } from '../keyset-sql.server';
import { FOLLOW_KINDS, type FollowKind, OWN_KINDS } from './letter-choices';
import { isLetterKind, type LetterKind } from './letter-kinds';
import { LETTER_STATUS_LABELS, type LetterStatus } from './letter-status';

const MOST_OFFERED = 200;
const MOST_FOUND = 50;

export interface NewLetterChoices {
  kind: LetterKind | null;
  /** For a kind that follows: letters it can follow, the latest first. */
  followable: { id: string; reference: string; subject: string; supplierName: string; status: string }[] | null;
  q: string;
  /** Makers to choose from, as long as none is chosen. */
  makers: { id: string; name: string }[] | null;
  maker: {
    id: string;
    name: string;
    contacts: { id: string; name: string; role: string }[];
    changes: { id: string; reference: string; title: string; modelName: string; family: string }[];
    models: { id: string; name: string; family: string; units: number }[];
    ticked: { changes: string[]; models: string[] };
    more: boolean;
  } | null;
}

const isId = (text: string | null): text is string => z.uuid().safeParse(text).success;

/** Reads what the address asks for; anything in it that is not known here counts as not given. */
export const newLetterChoices = (actor: Actor, search: URLSearchParams): Promise<NewLetterChoices> =>
  inOrganisation(actor, async (tx) => {
    const wished = search.get('kind');
    const kind = isLetterKind(wished) && [...OWN_KINDS, ...FOLLOW_KINDS].includes(wished) ? wished : null;
    const q = (search.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, 200);
    const nothing = { kind, q, followable: null, makers: null, maker: null };
    if (kind && FOLLOW_KINDS.includes(kind as FollowKind)) {
      return { ...nothing, followable: await followable(tx, actor.orgId, q) };
    }
    const [changeId, modelId] = [search.get('change'), search.get('model')];
    const change = isId(changeId) ? await changeOf(tx, actor.orgId, changeId) : null;
    const supplierId =
      change?.supplierId ??
      (isId(modelId) ? await supplierOfModel(tx, actor.orgId, modelId) : null) ??
      search.get('supplier');
    const maker = isId(supplierId) ? await makerOf(tx, actor.orgId, supplierId) : null;
    if (!maker) return { ...nothing, makers: await makersOf(tx, actor.orgId, q) };
    const ticked = { changes: change ? [change.id] : [], models: isId(modelId) ? [modelId] : [] };
    return { ...nothing, maker: { ...maker, ticked } };
  });

async function changeOf(tx: Tx, orgId: string, id: string) {
  const [row] = await tx
    .select({ id: changes.id, supplierId: deviceModels.supplierId })
    .from(changes)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
    .where(and(eq(changes.orgId, orgId), eq(changes.id, id)));
  return row ?? null;
}

const makersOf = (tx: Tx, orgId: string, q: string) =>
  tx
    .select({ id: suppliers.id, name: suppliers.name })
    .from(suppliers)
    .where(
      and(
        eq(suppliers.orgId, orgId),
        isNull(suppliers.retiredAt),
        q ? sql`${suppliers.nameKey} like ${likeInside(q.toLowerCase())}` : undefined,
      ),
    )
    .orderBy(asc(suppliers.nameKey), asc(suppliers.id))
    .limit(MOST_OFFERED);

const followable = async (tx: Tx, orgId: string, q: string) => {
  const open: LetterStatus[] = ['issued', 'sent', 'delivered', 'bounced', 'acknowledged', 'answered', 'closed'];
  const rows = await tx
    .select({
      id: letters.id,
      reference: letters.reference,
      subject: sql<string>`left(${letters.subject}, 200)`,
      supplierName: sql<string>`left(${letters.supplierName}, 120)`,
      status: letters.status,
    })
    .from(letters)
    .where(
      and(
        eq(letters.orgId, orgId),
        inArray(letters.status, open),
        isNull(letters.followsId),
        ne(letters.kind, 'interim-controls-notice'),
        q ? sql`${letters.searchKey} like ${likeInside(q.toLowerCase())}` : undefined,
      ),
    )
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(MOST_FOUND);
  return rows.map((row) => ({ ...row, status: LETTER_STATUS_LABELS[row.status] }));
};

async function makerOf(tx: Tx, orgId: string, id: string) {
  const [row] = await tx
    .select({ id: suppliers.id, name: suppliers.name })
    .from(suppliers)
    .where(and(eq(suppliers.orgId, orgId), eq(suppliers.id, id)));
  if (!row) return null;
  const [contacts, open, models] = await Promise.all([
    tx
      .select({ id: supplierContacts.id, name: supplierContacts.name, role: supplierContacts.role })
      .from(supplierContacts)
      .where(
        and(eq(supplierContacts.orgId, orgId), eq(supplierContacts.supplierId, id), isNull(supplierContacts.retiredAt)),
      )
      .orderBy(asc(supplierContacts.name), asc(supplierContacts.id))
      .limit(MOST_OFFERED),
    tx
      .select({
        id: changes.id,
        reference: changes.reference,
        title: sql<string>`left(${changes.title}, 200)`,
        modelName: sql<string>`left(${deviceModels.name}, 120)`,
        family: sql<string>`coalesce(${deviceModels.kindKey}, '')`,
      })
      .from(changes)
      .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
      .where(
        and(eq(changes.orgId, orgId), eq(deviceModels.supplierId, id), inArray(changes.status, [...OPEN_STATUSES])),
      )
      .orderBy(asc(deviceModels.kindKey), desc(changes.createdAt), desc(changes.id))
      .limit(MOST_OFFERED + 1),
    tx
      .select({
        id: deviceModels.id,
        name: sql<string>`left(concat_ws(' ', ${deviceModels.name}, nullif(${deviceModels.modelNumber}, '')), 200)`,
        family: sql<string>`coalesce(${deviceModels.kindKey}, '')`,
        units: deviceModels.unitsInUse,
      })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.supplierId, id), isNull(deviceModels.retiredAt)))
      .orderBy(asc(deviceModels.kindKey), asc(deviceModels.nameKey), asc(deviceModels.id))
      .limit(MOST_OFFERED + 1),
  ]);
  return {
    ...row,
    contacts,
    changes: open.slice(0, MOST_OFFERED),
    models: models.slice(0, MOST_OFFERED),
    more: open.length > MOST_OFFERED || models.length > MOST_OFFERED,
  };
}
