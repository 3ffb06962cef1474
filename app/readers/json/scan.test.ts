import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../reader';
import { parseJson } from './read-json.server';
import { scanJson } from './scan';

function refusalOf(text: string | Buffer) {
  try {
    parseJson(Buffer.from(text));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

describe('reading JSON strictly', () => {
  it('lets through whatever JSON.parse reads, unchanged', () => {
    const texts = fc.json({ maxDepth: 6 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses whatever JSON.parse refuses', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '1',
        '-',
        '.5',
        'e',
        'true',
        'nul',
        ' ',
        '\\',
        '//',
        '\n',
      ),
      { maxLength: 9 },
    );
    const reads = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const problem = refusalOf(text);
        // Doubled keys are all that is refused beyond the grammar here.
        if (problem === null || !/stands twice/.test(problem.message)) {
          expect(problem === null).toBe(reads(text));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['nothing', '', '', /empty/],
    ['only space', ' \n ', '', /empty/],
    ['a doubled key', '{"a":{"b":1,"c":2,"b":3}}', '/a/b', /twice/],
    ['a doubled key, once written otherwise', '{"ab":1,"a\\u0062":2}', '/ab', /twice/],
    ['a comment', '{"a":1, // no\n"b":2}', 'line 1, column 9', /not expected/],
    ['a trailing comma', '[1,]', 'line 1, column 4', /not expected/],
    ['NaN', '{"a":\nNaN}', 'line 2, column 1', /not expected/],
    ['Infinity', '[Infinity]', 'line 1, column 2', /not expected/],
    ['a leading nought', '[01]', 'line 1, column 3', /not expected/],
    ['a number without end', '[1e999]', '/0', /beyond/],
    ['something after the end', '{} {}', 'line 1, column 4', /after its end/],
    ['an end that is missing', '{"a":[1', 'line 1, column 8', /ends here/],
    ['a text without end', '["a', 'line 1, column 4', /no end/],
    ['a wrong escape', '["\\x41"]', 'line 1, column 3', /no escape/],
    ['half a surrogate pair', '{"a/b":["\\ud800"]}', '/a~1b/0', /surrogate/],
    ['the other half', '["\\udc00"]', '/0', /surrogate/],
    ['two first halves', '["\\ud800\\ud800"]', '/0', /surrogate/],
    ['NUL as an escape', '["\\u0000"]', '/0', /NUL/],
    ['a line break in a text', '["a\nb"]', 'line 1, column 4', /control/],
    ['single quotes', "{'a':1}", 'line 1, column 2', /not expected/],
  ])('refuses %s', (_, text, place, message) => {
    expect(refusalOf(text)).toMatchObject({ rule: 'JSON', place });
    expect(refusalOf(text)?.message).toMatch(message);
  });

  it('reads a byte order mark as none, and refuses other encodings', () => {
    expect(parseJson(Buffer.from('\ufeff{"a":"ä"}'))).toEqual({ a: 'ä' });
    expect(refusalOf(Buffer.from('\ufeff{"a":1}', 'utf16le'))?.message).toMatch(/UTF-16/);
    expect(refusalOf(Buffer.from('{"a":1}', 'utf16le'))?.message).toMatch(/UTF-16/);
    expect(refusalOf(Buffer.from('{"a":\n"ä"}', 'latin1'))).toMatchObject({ place: 'line 2', message: /UTF-8/ });
    expect(refusalOf(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))?.message).toMatch(/UTF-8/);
    expect(refusalOf(Buffer.from('{"a":\n"b\0"}'))).toMatchObject({ place: 'line 2', message: /NUL/ });
  });

  it('holds nesting, members and text against the limits without its own stack growing', () => {
    expect(refusalOf('['.repeat(100) + ']'.repeat(100))).toBeNull();
    expect(refusalOf('['.repeat(101) + ']'.repeat(101))).toMatchObject({ rule: 'limit', message: /nested deeper/ });
    expect(refusalOf('['.repeat(5_000_000))).toMatchObject({ rule: 'limit' });
    expect(refusalOf('{"a":'.repeat(1_000_000))).toMatchObject({ rule: 'limit' });
    expect(refusalOf(`["${'a'.repeat(1_000_001)}"]`)).toMatchObject({ rule: 'limit', place: '/0' });
    expect(refusalOf(`[${'1,'.repeat(8_000_000)}1]`)).toMatchObject({ rule: 'limit', message: /values/ });
  });

  it('keeps keys that mean something to JavaScript as plain data', () => {
    const read = parseJson(Buffer.from('{"__proto__":{"a":1},"constructor":2}'));
    expect(Object.keys(read as object)).toEqual(['__proto__', 'constructor']);
    expect(() => scanJson('{"__proto__":1,"__proto__":2}')).toThrow(/twice/);
  });
});
