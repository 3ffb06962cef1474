import { describe, expect, it } from 'vitest';
import { CannotStart } from '../../db/cannot-start';
import { readMailSettings } from '../features/mail/mail-settings.server';
import { banner } from './banner';
import { readSettings } from './settings';

const read = (env: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...env });

describe('settings', () => {
  it('serve this machine only when nothing is said', () => {
    expect(read({})).toMatchObject({ port: 3000, host: '127.0.0.1', origin: undefined, trustProxy: false });
  });

  it('count proxies or name them', () => {
    expect(read({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(read({ TRUST_PROXY: 'loopback' }).trustProxy).toBe('loopback');
    // Trusting everybody would let anybody choose the address that is recorded.
    expect(read({ TRUST_PROXY: 'true' }).trustProxy).toBe(1);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['RATE_LIMIT', 'many'],
    ['ORIGIN', 'changemark.example.org'],
    ['ORIGIN', 'https://example.org/app'],
  ])('refuse %s=%s by name', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(CannotStart);
    expect(() => read({ [name]: value })).toThrow(`${name}="${value}"`);
  });
});

it('prints the address and who may sign in, in columns, by organisation', () => {
  const one = { name: 'E', role: 'engineer' as const, email: 'eve@a.example', password: 'one', organisation: 'A' };
  const two = { ...one, role: 'auditor' as const, email: 'longer@b.example', password: 'two', organisation: 'B' };
  const lines = banner('http://127.0.0.1:3000', '/srv/data', [one, two]).split('\n');
  expect(lines).toContain('  Changemark is ready at http://127.0.0.1:3000');
  expect(lines).toContain('      clinical engineer  eve@a.example     one');
  expect(lines).toContain('      auditor            longer@b.example  two');
});

describe('mail and workers', () => {
  const smtp = { SMTP_URL: 'smtp://clerk:s3cret%21@mail.example.org:2525', MAIL_FROM: 'Letters <letters@example.org>' };

  it('are off and on when nothing is said', () => {
    expect(readMailSettings({ NODE_ENV: 'test' })).toBeNull();
    expect(read({}).workers).toBe(true);
    expect(read({ WORKERS: '0' }).workers).toBe(false);
    expect(() => read({ WORKERS: 'no' })).toThrow('WORKERS="no"');
  });

  it('are read from the address of the mail server', () => {
    expect(readMailSettings({ NODE_ENV: 'test', ...smtp })).toEqual({
      ...{ host: 'mail.example.org', port: 2525, secure: false, requireTls: true, checkCertificate: true },
      auth: { user: 'clerk', pass: 's3cret!' },
      from: { name: 'Letters', address: 'letters@example.org' },
    });
    const local = readMailSettings({ NODE_ENV: 'test', SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'a@example.org' });
    expect(local).toMatchObject({ port: 587, requireTls: false, auth: null, from: { name: '' } });
    const tls = readMailSettings({ NODE_ENV: 'test', ...smtp, SMTP_URL: 'smtps://mail.example.org?certificate=any' });
    expect(tls).toMatchObject({ port: 465, secure: true, checkCertificate: false });
  });

  it.each([
    [{ SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@example.org' }, 'SMTP_URL'],
    [{ SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'a@example.org' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example.org?tls=no', MAIL_FROM: 'a@example.org' }, 'tls'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM'],
    [{ ...smtp, MAIL_FROM: 'somebody' }, 'MAIL_FROM="somebody"'],
    [{ ...smtp, MAIL_FROM: 'A <a@example.org>\nBcc: b@example.org' }, 'MAIL_FROM'],
    [{ ...smtp, SMTP_URL: 'smtp://clerk:hidden%zz@mail.example.org' }, 'password'],
  ])('refuse %j when starting, without showing the password', (env, names) => {
    expect(() => read(env as Record<string, string>)).toThrow(CannotStart);
    expect(() => read(env as Record<string, string>)).toThrow(names);
    expect(() => read(env as Record<string, string>)).not.toThrow(/s3cret|hidden/);
  });
});
