/** Steps that have nothing to do with each other: one that fails does not keep the others from being done. */

/** Runs each in turn. Failures are told to `told`, and come back by name. */
export async function runOneByOne(
  steps: Readonly<Record<string, () => Promise<unknown>>>,
  told: (message: string, error: unknown) => void = console.error,
): Promise<string[]> {
  const failed: string[] = [];
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
    } catch (error) {
      failed.push(name);
      told(`The step “${name}” of the tick failed; the next tick tries again:`, error);
    }
  }
  return failed;
}
