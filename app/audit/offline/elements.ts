/** Building the page: every text goes in as text, so that nothing in a bundle can be more than that. */

type Child = Node | string | null;

/** An element with attributes and children. */
export function el(name: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A table whose wide content scrolls inside of itself, reachable by keyboard. */
export function table(caption: string, columns: string[], rows: Child[][]): HTMLElement {
  const head = el('tr', {}, ...columns.map((column) => el('th', { scope: 'col' }, column)));
  const body = rows.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))));
  return el(
    'div',
    { class: 'card scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', {}, el('caption', {}, caption), el('thead', {}, head), el('tbody', {}, ...body)),
  );
}

const two = (value: number) => String(value).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "18 Nov 2026, 09:14 UTC", and the same moment in the zone it was printed in. */
export function moment(iso: string, zone = ''): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  const utc = `${day}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
  if (!zone || zone === 'UTC') return utc;
  try {
    const there = date.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    return `${utc} (${there} ${zone})`;
  } catch {
    return utc;
  }
}
