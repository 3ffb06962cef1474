/** Numbers that look random and are the same each time: the demonstration data is the same on every machine. */

/** A generator of numbers from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `low` to `high`, both included. */
export const between = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** A list with each key as often as its weight says, in a shuffled order. */
export function dealt(random: () => number, weights: Record<string, number>): string[] {
  const cards = Object.entries(weights).flatMap(([key, times]) => Array.from({ length: times }, () => key));
  for (let at = cards.length - 1; at > 0; at -= 1) {
    const other = between(random, 0, at);
    [cards[at], cards[other]] = [cards[other] ?? '', cards[at] ?? ''];
  }
  return cards;
}
