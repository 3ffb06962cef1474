/** A Vitest reporter that keeps what went wrong outside of every test, for the summary of `npm test`. */
import { writeFileSync } from 'node:fs';

export default class ErrorsReporter {
  onTestRunEnd(_modules, unhandledErrors) {
    const file = process.env.UNIT_ERRORS;
    if (!file) return;
    const errors = unhandledErrors.map((error) => ({
      file: error.VITEST_TEST_PATH ?? '',
      message: String(error.stack ?? error.message ?? error).slice(0, 4000),
    }));
    writeFileSync(file, JSON.stringify(errors.filter(({ file: path }) => path)));
  }
}
