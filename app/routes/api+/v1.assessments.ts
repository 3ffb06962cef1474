import { assessDossier } from '~/features/assessments/assess-dossier.server';
import { protectedApi } from '~/guard/api.server';

const answer = protectedApi('change:read', ({ json }) => {
  const outcome = assessDossier(json);
  return outcome.ok ? Response.json(outcome.result) : Response.json(outcome.refusal, { status: 422 });
});

export const action = answer;
export const loader = answer;
