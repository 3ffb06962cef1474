/** Editions of Windows in the names of products and in the register, where each is written in many ways. Pure. */
import { fold, wordsOf } from './fold';

const CLIENTS = ['xp', 'vista', '7', '8.1', '8', '10', '11', '2000', 'nt', 'ce'];

/** "windows 7", "windows server 2008 r2"; null when the text names no edition of Windows. */
export function windowsIn(text: string): string | null {
  const words = wordsOf(fold(text).replace(/8\.1/g, '8_1').replaceAll('_', 'dot')).map((word) =>
    word === '8dot1' ? '8.1' : word,
  );
  if (!words.includes('windows')) return null;
  const year = words.find((word) => /^20\d\d$/.test(word) && word !== '2000');
  if (year) return ['windows server', year, ...(words.includes('r2') ? ['r2'] : [])].join(' ');
  const client = CLIENTS.find((edition) => words.includes(edition));
  return client ? `windows ${client}` : null;
}

const FILLING = new Set(
  'windows server r2 microsoft embedded standard professional sp1 sp2 sp3 all service pack packs versions'.split(' '),
);

/** Whether a product is an operating system and nothing else: "Windows Server 2008 R2", listed by a maker of devices. */
export const isSystemAlone = (product: string): boolean =>
  windowsIn(product) !== null &&
  wordsOf(product).every(
    (word) => FILLING.has(word) || CLIENTS.includes(word) || /^20\d\d$/.test(word) || word === '1',
  );
