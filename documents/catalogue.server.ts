/** Kind of document → its component, samples and file name. One list for rendering, preview and golden tests. */

import { answerAcceptanceDefinition } from './answer-acceptance/definition';
import type { AnswerAcceptance } from './answer-acceptance/model';
import { answerFormDefinition } from './answer-form/definition';
import type { AnswerForm } from './answer-form/model';
import { reportDefinition } from './assessment-report/definition';
import type { AssessmentReport } from './assessment-report/model';
import { changePermitDefinition } from './change-permit/definition';
import type { ChangePermit } from './change-permit/model';
import { clarificationDefinition } from './clarification-request/definition';
import type { ClarificationRequest } from './clarification-request/model';
import type { DocumentDefinition } from './document';
import { escalationDefinition } from './escalation/definition';
import type { Escalation } from './escalation/model';
import { evidencePackDefinition } from './evidence-pack/definition';
import type { EvidencePack } from './evidence-pack/model';
import { interimControlsDefinition } from './interim-controls-notice/definition';
import type { InterimControlsNotice } from './interim-controls-notice/model';
import { lifecycleDefinition } from './lifecycle-request/definition';
import type { LifecycleRequest } from './lifecycle-request/model';
import { malwareProtectionDefinition } from './malware-protection-request/definition';
import type { MalwareProtectionRequest } from './malware-protection-request/model';
import { networkDefinition } from './network-compatibility-request/definition';
import type { NetworkCompatibilityRequest } from './network-compatibility-request/model';
import { noticeOfIntentDefinition } from './notice-of-intent/definition';
import type { NoticeOfIntent } from './notice-of-intent/model';
import { reminderDefinition } from './reminder/definition';
import type { Reminder } from './reminder/model';
import { replyReceiptDefinition } from './reply-receipt/definition';
import type { ReplyReceipt } from './reply-receipt/model';
import { securityDocumentsDefinition } from './security-documents-request/definition';
import type { SecurityDocumentsRequest } from './security-documents-request/model';
import { signSheetDefinition } from './sign-sheet/definition';
import type { SignSheet } from './sign-sheet/model';
import { supplierRecordDefinition } from './supplier-record/definition';
import type { SupplierRecord } from './supplier-record/model';
import { letterDefinition } from './supplier-request-letter/definition';
import type { SupplierRequestLetter } from './supplier-request-letter/model';
import { vulnerabilityPositionDefinition } from './vulnerability-position-request/definition';
import type { VulnerabilityPositionRequest } from './vulnerability-position-request/model';

/** The model of each kind of document. */
export interface DocumentModels {
  'supplier-request-letter': SupplierRequestLetter;
  'malware-protection-request': MalwareProtectionRequest;
  'network-compatibility-request': NetworkCompatibilityRequest;
  'security-documents-request': SecurityDocumentsRequest;
  'lifecycle-request': LifecycleRequest;
  'vulnerability-position-request': VulnerabilityPositionRequest;
  'interim-controls-notice': InterimControlsNotice;
  reminder: Reminder;
  escalation: Escalation;
  'notice-of-intent': NoticeOfIntent;
  'clarification-request': ClarificationRequest;
  'answer-acceptance': AnswerAcceptance;
  'reply-receipt': ReplyReceipt;
  'supplier-record': SupplierRecord;
  'answer-form': AnswerForm;
  'assessment-report': AssessmentReport;
  'sign-sheet': SignSheet;
  'change-permit': ChangePermit;
  'evidence-pack': EvidencePack;
}

export type DocumentKind = keyof DocumentModels;

export const catalogue: { [K in DocumentKind]: DocumentDefinition<DocumentModels[K]> } = {
  'supplier-request-letter': letterDefinition,
  'malware-protection-request': malwareProtectionDefinition,
  'network-compatibility-request': networkDefinition,
  'security-documents-request': securityDocumentsDefinition,
  'lifecycle-request': lifecycleDefinition,
  'vulnerability-position-request': vulnerabilityPositionDefinition,
  'interim-controls-notice': interimControlsDefinition,
  reminder: reminderDefinition,
  escalation: escalationDefinition,
  'notice-of-intent': noticeOfIntentDefinition,
  'clarification-request': clarificationDefinition,
  'answer-acceptance': answerAcceptanceDefinition,
  'reply-receipt': replyReceiptDefinition,
  'supplier-record': supplierRecordDefinition,
  'answer-form': answerFormDefinition,
  'assessment-report': reportDefinition,
  'sign-sheet': signSheetDefinition,
  'change-permit': changePermitDefinition,
  'evidence-pack': evidencePackDefinition,
};

export const documentKinds = Object.keys(catalogue) as DocumentKind[];

/** A clean name for the file of a document ("CM-2026-000123-L01-supplier-request.pdf"). */
export function documentFileName<K extends DocumentKind>(kind: K, model: DocumentModels[K]): string {
  return catalogue[kind].fileName(model);
}
