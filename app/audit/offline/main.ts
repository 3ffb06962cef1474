/** The page that an auditor opens from disk: takes a file, checks it, shows what was found. */
import { z } from 'zod';
import { NotATrail } from '../parse-event';
import type { Proof } from '../proof';
import { looksLikeArchive } from '../read-archive';
import { verifyBundle } from '../verify-bundle';
import { verifyTrail } from '../verify-trail';
import { webTools } from '../web-tools';
import { el } from './elements';
import { show } from './show';

// The page's own policy forbids making code out of text.
z.config({ jitless: true });
const tools = webTools();
/** The pack or record that was read last: other files are held against it. */
let last: Proof | null = null;

function part<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}`);
  return found as T;
}

const say = (words: string) => {
  part('status').textContent = words;
};

const typed = (id: string): string => part<HTMLInputElement>(id).value.trim();

/** Whether some other file is one of the pack's, by its digest. */
function compare(name: string, sha256: string): HTMLElement {
  const file = last?.files.find((one) => one.sha256 === sha256);
  const stated =
    last?.events.filter(({ detail }) => JSON.stringify(detail).includes(sha256)).map(({ seq }) => seq) ?? [];
  const words = !last
    ? 'No pack was read yet: choose one, then this file again.'
    : file
      ? `It is ${file.path} of the pack, byte for byte.`
      : stated.length > 0
        ? `Its digest is stated by event ${stated.join(', ')}.`
        : 'It is not in the pack, and no event states its digest: another file, or an altered one.';
  const state = !last ? '' : file || stated.length > 0 ? 'good' : 'bad';
  return el(
    'section',
    { class: `card ${state}` },
    el('h2', { tabindex: '-1' }, name),
    el('p', {}, words),
    el('p', {}, 'SHA-256 ', el('code', {}, sha256)),
  );
}

const TEXT = /\.(ndjson|jsonl|json|txt)$/i;

async function look(file: File): Promise<HTMLElement[]> {
  if (!tools) throw new Error('This browser offers no Web Crypto here. Open the page from disk, or over https.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (looksLikeArchive(bytes) || /\.zip$/i.test(file.name)) {
    last = await verifyBundle(bytes, tools, { key: typed('key'), head: typed('head') });
    return show(last);
  }
  if (bytes[0] === 0x7b || TEXT.test(file.name)) {
    last = await verifyTrail(new TextDecoder().decode(bytes), tools, { head: typed('head') });
    return show(last);
  }
  return [compare(file.name, await tools.sha256(bytes))];
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  say(`Checking ${file.name} …`);
  const result = part('result');
  try {
    result.replaceChildren(...(await look(file)));
    say(`${file.name} was checked.`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const words = error instanceof NotATrail ? `This is no exported record: ${message}.` : message;
    result.replaceChildren(
      el('section', { class: 'card bad' }, el('h2', { tabindex: '-1' }, 'Not checked'), el('p', {}, words)),
    );
    say(`${file.name} could not be checked.`);
  }
  result.querySelector('h2')?.focus();
}

const input = part<HTMLInputElement>('file');
input.addEventListener('change', () => {
  void take(input.files?.[0]);
  // The same file may be chosen again.
  input.value = '';
});

const drop = part('drop');
for (const name of ['dragover', 'drop'] as const) document.addEventListener(name, (event) => event.preventDefault());
document.addEventListener('dragover', () => drop.classList.add('over'));
document.addEventListener('dragleave', () => drop.classList.remove('over'));
document.addEventListener('drop', (event) => {
  drop.classList.remove('over');
  void take(event.dataTransfer?.files[0]);
});
