/** Acts that sign are split in two: identity first, then the act. Nothing that answers a request calls the second half. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const AFTERWARDS = ['sign', 'dissent', 'emergency', 'standard', 'accept', 'close'].map((act) => `${act}Confirmed`);

it('leaves the half after the proof of identity to the file that asks for it', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const uses = files.flatMap((file) => {
    const text = readFileSync(`app/${file}`, 'utf8');
    return AFTERWARDS.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).map((name) => `${name} in ${file}`);
  });
  const own = uses.filter((use) => !use.includes('.test.ts'));
  expect(own.sort()).toEqual([
    'acceptConfirmed in features/risk/accept-risk.server.ts',
    'closeConfirmed in features/implementation/close-change.server.ts',
    'dissentConfirmed in features/sign-off/dissent.server.ts',
    'emergencyConfirmed in features/emergencies/confirm-emergency.server.ts',
    'signConfirmed in features/sign-off/sign-change.server.ts',
    'standardConfirmed in features/standard-changes/make-standard.server.ts',
  ]);
});
