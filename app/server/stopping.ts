/** Ends the process in order: whatever began last is closed first, and nothing is left behind. */
import { log } from './log';

type Closer = () => Promise<unknown> | unknown;

export interface Stopping {
  /** Registers what has to be closed; closed in reverse order. */
  onStop(closer: Closer): void;
  /** True once stopping has begun. */
  begun(): boolean;
  /** Stops and ends the process with this exit code. */
  stop(exitCode: number): Promise<void>;
}

/** A terminal's Ctrl-C reaches us twice when npm passes it on; only a later one means "now". */
const SAME_PRESS_MS = 1000;

/**
 * Installs the handlers for SIGINT, SIGTERM, SIGHUP and for errors nobody caught (logged once, then stopped).
 * @param parent process to end with, when a script of npm started us
 */
export function installStopping(say: (message: string) => void, parent?: number): Stopping {
  const closers: Closer[] = [];
  let began = 0;

  async function stop(exitCode: number): Promise<void> {
    if (began) return;
    began = Date.now();
    for (const close of closers.reverse()) {
      try {
        await close();
      } catch (error) {
        log.error({ err: error }, 'stopping');
        exitCode ||= 1;
      }
    }
    process.exit(exitCode);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!began) {
        say('Stopping …');
        stop(0);
      } else if (Date.now() - began > SAME_PRESS_MS) {
        // The database's supervisor sees our end of its pipe close, and stops the database by itself.
        process.exit(130);
      }
    });
  }
  // npm passes a signal on to the shell between us only: when that is gone, nobody could stop us any more.
  if (parent) {
    setInterval(() => {
      if (process.ppid !== parent && !began) {
        say('Stopping, because npm has ended …');
        stop(0);
      }
    }, 300).unref();
  }
  const bug = (error: unknown) => {
    log.fatal({ err: error }, 'unexpected error, stopping');
    stop(1);
  };
  process.on('uncaughtException', bug);
  process.on('unhandledRejection', bug);
  return { onStop: (closer) => closers.push(closer), begun: () => began > 0, stop };
}
