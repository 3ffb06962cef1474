/**
 * The official schema files of CycloneDX (Apache-2.0), as the package of the CycloneDX project brings them along. The
 * package names what it changed in them; `cyclonedx-schema.server.ts` takes one of these changes back.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CdxVersion } from './cyclonedx-shape';

const folder = () =>
  join(dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema');

/** Versions before 1.4 have a strict schema beside the loose one; only the strict one forbids unknown names. */
const STRICT: readonly string[] = ['1.2', '1.3'];

export const jsonSchema = (version: CdxVersion): Record<string, unknown> =>
  readJson(`bom-${version}${STRICT.includes(version) ? '-strict' : ''}.SNAPSHOT.schema.json`);

/** Schemas that those of the versions refer to, by the address they are looked for at. */
export const sharedSchemas = (): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    ['spdx', 'jsf-0.82', 'cryptography-defs'].map((name) => {
      const file = `${name}.SNAPSHOT.schema.json`;
      return [`http://cyclonedx.org/schema/${file}`, readJson(file)];
    }),
  );

export const xmlSchema = (name: string): Buffer => readFileSync(join(folder(), name));
export const xmlSchemaName = (version: CdxVersion): string => `bom-${version}.SNAPSHOT.xsd`;

const readJson = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder(), name), 'utf8'));
