/** Reads component lists in SPDX as JSON: 2.2, 2.3, and 3.0 as JSON-LD. */
import { headOf } from '../head';
import { readJson } from '../json/read-json.server';
import { LIMITS, type Reader } from '../reader';
import { tooManyComponents } from './give-components';
import { spdxFaults } from './spdx-faults';
import { giveSpdx, unknownSpdx } from './spdx-head.server';
import { isSpdxVersion, packageAsComponent, type SpdxDocument, shortVersion } from './spdx-shape';
import { readSpdx3 } from './spdx3.server';

export const readSpdxJson: Reader = async (source, out) => {
  const document = await readJson(source);
  out.checkCancelled();
  out.progress(source.size / 2);
  if (typeof document !== 'object' || document === null) return unknownSpdx('SPDX', undefined, '/spdxVersion');
  if ('@context' in document || '@graph' in document) return readSpdx3(document, out);
  const stated = 'spdxVersion' in document ? document.spdxVersion : undefined;
  if (!isSpdxVersion(stated)) return unknownSpdx('SPDX', stated, '/spdxVersion');
  const version = shortVersion(stated);
  const format = `SPDX ${version}`;
  if ('packages' in document && Array.isArray(document.packages) && document.packages.length > LIMITS.components) {
    return tooManyComponents(`/packages/${LIMITS.components}`);
  }
  const errors = spdxFaults(document, stated, source.size);
  if (errors.length > 0) return headOf('spdx', format, { errors });
  // The schema says that it has this shape.
  const { name, creationInfo, packages = [] } = document as SpdxDocument;
  const found = packages.map((one, n) => packageAsComponent(one, `/packages/${n}`));
  return giveSpdx(out, { version, format, name, created: creationInfo.created, found });
};
