/** Holds a CycloneDX file in JSON against the official schema of its version. */
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Problem } from '../records';
import { jsonSchema, sharedSchemas } from './cyclonedx-files.server';
import type { CdxVersion } from './cyclonedx-shape';
import { problemsOf } from './schema-problems';
import { uniqueItems } from './unique-items.server';

interface Validators {
  /** Stops at the first fault: what a hostile file costs stays small. */
  first: ValidateFunction;
  /** Finds every fault, for files small enough. */
  all: () => ValidateFunction;
}

const SMALL = 1024 * 1024;
const built = new Map<CdxVersion, Validators>();

function schemaOf(version: CdxVersion): Record<string, unknown> {
  const schema = jsonSchema(version);
  // The package makes "version" optional everywhere; the standard did so with 1.5.
  return version < '1.5' ? { ...schema, required: ['bomFormat', 'specVersion', 'version'] } : schema;
}

function compile(version: CdxVersion, allErrors: boolean): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors, schemas: sharedSchemas() });
  addFormats(ajv);
  ajv.addFormat('idn-email', /^[^@\s]+@[^@\s]+$/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no address may hold
  ajv.addFormat('iri-reference', /^[^\u0000-\u0020<>"]*$/);
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword(uniqueItems);
  return ajv.compile(schemaOf(version));
}

function validators(version: CdxVersion): Validators {
  let found = built.get(version);
  if (!found) {
    let all: ValidateFunction | undefined;
    found = {
      first: compile(version, false),
      all: () => {
        all ??= compile(version, true);
        return all;
      },
    };
    built.set(version, found);
  }
  return found;
}

/** Faults of a file; none when it is as the schema wants it. Of a large file only the first. */
export function schemaFaults(bom: unknown, version: CdxVersion, size: number): Problem[] {
  const { first, all } = validators(version);
  if (first(bom)) return [];
  const rule = `CycloneDX ${version} schema`;
  if (size > SMALL) return problemsOf(rule, first.errors);
  const validate = all();
  validate(bom);
  return problemsOf(rule, validate.errors);
}
