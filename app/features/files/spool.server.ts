/**
 * Takes a posted form with files from the network onto the disk: never more of it in memory than a few pieces, never
 * more on the disk than is allowed. The files have no name there, so whatever ends this process ends them.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { once } from '../../../db/once';
import { dataFolder } from '../../../db/project-root';
import { newId } from './new-id.server';
import { LARGEST_FILE, LARGEST_REPLY, MEGABYTE, MOST_FILES } from './upload-limits';

/** How many uploads one process takes at a time; each holds files open, not memory. */
const MOST_AT_ONCE = 32;
/** Fields beside the files, and how much they may hold together: as much as any other form. */
const MOST_FIELDS = 2_000;
const LARGEST_FIELDS = 8 * MEGABYTE;
/** An upload that stands still for so long is given up. */
const STANDSTILL_MS = 30_000;
/** How much of a refused upload is read to its end, so that the browser shows the refusal and not a broken line. */
const DRAINED = 64 * MEGABYTE;
const DRAIN_MS = 10_000;

export interface SpooledFile {
  field: string;
  originalName: string;
  size: number;
  sha256: string;
  /** Bytes from a place on. */
  read(position: number, length: number): Promise<Buffer>;
}

/** How much one upload may hold. */
export interface UploadLimits {
  file: number;
  together: number;
  files: number;
}

const USUAL: UploadLimits = { file: LARGEST_FILE, together: LARGEST_REPLY, files: MOST_FILES };

export type Spooled =
  | { ok: true; fields: FormData; files: SpooledFile[]; close(): Promise<void> }
  | { ok: false; status: 400 | 403 | 408 | 413 | 503; message: string };

class Refused extends Error {
  constructor(
    readonly status: 400 | 403 | 408 | 413 | 503,
    message: string,
  ) {
    super(message);
  }
}

/** A file without a name on the data folder's disk. */
async function nameless(): Promise<FileHandle> {
  const folder = join(dataFolder(), 'incoming');
  await mkdir(folder, { recursive: true });
  const file = join(folder, newId());
  const handle = await open(file, 'wx+', 0o600);
  await unlink(file);
  return handle;
}

async function keep(
  handle: FileHandle,
  stream: BusboyFileStream,
  largest: number,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece);
    await handle.write(piece, 0, piece.length, size);
    size += piece.length;
  }
  if (stream.truncated) {
    throw new Refused(413, `A file may be at most ${largest / MEGABYTE} MB large. Nothing was saved.`);
  }
  return { size, sha256: hash.digest('hex') };
}

async function readFrom(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Reads on for a while and forgets it. */
async function drain(body: Readable): Promise<void> {
  const until = Date.now() + DRAIN_MS;
  let dropped = 0;
  const stop = setTimeout(() => body.destroy(), DRAIN_MS);
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      dropped += piece.length;
      if (dropped > DRAINED || Date.now() > until) break;
    }
  } catch {
    // The other side hung up, which is what this waits for.
  } finally {
    clearTimeout(stop);
  }
}

function take(
  body: Readable,
  contentType: string,
  mayGoOn: (fields: FormData) => boolean,
  handles: FileHandle[],
  most: UploadLimits,
) {
  const limits = {
    fileSize: most.file + 1,
    files: most.files + 1,
    fields: MOST_FIELDS,
    fieldSize: LARGEST_FIELDS,
    headerPairs: 50,
  };
  const busboy = new Busboy({ headers: { 'content-type': contentType }, limits, preservePath: true });
  const fields = new FormData();
  const kept: Promise<SpooledFile | null>[] = [];
  let received = 0;
  return new Promise<{ fields: FormData; files: SpooledFile[] }>((resolve, reject) => {
    let still: NodeJS.Timeout | undefined;
    const fail = (error: unknown) => {
      clearTimeout(still);
      body.removeAllListeners('data');
      body.unpipe(busboy);
      reject(error);
    };
    const alive = () => {
      clearTimeout(still);
      still = setTimeout(() => fail(new Refused(408, 'The upload stood still. Nothing was saved.')), STANDSTILL_MS);
    };
    alive();
    body.on('data', (piece: Buffer) => {
      alive();
      received += piece.length;
      if (received <= most.together + MEGABYTE) return;
      fail(
        new Refused(413, `At most ${most.together / MEGABYTE} MB of files may be sent together. Nothing was saved.`),
      );
    });
    body.on('error', () => fail(new Refused(400, 'The upload was cut short. Nothing was saved.')));
    let typed = 0;
    const tooMuch = () => fail(new Refused(413, 'This form holds too much text. Attach long texts as a file.'));
    busboy.on('field', (name, value, nameCut, valueCut) => {
      typed += value.length;
      if (nameCut || valueCut || typed > LARGEST_FIELDS) return tooMuch();
      fields.append(name, value);
    });
    busboy.on('fieldsLimit', tooMuch);
    busboy.on('filesLimit', () =>
      fail(new Refused(413, `At most ${most.files} files may be sent together. Nothing was saved.`)),
    );
    busboy.on('file', (field, stream, originalName) => {
      // The token of the form stands before its files: whoever does not have it writes nothing to the disk.
      if (!mayGoOn(fields)) {
        stream.resume();
        return fail(new Refused(403, 'This form is from another session. Reload the page and send it again.'));
      }
      const one = nameless().then(async (handle) => {
        handles.push(handle);
        const { size, sha256 } = await keep(handle, stream, most.file);
        // An empty file field is sent as a file without a name.
        if (!originalName && size === 0) return null;
        return { field, originalName, size, sha256, read: (at: number, n: number) => readFrom(handle, at, n) };
      });
      one.catch(fail);
      kept.push(one);
    });
    busboy.on('error', () => fail(new Refused(400, 'The upload was cut short or damaged. Nothing was saved.')));
    busboy.on('finish', () => {
      Promise.all(kept).then((all) => {
        clearTimeout(still);
        if (!mayGoOn(fields)) return fail(new Refused(403, 'This form is from another session. Reload the page.'));
        resolve({ fields, files: all.filter((one) => one !== null) });
      }, fail);
    });
    body.pipe(busboy);
  });
}

/**
 * Receives a multipart form. The caller closes what it gets; a refusal has closed and forgotten everything.
 * @param mayGoOn whether the fields so far allow files (the forgery token); asked before the first file and at the end
 */
export async function spoolUpload(
  request: Request,
  mayGoOn: (fields: FormData) => boolean,
  most: UploadLimits = USUAL,
): Promise<Spooled> {
  const contentType = request.headers.get('Content-Type') ?? '';
  const refusal = (status: 400 | 503, message: string): Spooled => ({ ok: false, status, message });
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(contentType)) {
    return refusal(400, 'The form could not be read. Go back and send it again.');
  }
  const running = once('replies.uploads', () => ({ now: 0 }));
  if (running.now >= MOST_AT_ONCE) return refusal(503, 'Many files are arriving just now. Try again in a minute.');
  running.now += 1;
  const handles: FileHandle[] = [];
  const close = async () => {
    await Promise.all(handles.splice(0).map((handle) => handle.close().catch(() => undefined)));
  };
  const body = Readable.fromWeb(request.body as import('node:stream/web').ReadableStream);
  try {
    return { ok: true, ...(await take(body, contentType, mayGoOn, handles, most)), close };
  } catch (error) {
    await drain(body);
    await close();
    if (error instanceof Refused) return { ok: false, status: error.status, message: error.message };
    throw error;
  } finally {
    running.now -= 1;
  }
}
