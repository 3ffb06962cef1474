/** The form of a new letter: on changes, on models, or following another letter. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { readVulnerabilities } from '../changes/vulnerability-input';
import { refused, type SaveResult, saved } from '../save-result';
import { optionalDate, optionalText } from '../text-input';
import { draftFollowUp } from './draft-follow-up.server';
import { draftNew } from './draft-new.server';
import { FOLLOW_KINDS, type FollowKind, OWN_KINDS, SEVERITY_IDS, THEMES } from './letter-choices';
import { LETTER_KINDS } from './letter-kinds';

const uuids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [...new Set([given ?? []].flat())].filter((id) => z.uuid().safeParse(id).success));

export const NewLetterForm = z.object({
  kind: z.enum(LETTER_KINDS, { error: 'Choose a kind of letter.' }),
  supplier: optionalText(),
  contact: optionalText(),
  changes: uuids,
  models: uuids,
  follows: optionalText(),
  vulnerabilities: optionalText().transform((text, context) => {
    const read = readVulnerabilities(text);
    if (read.ok) return read.vulnerabilities;
    for (const message of read.problems) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
  severity: z.enum(SEVERITY_IDS).optional(),
  theme: z.enum(THEMES).optional(),
  acknowledge_by: optionalDate(),
  reply_by: optionalDate(),
  your_reference: optionalText(),
});

type Input = z.output<typeof NewLetterForm>;

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Drafts the letter; null when the supplier, a change, a model or the letter it follows does not exist here. */
export const newLetter = (actor: Actor, input: Input): Promise<SaveResult | null> =>
  inOrganisation(actor, (tx): Promise<SaveResult | null> => {
    if ((FOLLOW_KINDS as readonly string[]).includes(input.kind)) return following(actor, tx, input);
    return alone(actor, tx, input);
  });

type Tx = Parameters<Parameters<typeof inOrganisation>[1]>[0];

async function following(actor: Actor, tx: Tx, input: Input): Promise<SaveResult | null> {
  if (!isId(input.follows)) return refused('follows', 'Choose the letter that this one follows.');
  const made = await draftFollowUp(tx, auditActor(actor), input.kind as FollowKind, input.follows, {
    ...(input.theme ? { theme: input.theme } : {}),
  });
  return made.ok ? saved(made.id) : refused('follows', made.message);
}

async function alone(actor: Actor, tx: Tx, input: Input): Promise<SaveResult | null> {
  if (!OWN_KINDS.includes(input.kind)) {
    return refused('kind', 'Changemark drafts this kind from the page of a contradiction.');
  }
  if (!isId(input.supplier)) return refused('supplier', 'Choose a supplier.');
  if (input.changes.length === 0 && input.models.length === 0) {
    return refused('changes', 'Tick a change, or a model further down: a letter is about something.');
  }
  if (input.kind === 'supplier-request-letter' && input.changes.length === 0) {
    return refused('changes', 'Tick the change that waits for the maker.');
  }
  if (
    input.kind === 'vulnerability-position-request' &&
    input.changes.length === 0 &&
    input.vulnerabilities.length === 0
  ) {
    return refused('vulnerabilities', 'Name the vulnerabilities to ask about, one CVE a line.');
  }
  if (input.contact !== '' && !isId(input.contact)) {
    return refused('contact', 'Choose a contact of this supplier, or leave it blank.');
  }
  const made = await draftNew(tx, actor, {
    kind: input.kind,
    supplierId: input.supplier,
    contactId: input.contact || null,
    changeIds: input.changes,
    modelIds: input.models,
    vulnerabilities: input.vulnerabilities,
    severity: input.severity ?? 'not_rated',
    answerBy: input.reply_by,
    acknowledgeBy: input.acknowledge_by,
    theme: input.theme ?? 'standard',
    campaignId: null,
    yourReference: input.your_reference,
  });
  if (!made) return null;
  return made.ok ? saved(made.id) : { ok: false, errors: made.errors, conflict: null };
}
