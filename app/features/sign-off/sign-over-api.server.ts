/** Signing and stepping over HTTP with JSON: the same forms, the same use cases, the same gate as the pages. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { readChange } from '../changes/change-row.server';
import type { FieldErrors } from '../changes/posted';
import { PutForm, putToSignOff } from './put-to-sign-off.server';
import { signChange } from './sign-change.server';
import { SignForm } from './sign-form.server';
import { STEPS, StepForm, type StepId, stepChange } from './step-change.server';

export type ApiAnswer =
  | { status: 200; body: object }
  | { status: 404 | 422; body: { error: { message: string; issues: { path: string[]; message: string }[] } } };

const issuesOf = (errors: FieldErrors) =>
  Object.entries(errors).flatMap(([field, messages]) =>
    messages.map((message) => ({ path: field ? [field] : [], message })),
  );

const refusal = (status: 404 | 422, message: string, errors: FieldErrors = {}): ApiAnswer => ({
  status,
  body: { error: { message, issues: issuesOf(errors) } },
});

const notThere = refusal(404, 'There is no such change.');

function refusedForm(error: z.ZodError): ApiAnswer {
  const issues = error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  return { status: 422, body: { error: { message: 'The document is not what this address takes.', issues } } };
}

const answerOf = (result: { ok: boolean; errors?: FieldErrors } | null): ApiAnswer => {
  if (result === null) return notThere;
  if (!result.ok) return refusal(422, Object.values(result.errors ?? {}).flat()[0] ?? 'Refused.', result.errors);
  const { ok: _, ...rest } = result;
  return { status: 200, body: rest };
};

const isId = (id: string | undefined): id is string => z.uuid().safeParse(id).success;

/** Whether the change of an address is one of the actor's organisation. */
export const changeIsThere = async (actor: Actor, { changeId }: { changeId?: string }): Promise<boolean> =>
  isId(changeId) && (await inOrganisation(actor, (tx) => readChange(tx, actor.orgId, changeId))) !== null;

/**
 * Signs a change: the fields of the form on its sign-off page.
 * @returns 200 with `decided`; 422 with every reason why nothing was signed; 404
 */
export async function signOverApi(actor: Actor, changeId: string | undefined, json: unknown): Promise<ApiAnswer> {
  if (!isId(changeId)) return notThere;
  const parsed = SignForm.safeParse(json);
  return parsed.success ? answerOf(await signChange(actor, changeId, parsed.data)) : refusedForm(parsed.error);
}

const Step = z.discriminatedUnion('move', [
  PutForm.extend({ move: z.literal('put') }),
  StepForm.extend({ move: z.enum(Object.keys(STEPS) as [StepId, ...StepId[]]) }),
]);

/** Takes a step: `{"move": "put", "version": 3, "option": "as_proposed"}`, or a step beside the way with its reason. */
export async function stepOverApi(actor: Actor, changeId: string | undefined, json: unknown): Promise<ApiAnswer> {
  if (!isId(changeId)) return notThere;
  const parsed = Step.safeParse(json);
  if (!parsed.success) return refusedForm(parsed.error);
  const { data } = parsed;
  if (data.move === 'put') return answerOf(await putToSignOff(actor, changeId, data));
  return answerOf(await stepChange(actor, changeId, data.move, data));
}
