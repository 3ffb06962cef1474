/**
 * A page asked for while letters are made: a small server in the process that makes them, fifty rows rendered by React
 * for every request, and a visitor in a process of its own who asks again 20 ms after each answer.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

const rows = Array.from({ length: 50 }, (_, index) =>
  createElement('tr', { key: index }, [
    createElement('td', { key: 'a' }, `TR96-${10_000 + index}`),
    createElement('td', { key: 'b' }, 'Windows 7 Embedded'),
    createElement('td', { key: 'c' }, createElement('a', { href: `/units/${index}` }, `Ward ${index % 9}`)),
  ]),
);
const page = () => renderToString(createElement('table', null, createElement('tbody', null, rows)));

/** Asks until its standard input ends, then prints the milliseconds of every answer. */
const VISITOR = `
let over = false; process.stdin.on('end', () => { over = true }).resume();
const times = [];
while (!over) {
  const began = performance.now();
  await (await fetch(process.argv[1])).text();
  times.push(performance.now() - began);
  await new Promise((go) => setTimeout(go, 20));
}
console.log(JSON.stringify(times));`;

export interface PageTimes {
  visits: number;
  medianMs: number;
  p95Ms: number;
  slowestMs: number;
}

/** Does the work while the page is visited. The first visits are not counted: they warm the page itself. */
export async function meanwhile<T>(work: () => Promise<T>): Promise<{ result: T; page: PageTimes }> {
  const server = createServer((_, answer) => answer.end(page()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const visitor = spawn(process.execPath, ['--input-type=module', '-e', VISITOR, '--', `http://127.0.0.1:${port}/`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  visitor.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const ended = new Promise((resolve) => visitor.once('close', resolve));
  try {
    await new Promise((go) => setTimeout(go, 500));
    const result = await work();
    visitor.stdin.end();
    await ended;
    const all: number[] = JSON.parse(said);
    const times = all.slice(10).sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
    return { result, page: { visits: times.length, medianMs: at(0.5), p95Ms: at(0.95), slowestMs: at(1) } };
  } finally {
    visitor.kill();
    server.close();
  }
}
