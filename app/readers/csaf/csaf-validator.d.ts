/** The parts of the validator (plain JavaScript) that are used here and nowhere else. */
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  interface Finding {
    message?: string;
    instancePath?: string;
  }
  interface Result {
    isValid?: boolean;
    errors?: Finding[];
    warnings?: Finding[];
  }
  export type Test = (document: unknown) => Result | Promise<Result>;
  export const mandatoryTest_6_1_1: Test;
}
declare module '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_1.js' {
  import type { Test } from '@secvisogram/csaf-validator-lib/mandatoryTests.js';

  const test: Test;
  export default test;
}
declare module '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_2.js' {
  import type { Test } from '@secvisogram/csaf-validator-lib/mandatoryTests.js';

  const test: Test;
  export default test;
}
declare module '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_3.js' {
  import type { Test } from '@secvisogram/csaf-validator-lib/mandatoryTests.js';

  const test: Test;
  export default test;
}
declare module '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_18.js' {
  import type { Test } from '@secvisogram/csaf-validator-lib/mandatoryTests.js';

  const test: Test;
  export default test;
}
declare module '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js' {
  const schema: import('ajv').AnySchemaObject;
  export default schema;
}
declare module '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0_strict/schema.js' {
  const schema: import('ajv').AnySchemaObject;
  export default schema;
}
declare module '@secvisogram/csaf-validator-lib/schemas/cvss-v2.0.js' {
  const schema: import('ajv').AnySchemaObject;
  export default schema;
}
declare module '@secvisogram/csaf-validator-lib/schemas/cvss-v3.0.js' {
  const schema: import('ajv').AnySchemaObject;
  export default schema;
}
declare module '@secvisogram/csaf-validator-lib/schemas/cvss-v3.1.js' {
  const schema: import('ajv').AnySchemaObject;
  export default schema;
}
