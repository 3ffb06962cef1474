/** Names of downloaded files. A reference is plain ASCII, so the name needs no cleaning and no second spelling. */
import type { LetterKind } from './letter-kinds';

const ENDINGS: Record<LetterKind | 'assessment-report' | 'change-permit' | 'answer-form', string> = {
  'assessment-report': 'assessment-report',
  'change-permit': 'change-permit',
  'supplier-request-letter': 'supplier-request',
  'malware-protection-request': 'malware-protection',
  'network-compatibility-request': 'network-compatibility',
  'security-documents-request': 'security-documents',
  'lifecycle-request': 'lifecycle',
  'vulnerability-position-request': 'vulnerability-position',
  'interim-controls-notice': 'interim-controls',
  reminder: 'reminder',
  escalation: 'escalation',
  'notice-of-intent': 'notice-of-intent',
  'clarification-request': 'clarification',
  'answer-acceptance': 'acceptance',
  'answer-form': 'answer-form',
};

/** "CM-2026-000123-L01-supplier-request.pdf" */
export const documentFileName = (kind: keyof typeof ENDINGS, reference: string): string =>
  `${reference.replace(/[^A-Za-z0-9.-]+/g, '-')}-${ENDINGS[kind]}.pdf`;
