/**
 * The schema of CSAF 2.0, as published and as strict as test 6.2.20 wants it. Compiled here, not by the library: its way
 * to find a doubled entry compares all with all, which takes minutes for an advisory on thousands of products.
 */

import published from '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js';
import strict from '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0_strict/schema.js';
import cvss2 from '@secvisogram/csaf-validator-lib/schemas/cvss-v2.0.js';
import cvss30 from '@secvisogram/csaf-validator-lib/schemas/cvss-v3.0.js';
import cvss31 from '@secvisogram/csaf-validator-lib/schemas/cvss-v3.1.js';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { uniqueItems } from '../components/unique-items.server';

function compiled(schema: AnySchemaObject) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword(uniqueItems);
  addFormats.default(ajv);
  ajv.addSchema(cvss2, 'https://www.first.org/cvss/cvss-v2.0.json');
  ajv.addSchema(cvss30, 'https://www.first.org/cvss/cvss-v3.0.json');
  ajv.addSchema(cvss31, 'https://www.first.org/cvss/cvss-v3.1.json');
  return ajv.compile(schema);
}

export const csafSchema = compiled(published);
const strictSchema = compiled(strict);

/** Places with a property that the standard does not know. */
export function unknownProperties(json: unknown): string[] {
  if (strictSchema(json)) return [];
  return (strictSchema.errors ?? []).flatMap(({ keyword, instancePath }) =>
    keyword === 'additionalProperties' ? [instancePath] : [],
  );
}
