/**
 * What is known in one dossier, name by name, and where each value comes from. Values enter in the order of their
 * rank: stated by a person, what follows from that, derived from the device and the change, derived from the kind of
 * change, and what follows from all of it. A value that is there is never replaced; a disagreement is written down.
 */

import type { DerivedFact } from './derivations/derived-fact';
import { CONSEQUENCES } from './derivations/from-facts';
import { YES } from './language';
import {
  codeOf,
  type FactValue,
  knownName,
  NAMES,
  type Name,
  nameAt,
  textOf,
  UNKNOWN_CODE,
  valueFrom,
} from './vocabulary';

export interface Conflict {
  key: string;
  message: string;
}

/** One fact with its origin, for a page that shows or prefills what is known. */
export interface KnownFact {
  key: string;
  value: FactValue;
  origin: 'stated' | 'derived' | 'assumed';
  /** Why it holds; empty for a stated fact. */
  reason: string;
}

/** Where a value comes from. `text` is how a reason shows it: "stated", "derived: kind of change os_patch". */
export interface Origin {
  kind: KnownFact['origin'];
  reason: string;
  text: string;
}

const STATED: Origin = { kind: 'stated', reason: '', text: 'stated' };
const BLANK_CODES: readonly number[] = NAMES.map(() => UNKNOWN_CODE);
const BLANK_ORIGINS: readonly (Origin | undefined)[] = NAMES.map(() => undefined);

export class FactBase {
  /** Code per name; NaN is unknown. Rules read this. */
  readonly codes: number[];
  private readonly origins: (Origin | undefined)[];
  readonly conflicts: Conflict[];

  constructor(from?: FactBase) {
    this.codes = (from?.codes ?? BLANK_CODES).slice();
    this.origins = (from?.origins ?? BLANK_ORIGINS).slice();
    this.conflicts = from ? from.conflicts.slice() : [];
  }

  /** A person's statement. "unknown" is one too: it keeps what would be derived from counting. */
  state(name: Name, code: number): void {
    this.codes[name.index] = code;
    this.origins[name.index] = STATED;
  }

  /** A name that is computed, never asked; it has no rival. */
  compute(name: Name, code: number, reason: string): void {
    this.codes[name.index] = code;
    this.origins[name.index] = derived(reason);
  }

  derive(facts: readonly DerivedFact[]): void {
    for (const { name, code, origin } of prepare(facts)) this.enter(name, code, origin);
  }

  /** Adds what follows from the facts known so far. May be called again when more is known. */
  conclude(): void {
    const { codes } = this;
    for (const { name, ways } of CONSEQUENCES) {
      const way = ways.find((one) => one.when.evaluate(codes) === YES);
      if (!way || codes[name.index] === way.code) continue;
      const grounds = way.when.grounds(codes).map((index) => this.say(index));
      this.enter(name, way.code, derived(`${way.because} ${grounds.join(', ')}`), true);
    }
  }

  /** @param overUnknown whether it holds even where a person said "unknown": only what follows by logic does */
  private enter(name: Name, code: number, origin: Origin, overUnknown = false): void {
    const { index } = name;
    const known = this.codes[index] as number;
    const before = this.origins[index];
    if (before === undefined || (overUnknown && Number.isNaN(known))) {
      this.codes[index] = code;
      this.origins[index] = origin;
    } else if (known !== code && origin.kind !== 'assumed') {
      const other = textOf(name, code).slice(name.key.length + 3);
      const message = `${textOf(name, known)} (${before.text}) counts; ${other} would be ${origin.text}`;
      if (!this.conflicts.some((one) => one.key === name.key && one.message === message)) {
        this.conflicts.push({ key: name.key, message });
      }
    }
  }

  /** A name with its value and origin: "os_change = patch (stated)". */
  say(index: number): string {
    const name = nameAt(index);
    return `${textOf(name, this.codes[index] as number)} (${this.origins[index]?.text ?? 'not given'})`;
  }

  /** Everything known, in dictionary order; computed names left out. */
  known(): KnownFact[] {
    return this.origins.flatMap((origin, index) => {
      if (origin === undefined) return [];
      const name = nameAt(index);
      const code = this.codes[index] as number;
      const value = Number.isNaN(code) ? 'unknown' : valueFrom(name, code);
      return [{ key: name.key, value, origin: origin.kind, reason: origin.reason }];
    });
  }
}

interface Prepared {
  name: Name;
  code: number;
  origin: Origin;
}

/** The same lists come again with every dossier (the facts of a kind), so their codes are worked out once. */
const prepared = new WeakMap<readonly DerivedFact[], readonly Prepared[]>();

function prepare(facts: readonly DerivedFact[]): readonly Prepared[] {
  const known = prepared.get(facts);
  if (known) return known;
  const made = facts.map((fact): Prepared => {
    const name = knownName(fact.key);
    const code = codeOf(name, fact.value);
    if (code === null) throw new Error(`${fact.key} was derived as ${String(fact.value)}, which it cannot be`);
    return { name, code, origin: fact.assumed ? assumed(fact.reason) : derived(fact.reason) };
  });
  prepared.set(facts, made);
  return made;
}

function derived(reason: string): Origin {
  return { kind: 'derived', reason, text: `derived: ${reason}` };
}

function assumed(reason: string): Origin {
  return { kind: 'assumed', reason, text: `assumed until confirmed: ${reason}` };
}
