/** What every journey starts from: people who are signed in, and a browser whose complaints fail the test. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '../../app/guard/roles';
import type { DemoSignIn } from '../../db/seed/people';
import { complaintsOf } from './complaints';
import { NOBODY, type Session, sessionFor, signInOf } from './people';

interface Fixtures {
  /** `test.use({ role: 'auditor' })`: `page` is signed in as this person. Without it, `page` is a stranger's. */
  role: Role | undefined;
  /** A page of another person, in a browser of their own; null for somebody who has not signed in. */
  pageOf: (role: Role | null, of?: { elsewhere?: boolean }) => Promise<Page>;
  /** Errors of the console, of scripts and of the server; the test fails when there are any at its end. */
  complaints: string[];
}

interface WorkerFixtures {
  /** One session per person and worker process: checking a password is slow on purpose. */
  sessionOf: (person: DemoSignIn) => Promise<Session>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  sessionOf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const made = new Map<string, Promise<Session>>();
      await use((person) => {
        const session = made.get(person.email) ?? sessionFor(person);
        made.set(person.email, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],
  role: [undefined, { option: true }],
  storageState: ({ role, sessionOf }, use) => (role ? sessionOf(signInOf(role)).then(use) : use(undefined)),
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    complaintsOf(context, complaints);
    await use(context);
  },
  pageOf: async ({ browser, sessionOf, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, of) => {
      const storageState = role ? await sessionOf(signInOf(role, of)) : NOBODY;
      const context = await browser.newContext({ storageState });
      contexts.push(context);
      complaintsOf(context, complaints);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
