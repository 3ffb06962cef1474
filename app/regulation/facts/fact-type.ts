/** How a fact is declared. One file per theme under themes/; dictionary.ts puts them together. */

export type FactType = 'boolean' | 'enum' | 'set' | 'number' | 'date';

/** A value that a fact takes by itself when it is not given and `when` (rule language) holds. */
export interface FactDerivation {
  value: boolean | number | string;
  when: string;
}

interface Common {
  /** What it means that the fact is true, or has a value. */
  meaning: string;
  /** Older names in other records. They are not keys: a dossier that uses one has it listed under `ignored`. */
  aliases?: readonly string[];
  derive?: readonly FactDerivation[];
}

export type FactDeclaration =
  | (Common & { type: 'boolean' | 'number' | 'date'; values?: undefined })
  | (Common & { type: 'enum' | 'set'; values: readonly string[] });

/** One entry of the dictionary. */
export interface Fact {
  key: string;
  type: FactType;
  /** Allowed values of an enum or members of a set; empty for the other types. */
  values: readonly string[];
  meaning: string;
  theme: string;
  aliases: readonly string[];
  derive: readonly FactDerivation[];
}

/** Declares the facts of one theme, keeping their keys as literal types. */
export function facts<const Key extends string>(
  theme: string,
  declared: Record<Key, FactDeclaration>,
): Record<Key, Fact> {
  const entries = Object.entries<FactDeclaration>(declared).map(([key, fact]): [string, Fact] => [
    key,
    {
      key,
      type: fact.type,
      values: fact.values ?? [],
      meaning: fact.meaning,
      theme,
      aliases: fact.aliases ?? [],
      derive: fact.derive ?? [],
    },
  ]);
  return Object.fromEntries(entries) as Record<Key, Fact>;
}
