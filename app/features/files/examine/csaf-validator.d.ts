/** The validator is plain JavaScript; this is as much of it as is used here. */
declare module '@secvisogram/csaf-validator-lib/validate.js' {
  interface TestResult {
    name: string;
    isValid: boolean;
    errors: { message?: string; instancePath?: string }[];
  }
  const validate: (tests: readonly unknown[], document: unknown) => Promise<{ isValid: boolean; tests: TestResult[] }>;
  export default validate;
}
declare module '@secvisogram/csaf-validator-lib/basic.js' {
  const tests: Record<string, unknown>;
  export = tests;
}
