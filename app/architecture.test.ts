/** Holds the house to its plan: which way imports go, who may touch which table, how files are named and how long. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OWNERS, READS } from './testing/table-owners';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  /** A package, or for files of our own the path from the project's folder. */
  from: string;
  ours: boolean;
  typeOnly: boolean;
  names: string;
}

interface File {
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

const ALIASES: [RegExp, string][] = [
  [/^~\//, 'app/'],
  [/^db\//, 'db/'],
  [/^documents\//, 'documents/'],
];

function resolve(path: string, specifier: string): { from: string; ours: boolean } {
  for (const [alias, folder] of ALIASES) {
    if (alias.test(specifier)) return { from: specifier.replace(alias, folder), ours: true };
  }
  const ours = specifier.startsWith('.');
  return { from: ours ? normalize(join(dirname(path), specifier)) : specifier, ours };
}

const IMPORT =
  /^(?:import|export)\s+(type\s+)?([^'"`;]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(path: string, text: string): Import[] {
  return Array.from(text.matchAll(IMPORT), ([, type, names = '', from, bare, dynamic]) => ({
    ...resolve(path, from ?? bare ?? dynamic ?? ''),
    // "{ type A, type B }" is erased as well.
    typeOnly:
      Boolean(type) ||
      (/^\{[^}]*\}$/.test(names) &&
        names
          .replace(/[{}]/g, '')
          .split(',')
          .every((one) => !one.trim() || /^\s*type\s/.test(one))),
    names,
  }));
}

const SKIPPED = new Set(['node_modules', 'build', 'data', 'migrations', 'fonts', 'golden']);

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name) || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

const FILES: File[] = ['app', 'db', 'documents', 'e2e', 'bench'].flatMap((folder) =>
  Array.from(walk(folder), (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
  }),
);

const isTest = ({ path }: File) =>
  /\.(test|spec)\.tsx?$/.test(path) || /(^|\/)testing(-setup)?(\.ts|\/)/.test(path) || path.startsWith('e2e/');
const PRODUCT = FILES.filter((file) => !isTest(file));
const within = (...folders: string[]) =>
  PRODUCT.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));

/** "file → import" for each import of these files that the rule forbids. */
const breaches = (files: File[], forbidden: (one: Import, file: File) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports.filter((one) => forbidden(one, file)).map(({ from }) => `${file.path} → ${from}`),
  );

it('reads a project, not an empty folder', () => {
  expect(PRODUCT.length).toBeGreaterThan(150);
  expect(PRODUCT.flatMap(({ imports }) => imports).length).toBeGreaterThan(500);
});

describe('which way imports go', () => {
  it('the pure core imports nothing outside itself but zod', () => {
    expect(
      breaches(within('app/regulation/'), ({ from }) => !from.startsWith('app/regulation') && from !== 'zod'),
    ).toEqual([]);
  });

  it('documents never read the database, and know the application only by its pure parts', () => {
    const pure = /^app\/(regulation(\/|$)|ui\/chart-layout|features\/letters\/reply-form$)/;
    expect(
      breaches(within('documents/'), ({ from, typeOnly }) =>
        from.startsWith('db/')
          ? !/^db\/(once|project-root)$/.test(from)
          : from.startsWith('app/') && !pure.test(from) && !typeOnly,
      ),
    ).toEqual([]);
  });

  it('of the documents, the application takes types, pure models and the files made for it', () => {
    // The command line prints in its own process; pages hand the work to the worker threads.
    const pages = within('app/').filter(({ path }) => !path.startsWith('app/cli/'));
    const meant = /^documents\/([^/]+\.server|.*\/(model|samples|[a-z-]+-model))$/;
    expect(
      breaches(pages, ({ from, typeOnly }) => from.startsWith('documents/') && !typeOnly && !meant.test(from)),
    ).toEqual([]);
  });

  it('routes and shared pieces never see the database', () => {
    const database = /^(db\/|drizzle-orm|postgres$)/;
    expect(breaches(within('app/routes/', 'app/ui/'), ({ from }) => database.test(from))).toEqual([]);
  });

  it('views take from the server only types', () => {
    const views = PRODUCT.filter(
      ({ path }) => path.endsWith('.tsx') && !path.startsWith('app/routes/') && path.startsWith('app/'),
    );
    const server = /\.server$|^db\/|^node:/;
    expect(
      breaches(
        views,
        ({ from, typeOnly }, { path }) =>
          server.test(from) && !typeOnly && !/^app\/(root|entry\.server)\.tsx$/.test(path),
      ),
    ).toEqual([]);
  });

  it('no chart, and nothing made of charts, is handed to a browser', () => {
    const known = new Map(FILES.map((file) => [file.path, file]));
    const found = (from: string) =>
      ['.ts', '.tsx', '/index.ts', '/index.tsx', ''].map((end) => known.get(from + end)).find(Boolean);
    const charts = /^app\/regulation\/(charts\/|sources|examples|applicability\/|library\.ts|walk\.ts)/;
    const ways = within('app/')
      .filter(({ path }) => path.endsWith('.tsx') && !/^app\/(cli\/|entry\.server)/.test(path))
      .flatMap((start) => {
        const way = new Map<string, string>([[start.path, '']]);
        for (const path of way.keys()) {
          if (charts.test(path)) return [`${start.path} → … ${way.get(path)} → ${path}`];
          for (const { from, ours, typeOnly } of known.get(path)?.imports ?? []) {
            const next = ours && !typeOnly && !from.endsWith('.server') ? found(from) : undefined;
            if (next && !way.has(next.path)) way.set(next.path, path);
          }
        }
        return [];
      });
    expect(ways).toEqual([]);
  });

  it('shared pieces know no nouns', () => {
    expect(breaches(within('app/ui/'), ({ from }) => /^app\/(features|routes|guard|audit)\//.test(from))).toEqual([]);
  });

  it('nothing imports a route, and nothing but tests imports tests', () => {
    expect(breaches(PRODUCT, ({ from }) => from.startsWith('app/routes/') || /\.(test|spec)$/.test(from))).toEqual([]);
    expect(breaches(PRODUCT, ({ from }) => /(^|\/)testing(\/|$)/.test(from))).toEqual([]);
  });

  it('only one file knows lucia', () => {
    expect(
      breaches(PRODUCT, ({ from }, { path }) => /lucia/.test(from) && path !== 'app/guard/session.server.ts'),
    ).toEqual([]);
  });

  it('only the guard and the people it admits work as the authority', () => {
    const authority = /\b(inOrganisationAsAuthority|authDb)\b/;
    const meant = /^(app\/(guard|audit|cli|features\/people)\/|app\/server\/demonstration\.ts$|db\/|bench\/)/;
    const others = PRODUCT.filter(({ path, text }) => authority.test(text) && !meant.test(path));
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  it('use cases reach data through inOrganisation, never through the pool', () => {
    const meant = /^(db\/|app\/server\/health\.ts$)/;
    expect(
      PRODUCT.filter(({ path, text }) => /\bappDb\(/.test(text) && !meant.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('what needs the server says so in its name, so that no bundler hands it to a browser', () => {
    const server = /^(node:|db\/(?!once$|project-root$)|drizzle-orm|postgres$|@node-rs\/|pino$|express|helmet)/;
    const meant = /^app\/(server|cli)\/|\.server\.tsx?$|^app\/routes(\.ts$|\/)/;
    expect(
      breaches(
        within('app/').filter(({ path }) => !meant.test(path)),
        ({ from, typeOnly }) => server.test(from) && !typeOnly,
      ),
    ).toEqual([]);
  });

  it('packages that are imported are those that package.json lists', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const known = (from: string) => {
      const name = from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/');
      return from.startsWith('node:') || name in dependencies || name in devDependencies;
    };
    expect(breaches(FILES, ({ from, ours }) => !ours && !from.startsWith('virtual:') && !known(from))).toEqual([]);
  });
});

describe('who may touch which table', () => {
  const schema = FILES.filter(({ path }) => path.startsWith('db/schema/'))
    .map(({ text }) => text)
    .join('\n');
  const tables = new Map(
    Array.from(schema.matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g), ([, name = '', sql = '']) => [name, sql]),
  );
  const areaOf = (path: string) => {
    const [, first = '', second = ''] = path.split('/');
    return first === 'features' && !second.includes('.') ? `${first}/${second}` : first;
  };
  // The pure core sees no database; its prose would be read as queries.
  const files = within('app/').filter(({ path }) => !/^app\/(server|cli|regulation)\//.test(path));

  it('every table has an owner', () => {
    const owned = new Set(Object.values(OWNERS).flat());
    expect([...tables.keys()].filter((name) => !owned.has(name))).toEqual([]);
  });

  const mentions = ({ text }: File, name: string, sql: string) =>
    new RegExp(
      `\\b(from|join|into|update)\\s+${sql}\\b|import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^']*db/schema/`,
    ).test(text);
  const writes = ({ text }: File, name: string, sql: string) =>
    new RegExp(
      `\\.(insert|update|delete)\\(${name}\\)|\\binsert into ${sql}\\b|\\bupdate ${sql} set\\b|\\bdelete from ${sql}\\b`,
    ).test(text);

  it('a feature reads its own tables, and of others only what it joins', () => {
    const found = files.flatMap((file) =>
      [...tables].flatMap(([name, sql]) => {
        const area = areaOf(file.path);
        const allowed = [...(OWNERS[area] ?? []), ...(READS[area] ?? [])];
        return mentions(file, name, sql) && !allowed.includes(name) ? [`${file.path} reads ${name}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it('only the owner of a table writes to it', () => {
    const found = files.flatMap((file) =>
      [...tables].flatMap(([name, sql]) =>
        writes(file, name, sql) && !(OWNERS[areaOf(file.path)] ?? []).includes(name)
          ? [`${file.path} writes ${name}`]
          : [],
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('names and sizes', () => {
  it('no file is longer than 400 lines, but charts, tables of facts, sources, the schema, and tests by half', () => {
    const long = /^(app\/regulation\/(charts|facts|sources|kinds)|db\/(schema|seed)\/)/;
    expect(
      FILES.filter(({ path, lines }) => lines > (/\.test\.tsx?$/.test(path) ? 600 : 400) && !long.test(path)).map(
        ({ path, lines }) => `${path}: ${lines}`,
      ),
    ).toEqual([]);
  });

  it('half of the files are no longer than some 80 lines', () => {
    const sorted = PRODUCT.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('files are named in kebab-case, and none after what it is not', () => {
    const names = FILES.filter(({ path }) => !path.startsWith('app/routes/')).map(
      ({ path }) => [path, basename(path)] as const,
    );
    expect(
      names.filter(([, name]) => !/^[a-z0-9]+([.-][a-z0-9]+)*\.(d\.)?tsx?$/.test(name)).map(([path]) => path),
    ).toEqual([]);
    const vague = /(^|[-.])(utils?|misc|helpers?|common|service|manager|v2)([-.]|$)/;
    expect(names.filter(([, name]) => vague.test(name)).map(([path]) => path)).toEqual([]);
  });
});

describe('what is not written here', () => {
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '');
  const found = (files: File[], pattern: RegExp) =>
    files.filter(({ text }) => pattern.test(code(text))).map(({ path }) => path);
  const self = relative(ROOT, fileURLToPath(import.meta.url));
  const others = FILES.filter(({ path }) => path !== self);

  it.each([
    ['a way round the types', /[:<|]\s*any(?=\s*[;,)=>|&[\]}])|\bas any\b|@ts-(ignore|expect-error|nocheck)/],
    ['a test that is left out, or the only one', /\b(it|test|describe)\.(skip|only|todo|fixme)\b/],
    ['a place on somebody’s machine', /(?<![\w~.])\/(home|Users|root|work)\/[a-z]/],
  ])('%s', (_, pattern) => expect(found(others, pattern)).toEqual([]));

  it('work put off', () => {
    expect(others.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('the folder of reference material, in the product', () => {
    expect(found(PRODUCT, /\.\.\/shared/)).toEqual([]);
  });
});
