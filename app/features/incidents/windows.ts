/** Which generation of Windows an operating system is, by what the register says of it. Pure; from memory where no date matters. */
import type { OsName } from '../devices/os-support';

export const WINDOWS_GENERATIONS = ['2000', 'xp', 'vista', '7', '8', '8.1', '10_first', '10', '11'] as const;
/** 10_first: releases up to 1607, among them LTSB 2015 and 2016 and Server 2016. */
export type WindowsGeneration = (typeof WINDOWS_GENERATIONS)[number];

/** The generation; `other` is another system; `windows` is Windows, and more is not known; null: no system recorded. */
export type ReadSystem = WindowsGeneration | 'windows' | 'other' | null;

const RULES: readonly [RegExp, WindowsGeneration][] = [
  [/\b2000\b/, '2000'],
  [/\bxp\b|\b2003\b|posready 2009|standard 2009|\bwepos\b/, 'xp'],
  [/\bvista\b|\b2008\b(?! r2)/, 'vista'],
  [/\b7\b|\b2008 r2\b/, '7'],
  [/\b8\.1\b|\b2012 r2\b/, '8.1'],
  [/\b8\b|\b2012\b/, '8'],
  [/\b11\b|\b2025\b/, '11'],
  [/\b1507\b|\b1511\b|\b1607\b|\blts[bc] 201[56]\b|\bserver 2016\b/, '10_first'],
  [/\b(1703|1709|18\d\d|19\d\d|2004|2\dh\d|2019|2021|2022)\b/, '10'],
];

/** Reads what stands in the register. */
export function readSystem({ product, release }: OsName): ReadSystem {
  const words = `${product} ${release}`.trim().toLowerCase();
  if (words === '') return null;
  if (!/\bwindows\b|\bwin(xp|7|10|11)\b/.test(words)) return 'other';
  return RULES.find(([pattern]) => pattern.test(words))?.[1] ?? 'windows';
}
