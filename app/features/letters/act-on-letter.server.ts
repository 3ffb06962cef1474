/** The forms on the page of one letter: reads which one was sent and calls the use case behind it. */
import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import type { Actor } from '../../guard/actor';
import { notFoundUnless, requireOneOf } from '../../guard/guard.server';
import type { Permission } from '../../guard/permissions';
import { errorsOf, type Kept, keptOf, postedText } from '../changes/posted';
import { today } from '../today';
import {
  AcknowledgeForm,
  AddressForm,
  ApproveForm,
  BounceForm,
  CorrectForm,
  DeliverForm,
  FollowUpForm,
  isLetterIntent,
  type LetterIntent,
  MailDecisionForm,
  MakeLinkForm,
  ReasonForm,
  RevokeLinkForm,
} from './act-forms';
import type { ActErrors, Acted } from './acted';
import { addressLetter } from './address-letter.server';
import { approveLetter } from './approve-letter.server';
import { correctLetter } from './correct-letter.server';
import { decideOnMail } from './decide-on-mail.server';
import { dropCorrection } from './drop-correction.server';
import { followUp } from './follow-up.server';
import { issueAgain } from './issue-again.server';
import { makeLink, revokeLink } from './manage-links.server';
import { type HandMove, moveByHand } from './move-by-hand.server';
import { SendForm } from './send-form';
import { sendLetter } from './send-letter.server';

interface Request {
  actor: Actor;
  letterId: string;
  form: FormData;
}

export interface RefusedAct {
  ok: false;
  intent: string;
  /** Which of several alike forms it was: the link or message it is about. */
  key: string;
  errors: ActErrors;
  kept: Kept;
}

export type ActOnLetterResult =
  | { ok: true; redirect: string }
  /** The address of a new link, shown this once. */
  | { ok: true; address: string }
  | RefusedAct;

type Outcome = Acted | { ok: true; redirect: string } | { ok: true; address: string };

/** Who may send which form; checked here because one page carries them all. */
const NEEDS: Record<LetterIntent, readonly Permission[]> = {
  approve: ['letter:approve'],
  'issue-again': ['letter:approve'],
  address: ['letter:send'],
  send: ['letter:send'],
  deliver: ['letter:send'],
  bounce: ['letter:send'],
  acknowledge: ['letter:send'],
  close: ['letter:send'],
  reopen: ['letter:send'],
  withdraw: ['letter:send'],
  correct: ['document:draft'],
  drop: ['document:draft'],
  'make-link': ['letter:send'],
  'revoke-link': ['letter:send'],
  'mail-decision': ['letter:send'],
  'follow-up': ['document:draft'],
};

/**
 * Does what a form on a letter's page asks for. Throws a 404 response when the letter does not exist in the actor's
 * organisation and a 403 response when the role may not do it; every other refusal is a value with what was typed.
 */
export async function actOnLetter({ actor, letterId, form }: Request): Promise<ActOnLetterResult> {
  const intent = postedText(form, 'intent');
  const key = postedText(form, 'link') || postedText(form, 'message');
  const refuse = (errors: ActErrors): RefusedAct => ({ ok: false, intent, key, errors, kept: keptOf(form) });
  if (!isLetterIntent(intent))
    return refuse({ '': ['This form is not known here. Reload the page and send it again.'] });
  await requireOneOf(actor, NEEDS[intent], `/letters/${letterId}`);
  const outcome = notFoundUnless(await HANDLERS[intent]({ actor, letterId, form }));
  if (!outcome.ok) return refuse(outcome.errors);
  if ('address' in outcome) return outcome;
  return { ok: true, redirect: 'redirect' in outcome ? outcome.redirect : `/letters/${letterId}` };
}

/** Parses a form, then calls the use case; a form that does not parse is refused with its own words. */
const parsed =
  <S extends z.ZodType>(schema: S, use: (request: Request, input: z.output<S>) => Promise<Outcome | null>) =>
  (request: Request): Promise<Outcome | null> => {
    const submission = parseWithZod(request.form, { schema });
    if (submission.status !== 'success') return Promise.resolve({ ok: false, errors: errorsOf(submission) });
    return use(request, submission.value);
  };

/** A move on a day that the form gives, or today. */
const byHand = (move: HandMove, schema: z.ZodType<{ reason: string; on?: string }>) =>
  parsed(schema, ({ actor, letterId }, { reason, on }) =>
    moveByHand(actor, letterId, { move, reason, on: on ?? today() }),
  );

const HANDLERS: Record<LetterIntent, (request: Request) => Promise<Outcome | null>> = {
  approve: parsed(ApproveForm, ({ actor, letterId }, { number, revision, then_send }) =>
    approveLetter(actor, letterId, { number, revision, thenSend: then_send === 'yes' }),
  ),
  'issue-again': ({ actor, letterId }) => issueAgain(actor, letterId),
  address: parsed(AddressForm, ({ actor, letterId }, input) => addressLetter(actor, letterId, input.recipient_email)),
  send: parsed(SendForm, ({ actor, letterId }, input) => sendLetter(actor, letterId, input)),
  deliver: byHand('deliver', DeliverForm),
  bounce: byHand('bounce', BounceForm),
  acknowledge: byHand('acknowledge', AcknowledgeForm),
  close: byHand('close', ReasonForm),
  reopen: byHand('reopen', ReasonForm),
  withdraw: byHand('withdraw', ReasonForm),
  correct: parsed(CorrectForm, ({ actor, letterId }, input) => correctLetter(actor, letterId, input.what_changed)),
  drop: parsed(ReasonForm, ({ actor, letterId }, { reason }) => dropCorrection(actor, letterId, reason)),
  'make-link': parsed(MakeLinkForm, ({ actor, letterId }, input) => makeLink(actor, letterId, input.sent_to)),
  'revoke-link': parsed(RevokeLinkForm, ({ actor, letterId }, { link, reason }) =>
    revokeLink(actor, letterId, link, reason),
  ),
  'mail-decision': parsed(MailDecisionForm, ({ actor, letterId }, input) => decideOnMail(actor, letterId, input)),
  'follow-up': parsed(FollowUpForm, ({ actor, letterId }, { kind }) => followUp(actor, letterId, kind)),
};
