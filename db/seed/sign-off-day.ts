/** Days of the demonstration, counted back from today. */
const DAY_MS = 86_400_000;

/** So many days before today; fewer than none: still to come. */
export const dayBefore = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
