/** Putting together what is said of a whole file. */
import { LIMITS } from './reader';
import type { FileHead, FileKind, Problem } from './records';

type Optional = Partial<Pick<FileHead, 'errors' | 'warnings' | 'asOf' | 'facts'>>;

/** The head of a file; it is valid when nothing in it is wrong. Facts of an invalid file are not told: nobody may build on them. */
export function headOf(kind: FileKind | null, format: string, parts: Optional = {}): FileHead {
  const { errors = [], warnings = [], asOf = null, facts = {} } = parts;
  const valid = errors.length === 0;
  return {
    kind,
    format,
    valid,
    errors: capped(errors),
    warnings: capped(warnings),
    asOf: valid ? asOf : null,
    facts: valid ? facts : {},
    counts: {},
  };
}

/** At most as many problems as anybody reads; the last one says how many there are besides. */
export function capped(problems: readonly Problem[]): Problem[] {
  if (problems.length <= LIMITS.problems) return [...problems];
  const rest = problems.length - LIMITS.problems;
  const told = problems.slice(0, LIMITS.problems);
  return [...told, { place: '', rule: told[0]?.rule ?? '', message: `There are ${rest} more problems like these.` }];
}

/** Every value once, in the order in which it came; empty ones left out. */
export const unique = (values: Iterable<string>): string[] => [...new Set(values)].filter((value) => value !== '');
