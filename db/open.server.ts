import { type DatabaseConnections, databaseConnections } from './connections.server';
import { type EmbeddedOptions, startEmbedded } from './embedded.server';
import { FolderInUse } from './embedded-lock.server';
import { checkExternal } from './external.server';
import { dataFolder } from './project-root';

export interface OpenDatabase {
  connections: DatabaseConnections;
  /** True when this process started the embedded server and therefore stops it. */
  embedded: boolean;
  /** False while the embedded server is being brought back; of a database elsewhere nothing is known. */
  up(): boolean;
  close(): Promise<void>;
}

export interface OpenOptions extends Pick<EmbeddedOptions, 'log' | 'onLost'> {
  /**
   * True for short commands: when a Changemark server already runs on the data folder, its database is used instead of
   * refusing. False for the server itself, which wants the folder alone.
   */
  share?: boolean;
}

/**
 * Opens the database of this process and lets `databaseConnections()` find it, in every bundle: `DATABASE_URL` when it
 * is set, otherwise the embedded server on the data folder. Throws `FolderInUse` when another process has that folder.
 */
export async function openDatabase({ share = false, ...options }: OpenOptions = {}): Promise<OpenDatabase> {
  const nothing = async () => undefined;
  if (process.env.DATABASE_URL || process.env.CHANGEMARK_SOCKET) {
    const connections = databaseConnections();
    await checkExternal(connections.owner);
    return { connections, embedded: false, up: () => true, close: nothing };
  }
  try {
    const server = await startEmbedded({ dataDir: dataFolder(), ...options });
    process.env.CHANGEMARK_SOCKET = server.socketDir;
    const close = async () => {
      delete process.env.CHANGEMARK_SOCKET;
      await server.stop();
    };
    return { connections: databaseConnections(), embedded: true, up: server.up, close };
  } catch (error) {
    if (!share || !(error instanceof FolderInUse) || !error.running?.socketDir) throw error;
    process.env.CHANGEMARK_SOCKET = error.running.socketDir;
    return { connections: databaseConnections(), embedded: false, up: () => true, close: nothing };
  }
}
