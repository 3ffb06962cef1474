/** What the tests of replies share: a letter that was issued, its link, a browser at the real server. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inOrganisation } from '../../../db/client.server';
import { letterModels, letterQuestions, letters, letterVersions } from '../../../db/schema/index.server';
import { auditActor } from '../../guard/guard.server';
import { testBuild } from '../../guard/testing/server-build';
import { createApp } from '../../server/express-app';
import { log } from '../../server/log';
import { readSettings } from '../../server/settings';
import type { House } from '../changes/testing';
import { newId } from '../files/new-id.server';
import type { ReplyForm, ReplyQuestion } from '../letters/reply-form';
import { createReplyLink } from './create-reply-link.server';
import { tokenOf } from './link-token.server';

const yesNo = (number: number, over: Partial<ReplyQuestion> = {}): ReplyQuestion => ({
  number,
  key: `block:T.${number}`,
  text: `May the update be installed in case ${number}?`,
  choices: [
    { id: 'yes', label: 'Yes', value: true },
    { id: 'no', label: 'No', fill: 'because', value: false },
  ],
  comment: true,
  why: 'The assessment hangs on it.',
  from: 'MDS2 CSUP-2.1',
  deciding: true,
  facts: [],
  cves: [],
  ...over,
});

export const QUESTIONS: ReplyQuestion[] = [
  yesNo(1),
  yesNo(2),
  yesNo(3, { deciding: false, block: 'Support' }),
  {
    ...yesNo(4),
    key: 'vex:CVE-2021-44228',
    text: 'CVE-2021-44228: is this device affected?',
    choices: [
      { id: 'affected', label: 'Affected; what to do:', fill: '' },
      { id: 'not_affected', label: 'Not affected, because', fill: '' },
      { id: 'fixed', label: 'Fixed in version', fill: '' },
      { id: 'under_investigation', label: 'Under investigation, answer by', fill: '' },
    ],
    cves: ['CVE-2021-44228'],
  },
];

export interface Asked {
  letterId: string;
  reference: string;
  linkId: string;
  token: string;
  form: ReplyForm;
}

let made = 0;

/** A sent letter with questions, and a link to it. */
export async function askedLetter(at: House, { expiresAt }: { expiresAt?: Date } = {}): Promise<Asked> {
  const reference = `CM-2026-9${String(++made).padStart(5, '0')}-L01`;
  const letterId = newId();
  const form: ReplyForm = {
    changemark_reply: 1,
    ...{ reference, version: 'v1.0', organisation: 'Northbridge', supplier: 'Spacelabs', answer_by: '2026-12-23' },
    questions: QUESTIONS,
  };
  const model = { contact: [{ label: 'Telephone', value: '+44 20 7946 0000' }] };
  const bytes = Buffer.from(`%PDF-1.7 ${reference}`);
  const own = { orgId: at.orgId, letterId };
  const { id: linkId } = await inOrganisation(at.engineer, async (tx) => {
    await tx.insert(letters).values({
      ...{ orgId: at.orgId, id: letterId, reference, kind: 'supplier-request-letter', supplierId: at.supplierId },
      ...{ supplierName: 'Spacelabs', subject: 'March security roll-up on the telemetry receiver', status: 'sent' },
      ...{ authorName: at.engineer.name, createdBy: at.engineer.userId, questionsAsked: 4, questionsOpen: 4 },
      sentAt: new Date('2026-11-10T09:00:00Z'),
    });
    await tx.insert(letterVersions).values({
      ...{ ...own, number: 1, status: 'issued', model, form, authors: [at.engineer.userId], createdByName: 'Jonas' },
      ...{ bytes, sha256: createHash('sha256').update(bytes).digest('hex'), issuedAt: new Date(), pages: 1 },
    });
    await tx.insert(letterModels).values({ ...own, modelId: at.modelId, units: 12 });
    await tx.insert(letterQuestions).values(
      QUESTIONS.map(({ number, key, text, choices, facts, cves, deciding }) => ({
        ...{ ...own, versionNumber: 1, number, key, text, choices, facts, cves, deciding },
      })),
    );
    return createReplyLink(
      tx,
      auditActor(at.engineer),
      { orgId: at.orgId, id: letterId, reference },
      { sentTo: 'desk@spacelabs.example', ...(expiresAt ? { expiresAt } : {}) },
    );
  });
  return { letterId, reference, linkId, token: tokenOf(at.orgId, linkId), form };
}

export interface RealServer {
  address: string;
  close(): Promise<void>;
}

/** The whole server as it runs, with these routes, on a free port of this machine. */
export async function realServer(routes: RegExp, env: Record<string, string> = {}): Promise<RealServer> {
  log.level = 'fatal';
  const build = await testBuild(routes);
  const settings = readSettings({ NODE_ENV: 'test', PORT: '0', ...env });
  const app = createApp(settings, { build, files: 'public' }, { leaving: () => false, databaseUp: () => true });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Somebody at the other end of a link, with a browser that keeps cookies. */
export class Supplier {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly address: string) {}

  cookieHeader(): string {
    return Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookie = this.cookieHeader();
    if (cookie) headers.set('Cookie', cookie);
    const response = await fetch(`${this.address}${path}`, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  /** A page's text and status. */
  async see(path: string): Promise<{ status: number; text: string }> {
    const response = await this.send(path);
    return { status: response.status, text: await response.text() };
  }

  /** The forgery token of a page. */
  async csrf(path: string): Promise<string> {
    return /name="csrf" value="([^"]+)"/.exec((await this.see(path)).text)?.[1] ?? '';
  }

  async post(path: string, fields: Record<string, string>, from = path): Promise<Response> {
    const csrf = await this.csrf(from);
    return this.send(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) });
  }

  /** Opens the letter behind a token. */
  async open(token: string): Promise<Response> {
    return this.post(`/reply/${token}`, {});
  }

  async upload(files: { name: string; bytes: Uint8Array | string }[]): Promise<Response> {
    const form = new FormData();
    form.append('csrf', await this.csrf('/reply/files'));
    for (const { name, bytes } of files) form.append('files', new File([new Uint8Array(Buffer.from(bytes))], name));
    return this.send('/reply/files?index', { method: 'POST', body: form });
  }

  /** Fields of one answer as the page would send them the first time. */
  static answer(number: number, choice: string, more: Record<string, string> = {}): Record<string, string> {
    return {
      intent: 'save',
      after: 'stay',
      [`q${number}`]: choice,
      [`q${number}_version`]: '0',
      [`q${number}_shown`]: '',
      ...more,
    };
  }
}

export const PARTICULARS = { name: 'Erika Muster', role: 'Product security manager' };
