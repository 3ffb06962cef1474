/**
 * As whom PostgreSQL runs. It refuses to run as root, so as root it is started as another user, who must be able to
 * reach the programs in node_modules and the data folder even when those lie under a folder that only root may enter.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { CannotStart } from './cannot-start';

/** How to start a program as the database's user. */
export interface RunAs {
  /** Undefined: as ourselves. */
  user?: { name: string; uid: number; gid: number };
  /** Words to put before the program's own. */
  prefix: string[];
}

interface PasswdEntry {
  name: string;
  uid: number;
  gid: number;
}

function passwd(): PasswdEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function pickUser(cluster: string): PasswdEntry {
  const users = passwd().filter((user) => user.uid !== 0);
  // A cluster that an ordinary user made stays that user's, so that they can still start it themselves.
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const user =
    users.find((entry) => entry.uid === owner) ??
    users.find((entry) => entry.name === 'postgres') ??
    users.find((entry) => entry.name === 'nobody');
  if (user) return user;
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Start Changemark as an ordinary user, or set DATABASE_URL.',
  );
}

/** Spawn options and arguments that run `command` in the way `as` says. */
export function commandAs(as: RunAs, command: string[]): { file: string; args: string[]; uid?: number; gid?: number } {
  const [file = '', ...args] = [...as.prefix, ...command];
  // setpriv changes the user itself, after it has arranged what the user may do.
  const self = as.prefix.length > 0 || !as.user;
  return self ? { file, args } : { file, args, uid: as.user?.uid, gid: as.user?.gid };
}

function reaches(as: RunAs, program: string, folder: string): boolean {
  const script = 'test -x "$1" && test -r "$1" && test -x "$2"';
  const { file, args, ...user } = commandAs(as, ['/bin/sh', '-c', script, 'sh', program, folder]);
  return spawnSync(file, args, { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function withCapability(user: PasswdEntry, capability: string): RunAs {
  // Without the security bit access(2), which PostgreSQL asks before it opens, would leave the capability aside.
  const caps = ['--securebits', '+no_setuid_fixup', '--inh-caps', `+${capability}`, '--ambient-caps', `+${capability}`];
  const ids = ['--reuid', `${user.uid}`, '--regid', `${user.gid}`, '--clear-groups'];
  return { user, prefix: ['setpriv', ...ids, ...caps, '--'] };
}

/**
 * Decides as whom PostgreSQL runs.
 * @param program a file it must be able to run; @param folder an existing folder it must be able to enter
 * @param cluster the cluster's folder, whose owner (when it exists) is kept
 */
export function chooseRunAs(program: string, folder: string, cluster: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = pickUser(cluster);
  // Under a closed folder such as /root the user is let through by a single capability: reading folders, or where a
  // container withholds that one, the wider right that containers usually grant.
  const ways = [{ user, prefix: [] }, withCapability(user, 'dac_read_search'), withCapability(user, 'dac_override')];
  const way = ways.find((as) => reaches(as, program, folder));
  if (way) return way;
  throw new CannotStart(
    `PostgreSQL refuses to run as root, and the user "${user.name}" cannot reach ${program} and ${folder}. ` +
      'Put the project where every user may enter (for example /srv), start as an ordinary user, or set DATABASE_URL.',
  );
}
