/** Drafting a letter from the page of a change. It stays a draft until somebody else approves it. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import type { Severity } from '../../../db/schema/index.server';
import type { ThemeName } from '../../../documents/parts/letter-model';
import type { Actor } from '../../guard/actor';
import { lockChange } from '../changes/change-row.server';
import { supplierOfModel } from '../devices/supplier-of-model.server';
import { optionalDate } from '../text-input';
import { type DraftResult, draftNew } from './draft-new.server';
import { SEVERITY_IDS, THEMES } from './letter-choices';
import { LETTER_KINDS, type LetterKind } from './letter-kinds';

const uuids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [given ?? []].flat().filter((id) => z.uuid().safeParse(id).success));

export const DraftLetterForm = z.object({
  /** Empty: the recipient stays a blank to fill in. */
  contact: z.string().default(''),
  reply_by: optionalDate(),
  kind: z.enum(LETTER_KINDS).optional(),
  /** Other changes of the same maker and product family that are taken in. */
  also: uuids,
  severity: z.enum(SEVERITY_IDS).optional(),
  theme: z.enum(THEMES).optional(),
});

export interface DraftLetterInput {
  contact: string;
  reply_by: string | null;
  kind?: LetterKind | undefined;
  also?: readonly string[] | undefined;
  severity?: Severity | undefined;
  theme?: ThemeName | undefined;
}

/** Drafts a letter. Refused while the change is a draft, and when contact or date cannot be; null when it is not here. */
export const draftLetter = (actor: Actor, changeId: string, input: DraftLetterInput): Promise<DraftResult | null> =>
  inOrganisation(actor, async (tx): Promise<DraftResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const supplierId = await supplierOfModel(tx, actor.orgId, change.modelId);
    if (!supplierId) throw new Error('The supplier of the model cannot be read');
    const contactId = input.contact || null;
    if (contactId !== null && !z.uuid().safeParse(contactId).success) {
      return { ok: false, errors: { contact: ['Choose a contact of this supplier, or leave it blank.'] } };
    }
    return draftNew(tx, actor, {
      kind: input.kind ?? 'supplier-request-letter',
      supplierId,
      contactId,
      changeIds: [changeId, ...(input.also ?? []).filter((id) => id !== changeId)],
      modelIds: [],
      vulnerabilities: [],
      severity: input.severity ?? 'not_rated',
      answerBy: input.reply_by,
      acknowledgeBy: null,
      theme: input.theme ?? 'standard',
      campaignId: null,
      yourReference: '',
    });
  });
