/** The page that verifies packs offline, as it was built: one file, the same in each pack and at /verify. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../../db/once';
import { projectRoot } from '../../db/project-root';

/** @throws when the program was not built */
export const verifierPage = (): string =>
  once('audit.verifier-page', () => readFileSync(join(projectRoot(), 'build', 'verify.html'), 'utf8'));
