/** Long work of this process, with room for pages in between. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which others have their turn. */
const TURN = 15;

/** Runs the steps to their end and gives what they return. */
export async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < TURN) continue;
    await setImmediate();
    began = performance.now();
  }
}
