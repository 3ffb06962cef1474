/** The parts of the validator (plain JavaScript) that are used here and nowhere else. */
declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
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
  export const csaf_2_0: Test;
}
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  import type { Test } from '@secvisogram/csaf-validator-lib/schemaTests.js';

  const tests: Record<string, Test>;
  export = tests;
}
declare module '@secvisogram/csaf-validator-lib/optionalTests.js' {
  import type { Test } from '@secvisogram/csaf-validator-lib/schemaTests.js';
  export const optionalTest_6_2_1: Test;
  export const optionalTest_6_2_2: Test;
  export const optionalTest_6_2_3: Test;
  export const optionalTest_6_2_18: Test;
  export const optionalTest_6_2_20: Test;
}
