import { changeIsThere, signOverApi } from '~/features/sign-off/sign-over-api.server';
import { protectedApi } from '~/guard/api.server';

const answer = protectedApi(
  'change:sign',
  async ({ actor, json, params }) => {
    const { status, body } = await signOverApi(actor, params.changeId, json);
    return Response.json(body, { status });
  },
  { there: changeIsThere },
);

export const action = answer;
export const loader = answer;
