import { describe, expect, it } from 'vitest';
import { CannotStart } from '../../db/cannot-start';
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
