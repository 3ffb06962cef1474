import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin } from 'vite';

export const mendedForEsbuild: EsbuildPlugin;
export const mendedForVite: Plugin;
