/** What was found, for a person: the verdict first, then faults, then who signed what, then everything. */
import { ACTIONS } from '../events';
import type { Check, FileShown, Proof, SignatureShown } from '../proof';
import type { StoredEvent } from '../walk.server';
import { el, moment, table } from './elements';

const MARKS: Record<Check['state'], string> = { held: '✓ holds', broken: '✗ broken', not_checked: '? not checked' };

/** More rows than a page can hold are asked for. */
const SHOWN = 200;

function verdict({ ok, title, organisation, findings, checks, head, key }: Proof): HTMLElement {
  const open = checks.filter(({ state }) => state === 'not_checked').length;
  const words = ok
    ? open > 0
      ? 'Nothing was found, but not everything could be checked here'
      : 'Everything holds'
    : `Not as it was: ${findings.length === 1 ? 'one fault' : `${findings.length} faults`}`;
  return el(
    'section',
    { class: `card ${ok ? 'good' : 'bad'}`, id: 'verdict' },
    el('h2', { tabindex: '-1' }, words),
    el('p', {}, `${title}${organisation ? ` · ${organisation}` : ''}`),
    head ? el('p', {}, `Up to event ${head.seq}, head `, el('code', {}, head.hash)) : null,
    key ? el('p', {}, `Signed with key ${key.keyId}, public key `, el('code', {}, key.publicKey)) : null,
  );
}

function faults({ findings }: Proof): HTMLElement | null {
  if (findings.length === 0) return null;
  const items = findings.slice(0, SHOWN).map(({ place, words }) => el('li', {}, el('strong', {}, place), `: ${words}`));
  return el('section', { class: 'card bad' }, el('h2', {}, 'What is wrong, and where'), el('ul', {}, ...items));
}

const mark = (state: Check['state']) => el('span', { class: `mark ${state}` }, MARKS[state]);

const inWords = (text: string) => text.replaceAll('_', ' ');

function whatSigned({ what, snapshot, snapshotSha256 }: SignatureShown): HTMLElement {
  const entries = what.map(({ part, label, words }) => el('li', {}, `${inWords(part)}: ${label}: ${words}`));
  return el(
    'details',
    {},
    el('summary', {}, snapshot ?? 'not in the pack'),
    el('p', {}, el('code', {}, snapshotSha256)),
    el('ul', {}, ...entries),
  );
}

function signatures({ signatures: signed }: Proof): HTMLElement | null {
  if (signed.length === 0) return null;
  const rows = signed.map((one) => [
    one.change,
    el('span', {}, el('strong', {}, one.name), one.onBehalf ? ` for ${one.onBehalf}` : '', el('br'), inWords(one.role)),
    inWords(one.meaning) + (one.reason ? `: ${one.reason}` : ''),
    `${moment(one.at, one.zone)}, by ${one.method}`,
    whatSigned(one),
    one.faults.length > 0
      ? el('span', { class: 'mark broken' }, `✗ ${one.faults.join('; ')}`)
      : one.voidedAt
        ? `✓ holds; fell ${moment(one.voidedAt)}`
        : mark('held'),
  ]);
  return table('Signatures', ['Change', 'Who', 'Meaning', 'When', 'What was signed', 'State'], rows);
}

const fileRow = ({ path, size, sha256, events, held }: FileShown) => [
  path,
  `${size.toLocaleString('en-GB')} bytes`,
  el('code', {}, sha256),
  events.join(', '),
  mark(held ? 'held' : 'broken'),
];

const words = (action: string): string => (ACTIONS as Record<string, string>)[action] ?? action;

const eventRow = (event: StoredEvent) => [
  String(event.seq),
  moment(event.at),
  `${event.actorName} (${inWords(event.actorRole)})`,
  words(event.action),
  event.objectRef ?? '',
  el(
    'details',
    {},
    el('summary', {}, event.reason ?? 'detail'),
    el('code', {}, JSON.stringify(event.detail)),
    el('br'),
    el('code', {}, event.hash),
  ),
];

/** Events of a long record: the last ones first shown, all of them on demand. */
function events({ events: all }: Proof): HTMLElement | null {
  if (all.length === 0) return null;
  const columns = ['Event', 'When', 'Who', 'What', 'On', 'Detail'];
  const holder = el('div');
  const draw = (count: number) => {
    const caption = count < all.length ? `Events (the last ${count} of ${all.length})` : `Events (${all.length})`;
    holder.replaceChildren(table(caption, columns, all.slice(-count).map(eventRow)));
    if (count >= all.length) return;
    const more = el('button', { type: 'button' }, 'Show all events');
    more.addEventListener('click', () => draw(all.length));
    holder.append(more);
  };
  draw(Math.min(SHOWN, all.length));
  return holder;
}

/** The whole result. */
export function show(proof: Proof): HTMLElement[] {
  const { checks, files, notes } = proof;
  const looked = checks.map(({ label, state, words: said }) => [label, mark(state), said]);
  const listed = notes.map((note) => el('li', {}, note));
  return [
    verdict(proof),
    faults(proof),
    table('What was checked', ['Check', 'Result', 'In words'], looked),
    notes.length > 0 ? el('section', { class: 'card' }, el('h2', {}, 'To know'), el('ul', {}, ...listed)) : null,
    signatures(proof),
    files.length > 0
      ? table('Files', ['File', 'Size', 'SHA-256', 'Stated by event', 'State'], files.map(fileRow))
      : null,
    events(proof),
  ].filter((part) => part !== null);
}
