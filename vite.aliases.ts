/** The import aliases of tsconfig.json, for Vite and Vitest. */
import { fileURLToPath } from 'node:url';

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.url));

export const aliases = [
  { find: /^~\//, replacement: folder('app') },
  { find: /^db\//, replacement: folder('db') },
  { find: /^documents\//, replacement: folder('documents') },
];
