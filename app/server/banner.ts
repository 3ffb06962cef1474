/** What a person at the terminal needs to begin. */

/** One way to sign in to the demonstration, as printed. */
export interface DemoSignIn {
  role: string;
  email: string;
  password: string;
}

/**
 * The block printed once the server answers.
 * @param data the data folder, when the embedded database is used
 */
export function banner(address: string, data: string | undefined, signIns: readonly DemoSignIn[] = []): string {
  const lines = [`Changemark is ready at ${address}`, ''];
  if (signIns.length > 0) {
    const width = (key: keyof DemoSignIn) => Math.max(...signIns.map((one) => one[key].length));
    const [roles, emails] = [width('role'), width('email')];
    lines.push('Demonstration sign-ins (invented people and devices):');
    for (const { role, email, password } of signIns) {
      lines.push(`  ${role.padEnd(roles)}  ${email.padEnd(emails)}  ${password}`);
    }
    lines.push('');
  }
  if (data) lines.push(`Data: ${data}`);
  lines.push('Stop: Ctrl-C');
  return `\n${lines.map((line) => (line ? `  ${line}` : '')).join('\n')}\n`;
}
