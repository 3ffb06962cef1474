/**
 * `changemark worker`: works off letters, mail and clocks in a process of its own, beside a server that was started with
 * WORKERS=0 or beside others. Ends on SIGTERM or SIGINT: what is under way is finished or given back.
 */
import { parseArgs } from 'node:util';
import { CannotStart } from '../../db/cannot-start';
import { closeDatabase } from '../../db/client.server';
import { migrate } from '../../db/migrate.server';
import { openDatabase } from '../../db/open.server';
import { stopRendering } from '../../documents/render.server';
import { readMailSettings } from '../features/mail/mail-settings.server';
import { startWorkers } from '../server/start-workers';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

export const USAGE = `Usage: changemark worker

Works off what waits: letters to be issued, e-mail to be sent, reminders whose time has come. Uses the database of the
server (DATABASE_URL, or the data folder). Several may run at once; each job is done once. The server works off jobs
itself unless it is started with WORKERS=0.

  SMTP_URL    mail server, such as smtp://user:password@mail.example.org:587; without it mail waits
  MAIL_FROM   address that letters are sent from

Ends on SIGTERM or Ctrl-C, once what is under way is finished or given back.
Exit status: 0 ended when told to, 1 it could not start or lost the database, 2 wrong usage.
`;

/** Why the worker ends, and with which status. */
const untilTold = () => {
  let end: (status: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => end(DONE));
  return { ended, end };
};

/** Runs the command. @returns the exit status */
export async function run(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      process.stdout.write(USAGE);
      return DONE;
    }
  } catch (error) {
    process.stderr.write(`changemark worker: ${(error as Error).message}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`changemark worker: ${error.message}\n`);
    return FAILED;
  }
}

async function work(): Promise<number> {
  const { ended, end } = untilTold();
  const mail = readMailSettings(process.env);
  const lost = (error: Error) => {
    process.stderr.write(`changemark worker: the database cannot be reached: ${error.message}\n`);
    end(FAILED);
  };
  const database = await openDatabase({ share: true, log: (line) => process.stdout.write(`${line}\n`), onLost: lost });
  try {
    await migrate(database.connections.owner);
    const workers = await startWorkers(lost);
    const post = mail ? `Mail goes through ${mail.host}:${mail.port}.` : 'No SMTP_URL: mail waits.';
    process.stdout.write(`Working. ${post} Stop: Ctrl-C\n`);
    const status = await ended;
    process.stdout.write('Stopping …\n');
    await workers.stop();
    return status;
  } finally {
    await stopRendering();
    await closeDatabase();
    await database.close();
  }
}
