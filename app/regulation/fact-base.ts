/**
 * What is known in one dossier, name by name, and where each value comes from. Values enter in the order of their
 * rank: stated by a person, what follows from that, derived from the device and the change, derived from the kind of
 * change, and what follows from all of it. A value that is there is never replaced; a disagreement is written down.
 */

import type { DerivedFact } from './derivations/derived-fact';
import { CONSEQUENCES, type Consequence, FEEDS } from './derivations/from-facts';
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

/** A derived fact as numbers: for lists that come again with every dossier. */
export interface PreparedFact {
  name: Name;
  code: number;
  origin: Origin;
}

/** Works the codes of derived facts out once. */
export function prepareFacts(facts: readonly DerivedFact[]): PreparedFact[] {
  return facts.map((fact) => {
    const name = knownName(fact.key);
    const code = codeOf(name, fact.value);
    if (code === null) throw new Error(`${fact.key} was derived as ${String(fact.value)}, which it cannot be`);
    return { name, code, origin: fact.assumed ? assumed(fact.reason) : derivedFrom(fact.reason) };
  });
}

/** The origin of a value that follows from something else. */
export function derivedFrom(reason: string): Origin {
  return { kind: 'derived', reason, text: `derived: ${reason}` };
}

function assumed(reason: string): Origin {
  return { kind: 'assumed', reason, text: `assumed until confirmed: ${reason}` };
}

export class FactBase {
  /** Code per name; NaN is unknown. Rules read this. */
  readonly codes: number[];
  private readonly origins: (Origin | undefined)[];
  readonly conflicts: Conflict[];
  /** Bits of the consequences to look at: those that a name known since the last conclusion takes part in. */
  private touched = 0;
  private readonly said = new Map<number, { code: number; origin: Origin | undefined; text: string }>();

  private constructor(
    codes: readonly number[],
    origins: readonly (Origin | undefined)[],
    conflicts: readonly Conflict[],
  ) {
    this.codes = codes.slice();
    this.origins = origins.slice();
    this.conflicts = conflicts.slice();
  }

  /** A base in which nothing is known. */
  static empty(): FactBase {
    return new FactBase(BLANK_CODES, BLANK_ORIGINS, []);
  }

  copy(): FactBase {
    const made = new FactBase(this.codes, this.origins, this.conflicts);
    made.touched = this.touched;
    return made;
  }

  /** A person's statement. "unknown" is one too: it keeps what would be derived from counting. */
  state(name: Name, code: number): void {
    this.codes[name.index] = code;
    this.origins[name.index] = STATED;
    this.touched |= FEEDS[name.index] as number;
  }

  /** A name that is computed, never asked; it has no rival. */
  compute(name: Name, code: number, origin: Origin): void {
    this.codes[name.index] = code;
    this.origins[name.index] = origin;
  }

  /** Derived facts; each holds only where nothing of higher rank speaks of it. */
  derive(facts: readonly DerivedFact[]): void {
    if (facts.length > 0) this.derivePrepared(prepareFacts(facts));
  }

  derivePrepared(facts: readonly PreparedFact[]): void {
    for (const { name, code, origin } of facts) this.enter(name, code, origin, false);
  }

  /** Adds what follows from the facts known so far. May be called again when more is known. */
  conclude(): void {
    const { codes } = this;
    for (let at = 0; at < CONSEQUENCES.length; at += 1) {
      if (((this.touched >> at) & 1) === 0) continue;
      this.touched &= ~(1 << at);
      const { name, ways } = CONSEQUENCES[at] as Consequence;
      for (const { code, when, because } of ways) {
        if (when.evaluate(codes) !== YES) continue;
        if (codes[name.index] !== code) {
          const grounds = when.grounds(codes).map((index) => this.say(index));
          this.enter(name, code, derivedFrom(`${because} ${grounds.join(', ')}`), true);
        }
        break;
      }
    }
  }

  /** @param overUnknown whether it holds even where a person said "unknown": only what follows by logic does */
  private enter(name: Name, code: number, origin: Origin, overUnknown: boolean): void {
    const { index } = name;
    const known = this.codes[index] as number;
    const before = this.origins[index];
    if (before === undefined || (overUnknown && Number.isNaN(known))) {
      this.codes[index] = code;
      this.origins[index] = origin;
      this.touched |= FEEDS[index] as number;
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
    const name = NAMES[index] as Name;
    const code = this.codes[index] as number;
    const origin = this.origins[index];
    if (origin === STATED) return statedText(name, code);
    // The same few decide about nearly every instrument, so what was said last is kept.
    const kept = this.said.get(index);
    if (kept && kept.code === code && kept.origin === origin) return kept.text;
    const text = `${textOf(name, code)} (${origin?.text ?? 'not given'})`;
    this.said.set(index, { code, origin, text });
    return text;
  }

  /** Everything known, in dictionary order; computed names left out. */
  known(): KnownFact[] {
    return this.origins.flatMap((origin, index) => {
      const name = nameAt(index);
      if (origin === undefined || name.computed) return [];
      const code = this.codes[index] as number;
      const value = Number.isNaN(code) ? 'unknown' : valueFrom(name, code);
      return [{ key: name.key, value, origin: origin.kind, reason: origin.reason }];
    });
  }
}

const flagTexts = NAMES.map((name) => [`${name.key} = false (stated)`, `${name.key} = true (stated)`]);

/** Flags are most of what is stated, so their two sentences are kept. */
function statedText(name: Name, code: number): string {
  const kept = name.type === 'boolean' ? flagTexts[name.index]?.[code] : undefined;
  return kept ?? `${textOf(name, code)} (stated)`;
}
