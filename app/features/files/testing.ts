/** Files for tests: as they come from a browser, whole or cut short by a server that is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../../db/project-root';
import { csrfToken } from '../../guard/csrf.server';
import type { SpooledFile } from './spool.server';

/** A text as it would have come from a browser. */
export function spooled(name: string, content: string | Uint8Array): SpooledFile {
  const bytes = Buffer.from(content as string);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const read = async (from: number, length: number) => bytes.subarray(from, from + length);
  return { field: 'files', originalName: name, size: bytes.length, sha256, read };
}

/** Bundles a program of ours, to be run and killed; the caller removes the file. */
export async function buildProgram(entry: string): Promise<string> {
  const outfile = join(projectRoot(), 'build', 'from-source', `${basename(entry, '.ts')}-${process.pid}.js`);
  await build({
    entryPoints: [join(projectRoot(), entry)],
    ...{ outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' },
    jsx: 'automatic',
  });
  return outfile;
}

/** Starts a program that says "port N" first. */
export async function startProgram(
  program: string,
  settings: Record<string, string>,
): Promise<{ port: number; child: ChildProcess }> {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => resolve(Number(/port (\d+)/.exec(String(text))?.[1])));
    child.once('exit', () => reject(new Error('the server ended before it was ready')));
  });
  return { port, child };
}

const FORM_COOKIE = 'changemark_form=0123456789abcdef0123456789abcdef';

/** Sends one file slowly enough that a kill meets it somewhere; true when the server said that it has it. */
export function slowUpload(
  to: { port: number; cookie?: string; headers?: Record<string, string>; fields?: Record<string, string> },
  name: string,
  bytes: Buffer,
): Promise<boolean> {
  const csrf = csrfToken(new Request('http://localhost', { headers: { Cookie: FORM_COOKIE } }), () => undefined);
  const fields = Object.entries({ csrf, ...to.fields });
  const head = [
    ...fields.flatMap(([field, value]) => ['--cut', `Content-Disposition: form-data; name="${field}"`, '', value]),
    ...['--cut', `Content-Disposition: form-data; name="files"; filename="${name}"`, '', ''],
  ].join('\r\n');
  return new Promise((resolve) => {
    const headers = {
      ...to.headers,
      Cookie: [to.cookie, FORM_COOKIE].filter(Boolean).join('; '),
      'Content-Type': 'multipart/form-data; boundary=cut',
    };
    const outgoing = httpRequest({ host: '127.0.0.1', port: to.port, method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
    });
    outgoing.on('error', () => resolve(false));
    outgoing.write(head);
    let sent = 0;
    const more = () => {
      if (outgoing.destroyed) return;
      if (sent >= bytes.length) return outgoing.end('\r\n--cut--\r\n');
      outgoing.write(bytes.subarray(sent, sent + 200_000));
      sent += 200_000;
      setTimeout(more, 5);
    };
    more();
  });
}
