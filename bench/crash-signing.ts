/**
 * Nothing that was signed is ever lost: four people sign while the server is killed with SIGKILL, round after round, and
 * evidence packs are asked for meanwhile. Every acknowledged signature must stand in the table and in the record, the
 * record must verify, and every pack must have been built exactly once.
 * `npm run bench crash-signing [--rounds 50]`
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { databaseProcesses, gone, killAll, startServer, stopServer } from './crash/server';
import { askForPack, changeToSign, readEverything, type Signer, signAllIn, standing, witness } from './crash/signer';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } });
const rounds = Number(values.rounds);
const data = mkdtempSync(join(tmpdir(), 'changemark-signing-'));
const acknowledged: string[] = [];
let packsAsked = 0;
let failed = false;

async function recordVerifies(): Promise<boolean> {
  const program = fileURLToPath(new URL('../bin/changemark.js', import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [program, 'audit', 'verify'], {
      env: { ...process.env, CHANGEMARK_DATA: data },
    });
    return true;
  } catch (error) {
    console.error((error as { stdout?: string }).stdout, (error as Error).message);
    return false;
  }
}

let server = await startServer(data);
const signers = await signAllIn(server);
const [first] = signers as [Signer, ...Signer[]];
const change = await changeToSign(server, first);
for (const signer of signers) await readEverything(server, signer, change);

try {
  for (let round = 1; round <= rounds; round += 1) {
    let over = false;
    let unknown = 0;
    const before = acknowledged.length;
    const work = await Promise.all(
      signers.map(async (signer) => {
        const sign = await witness(server, signer, change);
        return async () => {
          while (!over) {
            await sign().then(
              (reason) => acknowledged.push(reason),
              () => {
                unknown += 1;
                return sleep(20);
              },
            );
          }
        };
      }),
    );
    if (round % 10 === 1) await askForPack(server, first, change).then(() => (packsAsked += 1));
    const running = work.map((one) => one());
    await sleep(300 + Math.random() * 900);
    killAll(round % 2 ? [server.process.pid, ...databaseProcesses(data)] : [server.process.pid]);
    over = true;
    await Promise.all(running);
    await gone(server);
    server = await startServer(data);
    const { signed } = await standing(server);
    const missing = acknowledged.filter((reason) => !signed.has(reason)).length;
    if (missing > 0) failed = true;
    console.log(
      [
        round,
        `${acknowledged.length - before} signed`,
        `${unknown} not acknowledged`,
        `${acknowledged.length} in all`,
        `${missing} missing`,
      ].join('\t'),
    );
  }
  for (let waited = 0; waited < 120; waited += 1) {
    const { packs } = await standing(server);
    if (packs.every(({ status }) => status === 'ready' || status === 'failed')) break;
    await sleep(1000);
  }
  const { packs } = await standing(server);
  const once = packs.filter(({ status, ready }) => status === 'ready' && ready === 1).length;
  const verified = await recordVerifies();
  if (!verified || once !== packs.length || packs.length < packsAsked || acknowledged.length === 0) failed = true;
  const sum = {
    rounds,
    acknowledged: acknowledged.length,
    packs: packs.length,
    'built once': once,
    'audit verify': verified,
  };
  console.table([sum]);
  mkdirSync(new URL('../build/bench/', import.meta.url), { recursive: true });
  writeFileSync(new URL('../build/bench/crash-signing.json', import.meta.url), `${JSON.stringify(sum, null, 2)}\n`);
} finally {
  await stopServer(server);
  rmSync(data, { recursive: true, force: true });
}
console.log(
  failed
    ? 'FAILED: something signed is missing, built twice, or the record does not verify.'
    : 'Nothing that was signed was lost.',
);
process.exitCode = failed ? 1 : 0;
