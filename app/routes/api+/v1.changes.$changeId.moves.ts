import { changeIsThere, stepOverApi } from '~/features/sign-off/sign-over-api.server';
import { protectedApi } from '~/guard/api.server';

const answer = protectedApi(
  'change:answer',
  async ({ actor, json, params }) => {
    const { status, body } = await stepOverApi(actor, params.changeId, json);
    return Response.json(body, { status });
  },
  { there: changeIsThere },
);

export const action = answer;
export const loader = answer;
