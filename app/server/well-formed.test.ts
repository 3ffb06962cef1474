import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loggedPath } from './request-log';
import { faultOf } from './well-formed';

const HOST = '127.0.0.1:3000';

describe('addresses', () => {
  it.each([
    ['/devices?q=a%20b&q=%E0%A4', undefined],
    ['/devices/%C3%A9', undefined],
    ['//elsewhere.example/', undefined],
    ['/%E0%A4%A', 400],
    ['/%', 400],
    ['/devices?q=%00', 400],
    ['http://elsewhere.example/', 400],
    ['*', 400],
    [`/${'a'.repeat(8001)}`, 414],
  ])('%s: %s', (url, status) => {
    expect(faultOf('GET', url, HOST)?.[0]).toBe(status);
  });

  it('that pass can be read by whatever comes after', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (path) => {
        const url = `/${path}`;
        if (faultOf('GET', url, HOST)) return;
        expect(() => new URL(`http://${HOST}${url}`)).not.toThrow();
        expect(() => decodeURIComponent(url.split('?')[0] ?? '')).not.toThrow();
      }),
    );
  });
});

it.each([
  [undefined, 400],
  ['', 400],
  ['a b', 400],
  ['localhost:99999', 400],
  ['user@host', 400],
  ['[::1]:3000', undefined],
  ['record.example.org', undefined],
])('the host %s: %s', (host, status) => {
  expect(faultOf('GET', '/', host)?.[0]).toBe(status);
});

it('knows the methods of the web and no others', () => {
  expect(faultOf('TRACE', '/', HOST)?.[0]).toBe(405);
  expect(faultOf('POST', '/', HOST)).toBeUndefined();
});

it('keeps the token of a one-time link out of the log', () => {
  expect(loggedPath('/reply/s3cret/answer')).toBe('/reply/[token]/answer');
});
