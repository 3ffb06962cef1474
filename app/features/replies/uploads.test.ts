import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { dataFolder } from '../../../db/project-root';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { stopExamining } from '../files/examine-file.server';
import { type Asked, askedLetter, type RealServer, realServer, Supplier } from './testing';

const database = testDatabase();
let at: House;
let server: RealServer;
beforeAll(async () => {
  at = await house(database);
  server = await realServer(/reply\+/);
});
afterAll(async () => {
  await server.close();
  await stopExamining();
  await closeDatabase();
});

const inside = async <T>(query: (sql: typeof database.owner) => Promise<T>): Promise<T> =>
  (await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return query(tx as unknown as typeof database.owner);
  })) as T;

interface FileRow {
  id: string;
  name: string;
  original_name: string;
  size: string;
  sha256: string;
  verdict: string;
  findings: string[];
  media_type: string;
}

const filesOf = ({ letterId }: Asked) =>
  inside(
    (sql) => sql<FileRow[]>`select f.* from reply_files f join replies r on r.org_id = f.org_id and r.id = f.reply_id
      where r.letter_id = ${letterId} order by f.uploaded_at`,
  );
const rowCount = () =>
  inside(
    (sql) => sql`select (select count(*) from reply_files) as files, (select count(*) from file_chunks) as chunks`,
  );

const opened = async () => {
  const asked = await askedLetter(at);
  const supplier = new Supplier(server.address);
  await supplier.open(asked.token);
  return { asked, supplier };
};

async function scripted(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  document.addJavaScript('run', 'app.alert(1)');
  return document.save({ useObjectStreams: true });
}

describe('files', () => {
  it('are stored whole, in pieces, under a cleaned name', async () => {
    const { asked, supplier } = await opened();
    const document = await PDFDocument.create();
    document.addPage();
    const pdf = Buffer.concat([await document.save(), Buffer.from('\n%'), randomBytes(2_500_000)]);
    const named = '..\\..\\etc\\re\u202eport\u0007 CON.pdf';
    expect((await supplier.upload([{ name: named, bytes: pdf }])).status).toBe(303);
    const [file] = await filesOf(asked);
    expect(file?.name).toBe('report CON.pdf');
    expect(file?.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    const chunks = await inside(
      (sql) =>
        sql<
          { n: number; bytes: Buffer }[]
        >`select n, bytes from file_chunks where file_id = ${file?.id ?? ''} order by n`,
    );
    expect(chunks.map(({ bytes }) => bytes.length)).toEqual([1_048_576, 1_048_576, pdf.length - 2 * 1_048_576]);
    expect(Buffer.concat(chunks.map(({ bytes }) => bytes)).equals(pdf)).toBe(true);
    expect(readdirSync(join(dataFolder(), 'incoming'))).toEqual([]);
  });

  it('with active content are kept, marked, and named to the supplier', async () => {
    const { asked, supplier } = await opened();
    expect((await supplier.upload([{ name: 'form.pdf', bytes: await scripted() }])).status).toBe(303);
    const [file] = await filesOf(asked);
    expect(file).toMatchObject({ verdict: 'active_content', findings: ['runs JavaScript'] });
    expect((await supplier.see('/reply/files')).text).toContain('runs JavaScript');
  });

  it.each([
    ['page.html', '<html><script>alert(1)</script></html>', 'not taken'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not taken'],
    ['drawing.xml', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'web page or drawing'],
    ['bomb.xml', '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', 'document type'],
    ['program.pdf', 'MZ\u0090', 'not that of a PDF'],
    ['program.txt', '\u007fELF', 'program'],
    ['list.json', '{"a": ', 'not JSON'],
    ['empty.pdf', '', 'empty'],
    ['macros.docm', 'PK\u0003\u0004', 'not taken'],
  ])('%s is refused in words, and nothing of it is stored', async (name, bytes, sentence) => {
    const { asked, supplier } = await opened();
    const response = await supplier.upload([{ name, bytes }]);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(sentence);
    expect(await filesOf(asked)).toEqual([]);
  });

  it('are taken back by whoever sent them, and only behind their own link', async () => {
    const { asked, supplier } = await opened();
    await supplier.upload([{ name: 'note.txt', bytes: 'Tested on 4.2.0' }]);
    const [file] = await filesOf(asked);
    const { supplier: stranger } = await opened();
    const foreign = await stranger.post(`/reply/files/${file?.id}`, { intent: 'remove' }, '/reply/files');
    expect(foreign.status).toBe(404);
    expect((await stranger.see(`/reply/files/${file?.id}`)).status).toBe(404);
    const own = await supplier.post(`/reply/files/${file?.id}`, { intent: 'remove' }, '/reply/files');
    expect(own.status).toBe(303);
    expect((await supplier.see('/reply/files')).text).not.toContain('note.txt');
  });

  it('need the token of the form before the first byte', async () => {
    const { asked, supplier } = await opened();
    const form = new FormData();
    form.append('files', new File(['text'], 'note.txt'));
    form.append('csrf', await supplier.csrf('/reply/files'));
    expect((await supplier.send('/reply/files?index', { method: 'POST', body: form })).status).toBe(403);
    expect(await filesOf(asked)).toEqual([]);
  });
});

describe('what is too large', () => {
  const part = (csrf: string) =>
    Buffer.from(
      [
        ...['--cut', 'Content-Disposition: form-data; name="csrf"', '', csrf],
        ...['--cut', 'Content-Disposition: form-data; name="files"; filename="big.pdf"', '', '%PDF-1.7\n'],
      ].join('\r\n'),
    );

  /** Sends gigabytes made up as they go, until the other side says no or hangs up. */
  async function flood(supplier: Supplier, length: number | null, total: number) {
    const csrf = await supplier.csrf('/reply/files');
    const { hostname, port } = new URL(server.address);
    const outgoing = httpRequest({
      ...{ hostname, port, path: '/reply/files?index', method: 'POST' },
      headers: {
        Cookie: supplier.cookieHeader(),
        'Content-Type': 'multipart/form-data; boundary=cut',
        ...(length === null ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': length }),
      },
    });
    let status = 0;
    let ended = false;
    outgoing.on('error', () => {
      ended = true;
    });
    outgoing.setMaxListeners(0);
    outgoing.on('response', (response) => {
      status = response.statusCode ?? 0;
      response.resume();
      response.on('close', () => {
        ended = true;
      });
    });
    outgoing.on('close', () => {
      ended = true;
    });
    const piece = Buffer.alloc(1024 * 1024, 32);
    let sent = 0;
    let most = 0;
    outgoing.write(part(csrf));
    while (sent < total && !ended && !outgoing.destroyed) {
      sent += piece.length;
      if (!outgoing.write(piece)) {
        await Promise.race([once(outgoing, 'drain'), once(outgoing, 'close')]).catch(() => undefined);
      }
      most = Math.max(most, process.memoryUsage().rss);
    }
    outgoing.destroy();
    return { status, sent, most };
  }

  it.each([
    ['announced', 2 * 1024 ** 3 + 1000],
    ['of no announced length', null],
  ])('2 GB %s are refused long before their end, in constant memory, and leave nothing', async (_, length) => {
    const { supplier } = await opened();
    const before = await rowCount();
    const at = process.memoryUsage().rss;
    const { status, sent, most } = await flood(supplier, length, 2 * 1024 ** 3);
    expect([413, 0]).toContain(status);
    expect(sent).toBeLessThan(250 * 1024 * 1024);
    expect(most - at).toBeLessThan(200 * 1024 * 1024);
    expect(await rowCount()).toEqual(before);
    expect((await supplier.see('/reply/files')).status).toBe(200);
  });

  it('an honest file of 26 MB is refused with a page that says so', async () => {
    const { asked, supplier } = await opened();
    const response = await supplier.upload([
      { name: 'big.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(26 * 1024 * 1024)]) },
    ]);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('25 MB');
    expect(await filesOf(asked)).toEqual([]);
  });

  it('a body that announces less than it holds, or stops in the middle, stores nothing', async () => {
    const { asked, supplier } = await opened();
    const csrf = await supplier.csrf('/reply/files');
    const { hostname, port } = new URL(server.address);
    const outgoing = httpRequest({
      ...{ hostname, port, path: '/reply/files?index', method: 'POST' },
      headers: {
        Cookie: supplier.cookieHeader(),
        'Content-Type': 'multipart/form-data; boundary=cut',
        'Content-Length': 900_000,
      },
    });
    outgoing.on('error', () => undefined);
    outgoing.write(part(csrf));
    outgoing.write(Buffer.alloc(300_000, 32));
    await new Promise((resolve) => setTimeout(resolve, 200));
    outgoing.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await filesOf(asked)).toEqual([]);
    expect(readdirSync(join(dataFolder(), 'incoming'))).toEqual([]);
  });

  it('a form for any other page keeps its limit', async () => {
    const { supplier } = await opened();
    const response = await supplier.send('/reply/review', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'x'.repeat(9 * 1024 * 1024),
    });
    expect(response.status).toBe(413);
  });
});

it('finds what acts by itself in a PDF however it is hidden', async () => {
  const { examinePdf } = await import('../files/examine/pdf.server');
  const document = await PDFDocument.create();
  document.addPage().node.set(PDFName.of('AA'), document.context.obj({ O: { S: 'Launch', F: PDFString.of('x.exe') } }));
  const found = await examinePdf(await document.save());
  expect('findings' in found && found.findings).toEqual(
    expect.arrayContaining(['starts a program', 'acts by itself when it is opened, printed or turned over']),
  );
  const escaped = await examinePdf(
    Buffer.from('%PDF-1.4\n1 0 obj <</S/J#61vaScript/J#53(x)>> endobj\ntrailer<</Root 1 0 R>>'),
  );
  expect('findings' in escaped && escaped.findings).toContain('runs JavaScript');
  const plain = await PDFDocument.create();
  plain.addPage();
  await plain.attach(Buffer.from('{}'), 'reply-form.json');
  expect(await examinePdf(await plain.save())).toEqual({ findings: [] });
});
