/** What the tests of imports share: bringing a file, working it off, pressing its buttons, looking at what is there. */

import type { Actor } from '../../guard/actor';
import { spooled } from '../files/testing';
import { actOnImport } from './act-on-import.server';
import { bringFiles } from './bring-files.server';
import { getImport } from './get-import.server';
import { type ActForm, BringForm } from './import-form';
import type { ImportPage } from './import-view';
import { runImport } from './run-import.server';

type Bring = Partial<BringForm> & Pick<BringForm, 'purpose'>;

/** Brings a file; its import. Throws when it is refused. */
export async function brought(actor: Actor, form: Bring, name: string, content: string | Uint8Array): Promise<string> {
  const whole = BringForm.parse({
    softwareVersion: '',
    documentDate: '',
    saidBy: '',
    modelId: '',
    ...withoutNull(form),
  });
  const done = await bringFiles(actor, whole, [spooled(name, content)]);
  if (!done.ok) throw new Error(JSON.stringify(done.errors));
  return done.ids[0] ?? '';
}

const withoutNull = (form: object) => Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null));

/** Brings a file and works it off as far as it goes by itself. */
export async function read(actor: Actor, form: Bring, name: string, content: string | Uint8Array): Promise<ImportPage> {
  const id = await brought(actor, form, name, content);
  return worked(actor, id);
}

/** Works an import off, and reads its page. */
export async function worked(actor: Actor, id: string, search = ''): Promise<ImportPage> {
  await runImport({ orgId: actor.orgId, importId: id });
  return page(actor, id, search);
}

export async function page(actor: Actor, id: string, search = ''): Promise<ImportPage> {
  const found = await getImport(actor, id, new URLSearchParams(search));
  if (!found) throw new Error('There is no such import');
  return found;
}

/** Presses a button; throws when that is refused. */
export async function act(actor: Actor, id: string, form: ActForm): Promise<void> {
  const done = await actOnImport(actor, id, form);
  if (!done?.ok) throw new Error(`refused: ${JSON.stringify(done)}`);
}

/** Applies what is ready. */
export async function applied(
  actor: Actor,
  id: string,
  form: Omit<Extract<ActForm, { act: 'apply' }>, 'act'> = {},
): Promise<ImportPage> {
  await act(actor, id, { act: 'apply', ...form });
  return worked(actor, id);
}

export async function undone(actor: Actor, id: string, reason = 'It was the wrong file'): Promise<ImportPage> {
  await act(actor, id, { act: 'undo', reason });
  return worked(actor, id);
}

/** An inventory of a maker that is not in the register yet. */
export function inventory(rows: number, over: (n: number) => Record<string, string> = () => ({})): string {
  const headings = [
    'Serial Number',
    'Manufacturer',
    'Model',
    'Model Number',
    'Asset Tag',
    'Location',
    'SW Version',
    'IP Address',
  ];
  const lines = Array.from({ length: rows }, (_, index) => {
    const n = index + 1;
    const cells: Record<string, string> = {
      ...{
        'Serial Number': `SN-${n}`,
        Manufacturer: 'B. Braun Melsungen AG',
        Model: n % 3 ? 'Infusomat Space' : 'Perfusor Space',
      },
      ...{ 'Model Number': n % 3 ? '8713050' : '8713030', 'Asset Tag': `A${n}`, Location: `Ward ${n % 7}` },
      ...{ 'SW Version': '2.1', 'IP Address': `10.0.${n % 200}.${n % 250}` },
      ...over(n),
    };
    return headings.map((heading) => cells[heading] ?? '').join(',');
  });
  return `${[headings.join(','), ...lines].join('\r\n')}\r\n`;
}
