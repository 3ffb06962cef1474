/** Builds the page that verifies a record offline: one file, with its script and style inside and named in its policy. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Writes build/verify.html. The same sources give the same bytes: it goes into packs that are built twice. */
export async function buildVerifier(root) {
  const { build, transform } = await import('esbuild');
  const folder = join(root, 'app/audit/offline');
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
  });
  // Inside of a page a script ends where these letters stand, wherever that is.
  const script = outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
  const styles = await transform(readFileSync(join(folder, 'page.css'), 'utf8'), { loader: 'css', minify: true });
  const style = styles.code.trim();
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // Functions as replacements: a "$" in the script is no pattern.
  const page = readFileSync(join(folder, 'page.html'), 'utf8')
    .replace('{policy}', () => policy)
    .replace('/*style*/', () => style)
    .replace('/*script*/', () => script);
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build', 'verify.html'), page);
}
