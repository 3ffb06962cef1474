import { describe, expect, it } from 'vitest';
import { isCrossSite } from './security';

const hosts = ['record.example.org', '127.0.0.1:3000', undefined];

describe('a request that changes something comes from another site', () => {
  it.each([
    [{ site: 'cross-site', origin: 'https://elsewhere.example' }, true],
    [{ site: 'same-site', origin: 'https://other.example.org' }, true],
    [{ origin: 'https://elsewhere.example' }, true],
    [{ origin: 'null' }, true],
    [{ site: 'cross-site' }, true],
    [{ origin: 'http://127.0.0.1:3001' }, true],
    [{ site: 'same-origin', origin: 'http://127.0.0.1:3000' }, false],
    [{ origin: 'http://127.0.0.1:3000' }, false],
    [{ origin: 'https://record.example.org' }, false],
    [{ site: 'none' }, false],
    [{}, false],
  ])('%j: %s', (headers, expected) => {
    expect(isCrossSite({ ...headers, hosts })).toBe(expected);
  });
});
