/** What a person at the terminal needs to begin. */
import type { DemoSignIn } from '../../db/seed/index.server';
import { ROLE_LABELS } from '../guard/roles';

function signInLines(signIns: readonly DemoSignIn[]): string[] {
  const rows = signIns.map(({ role, email, password }) => [ROLE_LABELS[role], email, password]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`;
  const organisations = [...new Set(signIns.map(({ organisation }) => organisation))];
  return organisations.flatMap((organisation) => [
    `  ${organisation}`,
    ...rows.filter((_, index) => signIns[index]?.organisation === organisation).map(line),
  ]);
}

/**
 * The block printed once the server answers.
 * @param data the data folder, when the embedded database is used
 * @param signIns one for each role of each demonstration organisation
 */
export function banner(address: string, data: string | undefined, signIns: readonly DemoSignIn[]): string {
  const lines = [`Changemark is ready at ${address}`, ''];
  if (signIns.length > 0) {
    lines.push(
      'Sign in to the demonstration (invented people, hospitals and devices):',
      '',
      ...signInLines(signIns),
      '',
    );
  }
  if (data) lines.push(`Data: ${data}`);
  lines.push('Stop: Ctrl-C');
  return `\n${lines.map((line) => (line ? `  ${line}` : '')).join('\n')}\n`;
}
