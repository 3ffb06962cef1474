import { assessDossier } from '~/features/assessments/assess-dossier.server';
import { jsonBody, protectedApi } from '~/guard/api.server';

const answer = protectedApi('change:read', ['POST'], async ({ request }) => {
  const body = await jsonBody(request);
  if ('refusal' in body) return body.refusal;
  const outcome = assessDossier(body.json);
  return outcome.ok ? Response.json(outcome.result) : Response.json(outcome.refusal, { status: 422 });
});

export const action = answer;
export const loader = answer;
