/** Names of downloaded files. A reference is plain ASCII, so the name needs no cleaning and no second spelling. */
const ENDINGS = { 'assessment-report': 'assessment-report', 'supplier-request-letter': 'supplier-request' } as const;

/** "CM-2026-000123-L01-supplier-request.pdf" */
export const documentFileName = (kind: keyof typeof ENDINGS, reference: string): string =>
  `${reference.replace(/[^A-Za-z0-9-]+/g, '-')}-${ENDINGS[kind]}.pdf`;
