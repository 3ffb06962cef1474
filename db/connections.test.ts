import { describe, expect, it } from 'vitest';
import { databaseConnections } from './connections.server';

const env = (more: Record<string, string>) => ({ NODE_ENV: 'test' as const, ...more });

describe('where the database is', () => {
  it('is the embedded server when one was opened, each part as its own role', () => {
    const { owner, app, auth } = databaseConnections(env({ CHANGEMARK_SOCKET: '/run/x' }));
    expect([owner, app, auth].map((one) => one.username)).toEqual([
      'changemark_owner',
      'changemark_app',
      'changemark_auth',
    ]);
    expect(app.path).toBe('/run/x/.s.PGSQL.5432');
  });

  it('is your own PostgreSQL otherwise, where the application steps down to roles without rights of the owner', () => {
    const url = 'postgres://chief:p%40ss@db.example.org:5433/record?sslmode=verify-full';
    const { owner, app } = databaseConnections(env({ DATABASE_URL: url }));
    expect(owner).toMatchObject({
      host: 'db.example.org',
      port: 5433,
      database: 'record',
      username: 'chief',
      password: 'p@ss',
      ssl: 'verify-full',
    });
    expect(owner.connection).toBeUndefined();
    expect(app.connection).toEqual({ options: '-c role=changemark_app' });
  });

  it('encrypts the way to another machine unless told not to, and leaves this machine alone', () => {
    const ssl = (url: string) => databaseConnections(env({ DATABASE_URL: url })).owner.ssl;
    expect(ssl('postgres://me@db.example.org/record')).toBe('require');
    expect(ssl('postgres://me@db.example.org/record?sslmode=disable')).toBe(false);
    expect(ssl('postgres://me@localhost/record')).toBe(false);
  });

  it('takes logins of their own for the application', () => {
    const { app } = databaseConnections(
      env({ DATABASE_URL: 'postgres://chief@localhost/r', DATABASE_APP_URL: 'postgres://clerk@localhost/r' }),
    );
    expect(app.username).toBe('clerk');
    expect(app.connection).toBeUndefined();
  });

  it('goes through a socket when the URL names its folder', () => {
    const { owner } = databaseConnections(
      env({ DATABASE_URL: 'postgres://me@localhost/record?host=/var/run/postgresql' }),
    );
    expect(owner).toMatchObject({ path: '/var/run/postgresql/.s.PGSQL.5432', database: 'record', ssl: false });
  });

  it.each([
    ['not a url', 'DATABASE_URL is not a URL'],
    ['mysql://localhost/x', 'DATABASE_URL begins with "mysql:"'],
  ])('says what is wrong with %s', (url, message) => {
    expect(() => databaseConnections(env({ DATABASE_URL: url }))).toThrow(message);
  });

  it('says so when nothing was opened', () => {
    expect(() => databaseConnections(env({}))).toThrow('No database is open');
  });
});
