import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { GUARDED } from './guard.server';
import { MATRIX, PERMISSIONS } from './permissions';
import { ROLES } from './roles';
import { ACCESS, COLUMNS, PUBLIC_ROUTES } from './testing/access-matrix';
import { allRoutes, type TestedRoute } from './testing/server-build';

const permissionOf = (wrapped: unknown): unknown =>
  typeof wrapped === 'function' ? (wrapped as { [GUARDED]?: unknown })[GUARDED] : undefined;

const allowed = (permission: unknown): string =>
  Object.entries(COLUMNS)
    .map(([letter, role]) => (MATRIX[role].some((held) => held === permission) ? letter : '.'))
    .join('');

const spelled = (roles: string): string =>
  Object.keys(COLUMNS)
    .map((letter) => (roles.includes(letter) ? letter : '.'))
    .join('');

describe('every route is guarded', () => {
  let routes: TestedRoute[] = [];
  beforeAll(async () => {
    routes = await allRoutes();
  });

  it('by protectedLoader and protectedAction, unless it is one of the few that strangers may open', () => {
    const open = routes
      .filter(({ id }) => !PUBLIC_ROUTES.includes(id))
      .flatMap(({ id, module }) => [
        ...(module.loader && !permissionOf(module.loader) ? [`${id}: loader`] : []),
        ...(module.action && !permissionOf(module.action) ? [`${id}: action`] : []),
      ]);
    expect(open).toEqual([]);
  });

  it('by a loader, wherever it shows anything: a page without one would be open', () => {
    const bare = routes.filter(({ id, module }) => module.default && !module.loader && !PUBLIC_ROUTES.includes(id));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('by a permission that exists', () => {
    const asked = routes.flatMap(({ module }) => [permissionOf(module.loader), permissionOf(module.action)]);
    const unknown = asked.filter((one) => one !== undefined && !Object.hasOwn(PERMISSIONS, String(one)));
    expect(unknown).toEqual([]);
  });

  it('for the roles that the matrix of addresses says, and the matrix names every address', () => {
    const actual = Object.fromEntries(
      routes
        .filter(
          ({ id, module }) =>
            !id.endsWith('_layout') && !PUBLIC_ROUTES.includes(id) && (module.loader || module.action),
        )
        .map(({ address, module }) => [
          address,
          {
            ...(module.loader ? { load: allowed(permissionOf(module.loader)) } : {}),
            ...(module.action ? { act: allowed(permissionOf(module.action)) } : {}),
          },
        ]),
    );
    const expected = Object.fromEntries(
      Object.entries(ACCESS).map(([address, { load, act }]) => [
        address,
        { ...(load ? { load: spelled(load) } : {}), ...(act ? { act: spelled(act) } : {}) },
      ]),
    );
    expect(actual).toEqual(expected);
  });

  it('and the short list of open routes holds none that is gone', () => {
    const ids = ['root', ...routes.map(({ id }) => id)];
    expect(PUBLIC_ROUTES.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the table of permissions', () => {
  it('names every role, and no role holds a permission twice or one that does not exist', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...ROLES].sort());
    for (const held of Object.values(MATRIX)) {
      expect(new Set(held).size).toBe(held.length);
      expect(held.every((permission) => Object.hasOwn(PERMISSIONS, permission))).toBe(true);
    }
  });

  it('holds no permission that nobody has', () => {
    const held = new Set(Object.values(MATRIX).flat());
    expect(Object.keys(PERMISSIONS).filter((permission) => !held.has(permission as keyof typeof PERMISSIONS))).toEqual(
      [],
    );
  });

  it('gives an auditor nothing but reading, and what comes of it: reviews of the record and packs to take along', () => {
    const acts = MATRIX.auditor.filter((permission) => !/:(read|export|self)$/.test(permission));
    expect(acts).toEqual(['audit:review', 'evidence:build']);
  });

  it('knows no way round: the check looks at the table and at nothing else', () => {
    const source = readFileSync(fileURLToPath(new URL('./permissions.ts', import.meta.url)), 'utf8');
    expect(source.match(/export const can\b[^;]*;/)?.[0]).toMatch(
      /=>\s*MATRIX\[actor\.role\]\.includes\(permission\);/,
    );
  });
});
