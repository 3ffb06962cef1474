/**
 * The rule language of the fact dictionary: `not`, `and`, `or`, parentheses, `= != < <= > >=`, `in {..}` and
 * `not in {..}` for enums, `includes`, `includes_any {..}` and `within {..}` for sets; a flag stands by itself.
 * Three-valued (Kleene): a comparison with an unknown name is unknown, and unknown never counts as no.
 *
 * A rule is parsed once against the vocabulary (an unknown name or value is an error there, not at run time) and
 * compiled into closures over the array of codes.
 */
import { parse, type RuleNode } from './language-parser';

/** A truth value. Ordered, so that "and" is the least, "or" the greatest and "not" the reflection. */
export type Tri = 0 | 1 | 2;
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

type Evaluate = (codes: readonly number[]) => Tri;

export interface Rule {
  /** The rule as written. */
  source: string;
  /** Truth under the given codes. */
  evaluate: Evaluate;
  /** Indices of every name the rule mentions, in order of appearance, each once. */
  names: readonly number[];
  /**
   * The known names that made the rule yes or no, in order of appearance: all parts of a true "and", the first true
   * part of an "or", and the other way round for no. Empty while the rule is unknown.
   * @param truth the truth of the rule under these codes, where the caller has it already
   */
  grounds(codes: readonly number[], truth?: Tri): number[];
  /** The unknown names that keep the rule unknown, in order of appearance. Empty once it is decided. */
  gaps(codes: readonly number[]): number[];
}

const rules = new Map<string, Rule>();

/**
 * Parses and compiles a rule; the same text gives the same object.
 * @throws RuleSyntaxError naming the place, when the text is not a rule over the vocabulary
 */
export function rule(source: string): Rule {
  const known = rules.get(source);
  if (known) return known;
  const made = compileRule(source);
  rules.set(source, made);
  return made;
}

interface Compiled {
  evaluate: Evaluate;
  /** The names of a comparison, or the parts of a connective. */
  node: RuleNode;
  parts: Compiled[];
}

function compileRule(source: string): Rule {
  const root = compile(parse(source));
  const names: number[] = [];
  collectNames(root.node, names);
  return {
    source,
    evaluate: root.evaluate,
    names,
    grounds(codes, truth = root.evaluate(codes)) {
      const found: number[] = [];
      if (truth !== UNKNOWN) collectGrounds(root, codes, truth, found);
      return found;
    },
    gaps(codes) {
      const found: number[] = [];
      collectGaps(root, codes, found);
      return found;
    },
  };
}

function compile(node: RuleNode): Compiled {
  switch (node.op) {
    case 'and': {
      const parts = node.parts.map(compile);
      return { node, parts, evaluate: allOf(parts.map((part) => part.evaluate)) };
    }
    case 'or': {
      const parts = node.parts.map(compile);
      return { node, parts, evaluate: anyOf(parts.map((part) => part.evaluate)) };
    }
    case 'not': {
      const part = compile(node.part);
      const inner = part.evaluate;
      return { node, parts: [part], evaluate: (codes) => (2 - inner(codes)) as Tri };
    }
    default:
      return { node, parts: [], evaluate: comparison(node) };
  }
}

function allOf(parts: readonly Evaluate[]): Evaluate {
  return (codes) => {
    let least: Tri = YES;
    for (const part of parts) {
      const truth = part(codes);
      if (truth === NO) return NO;
      if (truth < least) least = truth;
    }
    return least;
  };
}

function anyOf(parts: readonly Evaluate[]): Evaluate {
  return (codes) => {
    let greatest: Tri = NO;
    for (const part of parts) {
      const truth = part(codes);
      if (truth === YES) return YES;
      if (truth > greatest) greatest = truth;
    }
    return greatest;
  };
}

/** A code of NaN (unknown) is the only one that differs from itself. */
function comparison(node: Exclude<RuleNode, { op: 'and' | 'or' | 'not' }>): Evaluate {
  const { index } = node;
  switch (node.op) {
    case 'is':
      return (codes) => {
        const code = codes[index] as number;
        return code === 1 ? YES : code === 0 ? NO : UNKNOWN;
      };
    case 'in': {
      const allowed = node.codes;
      if (allowed.length === 1) {
        const only = allowed[0];
        return (codes) => {
          const code = codes[index] as number;
          return code === only ? YES : Number.isNaN(code) ? UNKNOWN : NO;
        };
      }
      return (codes) => {
        const code = codes[index] as number;
        return Number.isNaN(code) ? UNKNOWN : allowed.includes(code) ? YES : NO;
      };
    }
    case 'includes_any': {
      const { bits } = node;
      return (codes) => {
        const code = codes[index] as number;
        return Number.isNaN(code) ? UNKNOWN : (code & bits) !== 0 ? YES : NO;
      };
    }
    case 'within': {
      const outside = ~node.bits;
      return (codes) => {
        const code = codes[index] as number;
        return Number.isNaN(code) ? UNKNOWN : (code & outside) === 0 ? YES : NO;
      };
    }
    case 'order': {
      const { relation, code: limit } = node;
      return (codes) => {
        const code = codes[index] as number;
        if (Number.isNaN(code)) return UNKNOWN;
        const holds =
          relation === '<'
            ? code < limit
            : relation === '<='
              ? code <= limit
              : relation === '>'
                ? code > limit
                : code >= limit;
        return holds ? YES : NO;
      };
    }
  }
}

function collectNames(node: RuleNode, found: number[]): void {
  if (node.op === 'and' || node.op === 'or') for (const part of node.parts) collectNames(part, found);
  else if (node.op === 'not') collectNames(node.part, found);
  else add(found, node.index);
}

function collectGrounds(compiled: Compiled, codes: readonly number[], truth: Tri, found: number[]): void {
  const { node, parts } = compiled;
  if (node.op === 'not') {
    for (const part of parts) collectGrounds(part, codes, (2 - truth) as Tri, found);
  } else if (node.op === 'and' || node.op === 'or') {
    // One part decides a false "and" or a true "or"; all parts together decide the other case.
    const oneDecides = (node.op === 'and') === (truth === NO);
    for (const part of parts) {
      if (part.evaluate(codes) !== truth) continue;
      collectGrounds(part, codes, truth, found);
      if (oneDecides) return;
    }
  } else add(found, node.index);
}

function collectGaps(compiled: Compiled, codes: readonly number[], found: number[]): void {
  if (compiled.evaluate(codes) !== UNKNOWN) return;
  const { node, parts } = compiled;
  if (node.op === 'and' || node.op === 'or' || node.op === 'not') {
    for (const part of parts) collectGaps(part, codes, found);
  } else add(found, node.index);
}

function add(found: number[], index: number): void {
  if (!found.includes(index)) found.push(index);
}
