/** People of their own with second factors: those of the demonstration keep signing in with the password alone. */
import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { mark, signIn } from './steps';

export interface Newcomer {
  name: string;
  email: string;
  password: string;
}

/** On an administrator's page: adds a clinical engineer, whose first password has to be replaced. */
export async function addPerson(page: Page): Promise<Newcomer> {
  const name = `Signe ${mark()}`;
  const email = `signe.${mark()}@northbridge.example`;
  await page.goto('/people/new');
  await page.getByLabel('Name (required)').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('radio', { name: /^clinical engineer/ }).check();
  await page.getByRole('button', { name: 'Add person' }).click();
  const password = String(await page.getByRole('status').getByRole('code').textContent());
  return { name, email, password };
}

/** Signs the newcomer in for the first time, at this address of the server. Returns the password from now on. */
export async function comeInFirst(page: Page, newcomer: Newcomer, to = byNumber): Promise<string> {
  await page.goto(to('/sign-in?next=/account/password'));
  const password = `four unrelated words ${mark()}`;
  await signIn(page, newcomer);
  await page.getByLabel('Present password').fill(newcomer.password);
  await page.getByLabel('New password (required)').fill(password);
  await page.getByLabel('New password, again').fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('status')).toContainText('Your password is changed');
  return password;
}

/** Takes an authenticator app into use; returns the code it shows `steps` away from now. */
export async function addApp(page: Page, password: string): Promise<(steps?: number) => string> {
  await page.goto('/account/factors/app');
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  const secret = String(await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent());
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/ /g, '')) });
  const code = (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  // Of the step before: the present code is then still good.
  await page.getByLabel('Code that the app now shows').fill(code(-1));
  await page.getByRole('button', { name: 'Take the app into use' }).click();
  await expect(page.getByText('Your recovery codes')).toBeVisible();
  return code;
}

/** Puts an authenticator into the browser that knows its owner's finger, as a telephone does. */
export async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const byNumber = (path: string) => path;

/** An address of the server by the name of this machine: passkeys are bound to names, and the journeys come by number. */
export function byName(path: string): string {
  const url = new URL(path, process.env.E2E_BASE_URL);
  url.hostname = 'localhost';
  return url.href;
}
