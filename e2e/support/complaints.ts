import type { BrowserContext } from '@playwright/test';

/** The browser logs every answer from 400 up; a refused form and an absent page are the server doing its duty. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Our own scripts, styles and fonts may never be missing. */
const ASSET = /\/(assets|fonts)\/|\/favicon/;

/**
 * Collects what goes wrong unseen in a browser: errors in its console (a breach of the content security policy and a
 * page that hydrates differently are among them), scripts that throw, and answers of the server from 500 up.
 */
export function complaintsOf(context: BrowserContext, into: string[]): void {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    if (REFUSAL.test(message.text()) && !ASSET.test(url)) return;
    into.push(`${message.text()} (${url})`);
  });
  context.on('weberror', (thrown) => into.push(`${thrown.error().stack ?? thrown.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) into.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
}
