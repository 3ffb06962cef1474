/** The published advisories that come with the demonstration: see NOTICE.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { advisoryOf } from '../../../app/readers/csaf/advisory';
import type { CsafDocument } from '../../../app/readers/csaf/csaf-shape';
import type { Advisory } from '../../../app/readers/records';
import { projectRoot } from '../../project-root';

/** All of them, by name of file, as the reader of CSAF gives them. They were found valid when they were packed. */
export function publishedAdvisories(): Advisory[] {
  const packed = readFileSync(join(projectRoot(), 'db', 'seed', 'catalogue', 'csaf.json.gz'));
  const documents: CsafDocument[] = JSON.parse(gunzipSync(packed).toString('utf8'));
  return documents.map((document) => advisoryOf(document).advisory);
}
