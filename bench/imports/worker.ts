/** A process that works one import off and ends; it is there to be killed. */
import { runImport } from '../../app/features/imports/run-import.server';
import { closeDatabase } from '../../db/client.server';

const [, , orgId = '', importId = ''] = process.argv;
process.stdout.write('working\n');
for (let tries = 0; ; tries += 1) {
  try {
    await runImport({ orgId, importId });
    break;
  } catch (error) {
    // What a killed worker held, the database lets go of in a moment.
    if (tries > 20) throw error;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
await closeDatabase();
process.exit();
