/** What a JSON schema has against a value, as problems with places. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Problem } from './records';

/** Problems of a value that stands at `at`; empty when it is as the schema wants it. */
export function schemaProblems(validate: ValidateFunction, value: unknown, rule: string, at = ''): Problem[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({
    place: `${at}${error.instancePath}`,
    rule,
    message: `This ${words(error)}.`,
  }));
}

function words({ message = 'is not as the schema wants it', params, keyword }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `must not have the property “${String(params.additionalProperty).slice(0, 60)}”`;
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return `must be one of ${params.allowedValues.map(String).join(', ').slice(0, 300)}`;
  }
  return message;
}
