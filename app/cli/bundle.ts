/** `changemark bundle`: makes a signed bundle of feed files for a machine without internet, and verifies one. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fingerprintOf, privateKeyOf, publicKeyOf } from '../features/imports/parcels/bundle-key.server';
import { filesIn, makeBundle } from '../features/imports/parcels/make-bundle.server';
import { openBundle } from '../features/imports/parcels/open-bundle.server';
import { openArchive } from '../readers/archives/zip.server';
import { Refusal } from '../readers/reader';

const USAGE = `Usage: changemark bundle make FOLDER --key KEY --out FILE [--as-of DAY] [--by NAME]
       changemark bundle verify FILE --key KEY

make    puts the files of FOLDER into a ZIP with a manifest, signed with an Ed25519 private key (PEM):
        openssl genpkey -algorithm ed25519 -out bundle-key.pem
        openssl pkey -in bundle-key.pem -pubout -out bundle-key.pub   (this one goes under Settings, Feeds)
--as-of day of the newest data in it (default: today)
--by    who makes it
verify  says who signed it and whether every file is the one that was signed; KEY is the public key
`;

const WRONG_USAGE = 2;

const wrong = (message: string): number => {
  process.stderr.write(`changemark bundle: ${message}\n\n${USAGE}`);
  return WRONG_USAGE;
};

const OPTIONS = {
  key: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  by: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command. Exit status 0, 1 for a bundle that does not hold or files that cannot be taken, 2 for wrong usage. */
export async function run(args: string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return wrong((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [what, target, ...rest] = positionals;
  if ((what !== 'make' && what !== 'verify') || !target || rest.length > 0)
    return wrong('say what to do with which file.');
  if (!values.key) return wrong('--key is missing.');
  try {
    return what === 'make' ? await make(target, values) : await verify(target, values.key);
  } catch (error) {
    const said =
      error instanceof Refusal ? `${error.problem.rule}: ${error.problem.message}` : (error as Error).message;
    process.stderr.write(`changemark bundle: ${said}\n`);
    return 1;
  }
}

const parse = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true });

async function make(folder: string, values: ReturnType<typeof parse>['values']): Promise<number> {
  if (!values.out) return wrong('--out is missing.');
  const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf)) return wrong('--as-of is a day, for example 2026-11-29.');
  const key = privateKeyOf(readFileSync(values.key ?? '', 'utf8'));
  if (!key) return wrong('--key is no private Ed25519 key in PEM.');
  const files = await filesIn(folder);
  const wish = { asOf, madeAt: new Date().toISOString(), madeBy: values.by ?? '' };
  await writeFile(values.out, makeBundle(files, key, wish));
  process.stdout.write(`${values.out}: ${files.length} files as of ${asOf}\n`);
  return 0;
}

async function verify(file: string, keyFile: string): Promise<number> {
  const text = readFileSync(keyFile, 'utf8');
  const key = publicKeyOf(text);
  if (!key) return wrong('--key is no public Ed25519 key.');
  const archive = await openArchive({ path: file });
  try {
    const { manifest } = await openBundle(archive, [{ name: keyFile, publicKey: text }]);
    const by = manifest.made_by ? ` by ${manifest.made_by}` : '';
    process.stdout.write(
      `${file}: ${manifest.files.length} files as of ${manifest.as_of}, made ${manifest.made_at}${by}; signed with the key of SHA-256 ${fingerprintOf(key)}\n`,
    );
    return 0;
  } finally {
    archive.close();
  }
}
