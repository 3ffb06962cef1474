import { expect, it } from 'vitest';
import { gistOf } from './gist';

it.each([
  [{ question: 'Is there a way back?', key: 'rollback' }, 'Is there a way back?'],
  [{ before: { role: 'engineer' }, after: { role: 'auditor', name: 'x' } }, 'role, name'],
  [{ changed: [{ label: 'Title', from: 'a', to: 'b' }, { field: 'kinds' }, 'units'] }, 'Title, kinds, units'],
  [{ why: 'wrong password' }, 'wrong password'],
  [{ sessionsEnded: 2 }, '2 sessions'],
  [{ sessionsEnded: 0 }, null],
  [{ title: 'x'.repeat(500) }, `${'x'.repeat(89)}…`],
  [{ before: null, key: 'a' }, null],
  [{}, null],
  [null, null],
  [['a'], null],
])('says of %j: %s', (detail, gist) => expect(gistOf(detail)).toBe(gist));
