import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LONGEST_TEXT, optionalDate, optionalText, requiredText, storableText } from './text-input';

const schema = z.object({ name: requiredText('Give a name.'), note: optionalText(), day: optionalDate() });
const posted = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const submission = parseWithZod(form, { schema });
  return submission.status === 'success'
    ? { value: submission.value, error: null }
    : { value: null, error: submission.error ?? {} };
};

describe('typed texts', () => {
  it('are stored as typed but for what the database cannot hold', () => {
    expect(storableText('a\ud800b\r\nc😀\0\rd')).toBe('a\ufffdb\nc😀\ufffd\nd');
  });

  it('may be missing or empty where they are optional', () => {
    for (const fields of [{ name: 'x' }, { name: 'x', note: '', day: '' }] as Record<string, string>[]) {
      expect(posted(fields).value).toEqual({ name: 'x', note: '', day: null });
    }
  });

  it('are refused by the field when required and missing, or blank', () => {
    expect(posted({}).error).toEqual({ name: ['Give a name.'] });
    expect(posted({ name: '  ' }).error).toEqual({ name: ['Give a name.'] });
  });

  it('may be very long, but not without end', () => {
    expect(posted({ name: 'ж'.repeat(LONGEST_TEXT) }).error).toBeNull();
    expect(posted({ name: 'x', note: 'ж'.repeat(LONGEST_TEXT + 1) }).error).toHaveProperty('note');
  });

  it('are days only when the day exists', () => {
    for (const day of ['2026-02-30', '0000-01-01', '1066-10-14', 'soon', '2026-1-1']) {
      expect(posted({ name: 'x', day }).error).toHaveProperty('day');
    }
    expect(posted({ name: 'x', day: '2028-02-29' }).value?.day).toBe('2028-02-29');
  });
});
