/** Turns what a JSON schema finds wrong into places and sentences. */
import type { ErrorObject } from 'ajv';
import type { Problem } from '../records';

const MOST_CHOICES = 4;
const quoted = (value: unknown): string => `"${String(value).slice(0, 80)}"`;

function sentence({ keyword, params, message = 'is not allowed' }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `${quoted(params.missingProperty)} is missing.`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `${quoted(params.additionalProperty ?? params.unevaluatedProperty)} is not a name that may stand here.`;
    case 'enum': {
      const allowed: unknown[] = Array.isArray(params.allowedValues) ? params.allowedValues : [];
      const some = allowed.slice(0, MOST_CHOICES).map(quoted).join(', ');
      return `The value is none of those allowed (${some}${allowed.length > MOST_CHOICES ? `, and ${allowed.length - MOST_CHOICES} more` : ''}).`;
    }
    case 'const':
      return `The value has to be ${quoted(params.allowedValue)}.`;
    case 'type':
      return `The value has to be of type ${Array.isArray(params.type) ? params.type.join(' or ') : params.type}.`;
    case 'pattern':
      return `The value does not match the pattern ${String(params.pattern).slice(0, 120)}.`;
    case 'format':
      return `The value is no valid ${params.format}.`;
    case 'uniqueItems':
      return 'An entry of the list stands in it twice.';
    default:
      return `The value ${message}.`;
  }
}

const within = (inner: ErrorObject, outer: ErrorObject): boolean =>
  inner !== outer &&
  inner.schemaPath.startsWith(`${outer.schemaPath}/`) &&
  inner.instancePath.startsWith(outer.instancePath);

/**
 * Problems by place. Where one of several forms had to match, the ways in which each of them does not match are said in
 * one sentence: they are no faults by themselves.
 */
export function problemsOf(rule: string, errors: readonly ErrorObject[] | null | undefined): Problem[] {
  const all = errors ?? [];
  const choices = all.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const shown = all.filter(
    (one) => !['if', 'allOf'].includes(one.keyword) && !choices.some((choice) => within(one, choice)),
  );
  const problems = shown.map((one): Problem => {
    if (!choices.includes(one)) return { place: one.instancePath, rule, message: sentence(one) };
    const reasons = all.filter((inner) => within(inner, one) && !choices.includes(inner));
    // What lies deepest tells most: the form that was meant got furthest.
    const deepest = Math.max(0, ...reasons.map(({ instancePath }) => instancePath.length));
    const [best] = reasons.filter(({ instancePath }) => instancePath.length === deepest);
    const why = [...new Set(reasons.filter((inner) => inner.instancePath === best?.instancePath).map(sentence))];
    return {
      place: best?.instancePath ?? one.instancePath,
      rule,
      message: why.slice(0, 3).join(' Or: ') || 'It matches none, or several, of the forms that are allowed here.',
    };
  });
  return problems.filter(
    (one, n) => problems.findIndex((each) => each.place === one.place && each.message === one.message) === n,
  );
}
