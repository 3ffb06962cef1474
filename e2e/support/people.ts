/** Who signs in, and signing in without the page: checking a password is slow on purpose. */
import { type BrowserContextOptions, request } from '@playwright/test';
import type { Role } from '../../app/guard/roles';
import { DEMO_ORGANISATIONS, DEMO_SIGN_INS, type DemoSignIn } from '../../db/seed/people';

/** The two demonstration organisations, the first of which most journeys happen in. */
const [HOME, ELSEWHERE] = Object.values(DEMO_ORGANISATIONS).map(({ name }) => name);

/** The demonstration's sign-in for a role; `elsewhere` is the same role in the other organisation. */
export function signInOf(role: Role, { elsewhere = false } = {}): DemoSignIn {
  const organisation = elsewhere ? ELSEWHERE : HOME;
  const found = DEMO_SIGN_INS.find((one) => one.role === role && one.organisation === organisation);
  if (!found) throw new Error(`The demonstration data names no sign-in for ${role} of ${organisation}`);
  return found;
}

/** Cookies of somebody who is signed in. */
export type Session = Exclude<BrowserContextOptions['storageState'], string | undefined>;

export const NOBODY: Session = { cookies: [], origins: [] };

/** Signs a person of the demonstration in by the form's own way, without a browser. */
export async function sessionFor({ email, password }: DemoSignIn): Promise<Session> {
  // Said, not left out: a client made inside a test inherits the cookies of the test's own person.
  const client = await request.newContext({ baseURL: process.env.E2E_BASE_URL, storageState: NOBODY });
  try {
    const page = await (await client.get('/sign-in')).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await client.post('/sign-in', { form: { csrf, email, password, next: '/' }, maxRedirects: 0 });
    if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`);
    return await client.storageState();
  } finally {
    await client.dispose();
  }
}
