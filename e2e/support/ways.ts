/** How a journey comes to a page that has something on it: by what the demonstration has, or by making it. */
import type { Page } from '@playwright/test';
import type { Role } from '../../app/guard/roles';
import { type Answered, linked, listed, type Records } from './records';
import { addApp, addPerson, comeInFirst } from './second-factors';
import { signIn } from './steps';

/** Whose page it is that is looked at: somebody who is offered everything on it. */
export type As = Role | null;

export const model = (rest: string) => (of: Records) => `/devices/${of.modelId}${rest}`;
export const change = (rest: string) => (of: Records) => `/changes/${of.changeId}${rest}`;
export const draft = (rest: string) => (of: Records) => `/changes/${of.draftId}${rest}`;
export const certification = (rest: string) => (of: Records) =>
  `/devices/${of.modelId}/certifications/${of.certificationId}${rest}`;
export const unit = (rest: string) => (of: Records) => `/units/${of.unitId}${rest}`;
export const supplier = (rest: string) => (of: Records) => `/suppliers/${of.supplierId}${rest}`;
export const at = (address: string) => () => address;
export const somebody = (_: Records, page: Page) => linked(page, '/people', '/people/ID').then((id) => `/people/${id}`);
export const rerunOf = async (_: Records, page: Page) => {
  await page.goto('/library/reruns');
  await page.getByRole('button', { name: 'Judge again' }).click();
  await page.waitForURL(/reruns\/[0-9a-f-]{36}/);
  // All changes are judged again in the background of a server that has other things to do.
  await page.getByText('finished').first().waitFor({ timeout: 120_000 });
  return new URL(page.url()).pathname;
};
/** A campaign on what a change of the demonstration names: found, ticked and begun as a person does it. */
export const campaignOf = async (_: Records, page: Page) => {
  await page.goto('/campaigns/new?cves=CVE-2017-0144');
  await page.getByLabel('Name of the campaign').fill('For a look at its page');
  await page.getByRole('button', { name: 'Draft one letter a maker' }).click();
  await page.waitForURL(/campaigns\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
};
/** A draft of one's own: the demonstration's letters may be sent already. */
export const draftLetterOf = async (of: Records, page: Page) => {
  await page.goto(`/letters/new?kind=supplier-request-letter&change=${of.changeId}`);
  await page.getByRole('button', { name: 'Draft the letter' }).click();
  await page.waitForURL(/letters\/[0-9a-f-]{36}/);
  return `${new URL(page.url()).pathname}/edit`;
};
export const contact = (of: Records, page: Page) => {
  const base = `/suppliers/${of.supplierId}`;
  return linked(page, base, `${base}/contacts/ID`).then((id) => `${base}/contacts/${id}`);
};

export const advisory = (_: Records, page: Page) =>
  linked(page, '/advisories?state=waiting', '/advisories/ID').then((id) => `/advisories/${id}`);
export const matchOfAdvisory = async (of: Records, page: Page) => {
  const base = await advisory(of, page);
  return linked(page, base, `${base}/matches/ID`).then((id) => `${base}/matches/${id}`);
};
export const claim = (_: Records, page: Page) => linked(page, '/claims', '/claims/ID').then((id) => `/claims/${id}`);
export const contradiction = (_: Records, page: Page) =>
  linked(page, '/contradictions?status=all', '/contradictions/ID').then((id) => `/contradictions/${id}`);
/** Typed in here, so that it does not hang on what the demonstration quotes. */
export const quotation = async (of: Records, page: Page) => {
  const base = `/suppliers/${of.supplierId}/quotations`;
  await page.goto(`${base}/new`);
  await page.getByLabel('What is it about?').selectOption('mds2:CSUP-7');
  await page.getByLabel('The words, exactly').fill('A list is published every month.');
  await page.getByLabel('Where does it stand?').selectOption('bulletin');
  await page.getByLabel('Document', { exact: false }).first().fill('Security bulletin');
  await page.getByRole('button', { name: 'Record the quotation' }).click();
  await page.waitForURL(/done=saved/);
  return linked(page, base, `${base}/ID`).then((id) => `${base}/${id}`);
};
/** Declared here, so that it does not hang on what the demonstration declares. */
export const flowOf: Where = async (of, page) => {
  const base = `/devices/${of.modelId}/network`;
  await page.goto(`${base}/new`);
  await page.getByLabel('Lines, one a connection').fill('Time server; 10.1.0.9; out; udp; 123; sets the clock; no');
  await page.getByRole('button', { name: 'Add all lines' }).click();
  await page.waitForURL(/done=flows/);
  return linked(page, base, `${base}/ID`).then((id) => `${base}/${id}`);
};
export const training = (_: Records, page: Page) =>
  linked(page, '/settings/training', '/settings/training/ID').then((id) => `/settings/training/${id}`);
export const delegation = (_: Records, page: Page) =>
  linked(page, '/settings/delegations', '/settings/delegations/ID').then((id) => `/settings/delegations/${id}`);
export const exception = (_: Records, page: Page) =>
  linked(page, '/settings/exceptions', '/settings/exceptions/ID').then((id) => `/settings/exceptions/${id}`);
export const fileOfReply = (of: Records & Answered) => `/claims/from-file/${of.fileId}`;

export const standard = (_: Records, page: Page) =>
  linked(page, '/standard-changes', '/standard-changes/ID').then((id) => `/standard-changes/${id}`);

/** A new way in for the supplier of a letter that still waits, shown once. */
export const replyLink = async (_: Records, page: Page) => {
  const letterId = await linked(page, '/letters?view=overdue', '/letters/ID');
  await page.goto(`/letters/${letterId}`);
  await page.getByText('Make a link by hand').click();
  await page.getByLabel('For whom?').fill('desk@maker.example');
  await page.getByRole('button', { name: 'Make link' }).click();
  return String(await page.getByText(/\/reply\/[\w-]{43}$/).textContent())
    .trim()
    .replace(/^https?:\/\/[^/]+/, '');
};
export const behindLink =
  (rest: string): Where =>
  async (of, page) => {
    await page.goto(await replyLink(of, page));
    await page.getByRole('button', { name: 'Open the letter' }).click();
    await page.waitForURL(/\/reply$/);
    return `/reply${rest}`;
  };
export const fileBehindLink: Where = async (of, page) => {
  await page.goto(await behindLink('/files')(of, page));
  await page.getByLabel('Choose files').setInputFiles({
    name: 'reply.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"changemark_reply":1}'),
  });
  await page.getByRole('button', { name: 'Add to the answer' }).click();
  await page.waitForURL(/\/reply\/files\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
};
/** A file attached here, with content of its own: the same content is attached once. */
export const fileOfChange: Where = async (of, page) => {
  const name = `trial-${Date.now()}.txt`;
  await page.goto(change('/files')(of));
  await page.getByLabel('What are they for?').selectOption('test');
  await page.getByLabel(/^Files/).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  await page.getByRole('button', { name: 'Attach' }).click();
  await page.getByRole('link', { name }).click();
  await page.waitForURL(/\/files\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
};
export const receipt: Where = async (of, page) => {
  await page.goto(await behindLink('/review')(of, page));
  await page.getByRole('textbox', { name: /^Your name/ }).fill('Erika Muster');
  await page.getByRole('textbox', { name: /^Your role/ }).fill('Product security manager');
  await page.getByRole('textbox', { name: /^Anything else/ }).fill('We answer by telephone.');
  await page.getByRole('button', { name: /^Send to/ }).click();
  await page.waitForURL(/\/reply\/receipt/);
  return '/reply/receipt';
};

/** Somebody new with an authenticator app, because people of the demonstration have no second factor. */
const withApp = async (page: Page) => {
  const newcomer = await addPerson(page);
  await page.context().clearCookies();
  const password = await comeInFirst(page, newcomer);
  await addApp(page, password);
  return { email: newcomer.email, password };
};
export const factorsOf =
  (rest: string): Where =>
  async (_, page) => {
    await withApp(page);
    return `/account/factors${rest}`;
  };
export const secondStepOf: Where = async (_, page) => {
  const account = await withApp(page);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await signIn(page, account);
  await page.waitForURL(/sign-in\/second/);
  return '/sign-in/second';
};

/** A plan drawn up here as a person does it. */
export const sketchOf: Where = async (of, page) => {
  await page.goto(`/devices/${of.modelId}/plans/new`);
  await page.getByLabel(/^The plan in a few words/).fill('Isolate now, replace in 2028');
  await page.getByLabel('What is done').first().selectOption('isolation');
  await page.getByLabel('From').first().fill('2026-12-01');
  await page.getByLabel('What is done').nth(1).selectOption('replacement');
  await page.getByLabel('From').nth(1).fill('2028');
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.waitForURL(/plans\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
};

/** A small inventory brought here; its columns are named by their headings. */
export const importOf =
  (rest: string): Where =>
  async (_, page) => {
    const lines = [
      'Serial Number,Manufacturer,Model',
      'E2E-1,Nobody Ltd,No such pump',
      'E2E-2,Nobody Ltd,No such pump',
    ];
    await page.goto('/imports/new?purpose=inventory');
    await page
      .getByLabel('Files', { exact: false })
      .setInputFiles({ name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });
    await page.getByRole('button', { name: 'Read and show' }).click();
    await page.getByText('ready to apply').first().waitFor();
    return `${new URL(page.url()).pathname}${rest}`;
  };

export type Where = (of: Records & Answered, page: Page) => string | Promise<string>;

/** A change of the demonstration in this state. */
export const inState =
  (status: string, rest: string): Where =>
  async (_, page) =>
    `/changes/${await listed(page, `/changes?status=${status}`, '/changes/ID')}${rest}`;

export const asKnown: Where = async (of, page) => {
  const signed = await inState('closed', '')(of, page);
  return `${signed}/as-known/${await linked(page, `${signed}/sign-off`, `${signed}/as-known/ID`)}`;
};
