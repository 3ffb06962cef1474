/**
 * Who may use which address: the expectation, written by hand and apart from the code it is compared with. Change it
 * only together with a decision on who may do what.
 */

/** E engineer · S clinical safety · R regulatory affairs · K risk owner · A auditor · M administrator */
export const COLUMNS = {
  E: 'engineer',
  S: 'clinical_safety',
  R: 'regulatory_affairs',
  K: 'risk_owner',
  A: 'auditor',
  M: 'administrator',
} as const;

const ALL = 'ESRKAM';
const PROPOSERS = 'E.R...';
const REGISTER = 'E.R..M';
const ANSWERERS = 'ESRK..';
/** Who may take a place of a route. */
const SIGNERS = 'ESRK..';
const OPTIONS = 'ESR...';
const PAPERS = '..R...';
/** Who confirms matches and decides advisories. */
const DECIDERS = 'E.R...';
/** Who rates risks and keeps hazard logs. */
const RATERS = 'ESRK..';
/** Who accepts what is left of a risk. */
const RISK_OWNERS = '...K..';
/** Who builds evidence packs, and who looks after retention. */
const BUILDERS = ALL;
const KEEPERS = '..R..M';
/** Who writes letters. */
const DRAFTERS = 'E.R...';
const RERUNNERS = '..R..M';
const READERS_OF_THE_RECORD = '..R.AM';
const PEOPLE = '.....M';
/** Who says who signs in whose place. */
const DELEGATORS = 'ESRK.M';

export interface Access {
  /** Who may open it. */
  load?: string;
  /** Who may post to it; what one page's several forms need besides, its use case checks. */
  act?: string;
}

export const ACCESS: Record<string, Access> = {
  '/': { load: ALL },
  '/*': { load: ALL, act: ALL },
  '/account': { load: ALL, act: ALL },
  '/account/password': { load: ALL, act: ALL },
  '/account/factors': { load: ALL },
  '/account/factors/app': { load: ALL, act: ALL },
  '/account/factors/passkey': { load: ALL, act: ALL },
  '/account/factors/codes': { load: ALL, act: ALL },
  '/account/factors/remove': { load: ALL, act: ALL },
  '/account/factors/challenge': { act: ALL },
  '/sign-out': { load: ALL, act: ALL },
  '/search': { load: ALL },

  '/advisories': { load: ALL },
  '/advisories/:advisoryId': { load: ALL, act: DECIDERS },
  '/advisories/:advisoryId/matches/:matchId': { load: ALL, act: DECIDERS },

  '/devices': { load: ALL },
  '/devices/export.csv': { load: ALL },
  '/devices/new': { load: REGISTER, act: REGISTER },
  '/devices/:modelId': { load: ALL },
  '/devices/:modelId/edit': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/retire': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/history': { load: ALL },
  '/devices/:modelId/changes': { load: ALL, act: PAPERS },
  '/devices/:modelId/software': { load: ALL, act: REGISTER },
  '/devices/:modelId/versions/new': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/components/new': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/components/none': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/mds2': { load: ALL },
  '/devices/:modelId/mds2/edit': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/certifications/new': { load: PAPERS, act: PAPERS },
  '/devices/:modelId/certifications/:certificationId': { load: ALL },
  '/devices/:modelId/certifications/:certificationId/edit': { load: PAPERS, act: PAPERS },
  '/devices/:modelId/certifications/:certificationId/retire': { load: PAPERS, act: PAPERS },
  '/devices/:modelId/exposure': { load: ALL, act: RATERS },
  '/devices/:modelId/plans': { load: ALL },
  '/devices/:modelId/plans/:planId': { load: ALL, act: OPTIONS },
  '/devices/:modelId/proofs': { load: ALL, act: OPTIONS },
  '/devices/udi-mismatches': { load: ALL },
  '/devices/:modelId/antivirus': { load: ALL, act: REGISTER },
  '/devices/:modelId/baseline': { load: ALL },
  '/devices/:modelId/baseline/export.csv': { load: ALL },
  '/devices/:modelId/baseline/:subject': { load: ALL, act: REGISTER },
  '/devices/:modelId/network': { load: ALL },
  '/devices/:modelId/network/new': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/network/rules.csv': { load: ALL },
  '/devices/:modelId/network/:flowId': { load: REGISTER, act: REGISTER },
  '/devices/:modelId/patches': { load: ALL, act: REGISTER },
  '/devices/:modelId/units': { load: ALL },
  '/devices/:modelId/units/new': { load: REGISTER, act: REGISTER },
  '/units': { load: ALL },
  '/units/export.csv': { load: ALL },
  '/units/:unitId': { load: ALL },
  '/units/:unitId/exposure': { load: ALL, act: RATERS },
  '/units/connected-register.csv': { load: ALL },
  '/units/:unitId/network': { load: ALL, act: REGISTER },
  '/imports': { load: ALL },
  '/imports/new': { load: REGISTER, act: REGISTER },
  '/imports/:importId': { load: ALL, act: REGISTER },
  '/imports/:importId/mapping': { load: REGISTER, act: REGISTER },
  '/imports/:importId/refused': { load: ALL },
  '/settings/feeds': { load: PEOPLE, act: PEOPLE },
  '/fleet': { load: ALL },
  '/fleet/cve': { load: ALL },
  '/fleet/units': { load: ALL },
  '/fleet/waiting': { load: ALL },
  '/fleet/export.csv': { load: ALL },
  '/units/:unitId/edit': { load: REGISTER, act: REGISTER },
  '/units/:unitId/retire': { load: REGISTER, act: REGISTER },

  '/changes': { load: ALL },
  '/changes/new': { load: PROPOSERS, act: PROPOSERS },
  '/changes/:changeId': { load: ALL, act: ALL },
  '/changes/:changeId/edit/what': { load: PROPOSERS, act: PROPOSERS },
  '/changes/:changeId/edit/where': { load: PROPOSERS, act: PROPOSERS },
  '/changes/:changeId/edit/facts': { load: PROPOSERS, act: PROPOSERS },
  '/changes/:changeId/edit/check': { load: PROPOSERS, act: PROPOSERS },
  '/changes/:changeId/facts': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/carry-out': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/emergency': { load: ALL, act: ALL },
  '/changes/:changeId/standard': { load: ALL, act: PROPOSERS },
  '/standard-changes': { load: ALL },
  '/standard-changes/new': { load: ANSWERERS, act: ANSWERERS },
  '/standard-changes/:standardId': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/options': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/options/:option': { load: OPTIONS, act: OPTIONS },
  '/changes/:changeId/risk': { load: ALL, act: RATERS },
  '/changes/:changeId/risk/hazards/:hazardId': { load: RATERS, act: RATERS },
  '/changes/:changeId/risk/accept': { load: RISK_OWNERS, act: RISK_OWNERS },
  '/changes/:changeId/risk/reportability': { load: RATERS, act: RATERS },
  '/changes/:changeId/risk/permit': { load: DRAFTERS, act: DRAFTERS },
  '/changes/:changeId/as-known/:signatureId': { load: ALL },
  '/changes/:changeId/history': { load: ALL },
  '/changes/:changeId/sign-off': { load: ALL, act: ALL },
  '/changes/:changeId/files': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/files/:attachmentId': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/network-check': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/antivirus-check': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/plan': { load: ALL, act: ANSWERERS },
  '/changes/:changeId/over-time': { load: ALL, act: OPTIONS },
  '/changes/:changeId/earlier-decisions': { load: ALL, act: ANSWERERS },
  '/fleet/incidents': { load: ALL },
  '/fleet/incidents/:incident': { load: ALL },
  '/fleet/proofs': { load: ALL },
  '/changes/:changeId/conditions': { load: ALL, act: ALL },
  '/files/attachments/:attachmentId': { load: ALL, act: ALL },
  '/files/sign-sheets/:changeId.pdf': { load: ALL },
  '/changes/:changeId/documents': { load: ALL },
  '/changes/:changeId/assessments/:number': { load: ALL },
  '/letters': { load: ALL },
  '/campaigns': { load: ALL },
  '/campaigns/new': { load: DRAFTERS, act: DRAFTERS },
  '/campaigns/:campaignId': { load: ALL, act: DRAFTERS },
  '/settings/letters': { load: RERUNNERS },
  '/settings/letters/:kind': { load: RERUNNERS, act: RERUNNERS },
  '/settings/letters/:kind/preview.pdf': { load: RERUNNERS, act: RERUNNERS },
  '/letters/new': { load: DRAFTERS, act: DRAFTERS },
  '/letters/:letterId/edit': { load: DRAFTERS, act: DRAFTERS },
  '/letters/:letterId': { load: ALL, act: ALL },
  '/letters/:letterId/clocks': { load: ALL, act: DRAFTERS },
  '/letters/export.csv': { load: ALL },
  '/letters/:letterId/reply': { load: DRAFTERS, act: DRAFTERS },
  '/letters/:letterId/replies/:replyId': { load: ALL },
  '/letters/:letterId/replies/:replyId/files/:fileId': { load: ALL },
  '/files/replies/:fileId': { load: ALL, act: ALL },
  '/files/receipts/:replyId.pdf': { load: ALL },
  '/letters/remind': { load: DRAFTERS, act: DRAFTERS },
  '/files/letters/:letterId/:version.pdf': { load: ALL },
  '/settings': { load: ALL },
  '/settings/clocks': { load: RERUNNERS },
  '/settings/clocks/edit': { load: RERUNNERS, act: RERUNNERS },
  '/settings/delegations': { load: ALL },
  '/settings/delegations/new': { load: DELEGATORS, act: DELEGATORS },
  '/settings/delegations/:delegationId': { load: ALL, act: DELEGATORS },
  '/settings/exceptions': { load: ALL },
  '/settings/exceptions/new': { load: RISK_OWNERS, act: RISK_OWNERS },
  '/settings/exceptions/:exceptionId': { load: ALL, act: RISK_OWNERS },
  '/settings/training': { load: READERS_OF_THE_RECORD },
  '/settings/training/:userId': { load: READERS_OF_THE_RECORD, act: PEOPLE },
  '/settings/accountability': { load: ALL, act: PEOPLE },
  '/settings/sign-off': { load: ALL },
  '/settings/sign-off/edit': { load: PEOPLE, act: PEOPLE },
  '/settings/mail': { load: PEOPLE, act: PEOPLE },
  '/settings/seal': { load: PEOPLE, act: PEOPLE },
  '/files/documents/:documentId.pdf': { load: ALL },
  '/api/v1/assessments': { load: ALL, act: ALL },
  '/api/v1/changes/:changeId/signatures': { load: SIGNERS, act: SIGNERS },
  '/api/v1/changes/:changeId/moves': { load: ANSWERERS, act: ANSWERERS },

  '/suppliers': { load: ALL },
  '/suppliers/new': { load: REGISTER, act: REGISTER },
  '/suppliers/:supplierId': { load: ALL },
  '/suppliers/:supplierId/answers': { load: ALL },
  '/suppliers/:supplierId/statistics': { load: ALL },
  '/suppliers/:supplierId/record.csv': { load: ALL },
  '/suppliers/:supplierId/record.json': { load: ALL },
  '/suppliers/:supplierId/record.pdf': { load: ALL },
  '/suppliers/:supplierId/edit': { load: REGISTER, act: REGISTER },
  '/suppliers/:supplierId/retire': { load: REGISTER, act: REGISTER },
  '/suppliers/:supplierId/quotations': { load: ALL },
  '/suppliers/:supplierId/quotations/new': { load: REGISTER, act: REGISTER },
  '/suppliers/:supplierId/quotations/:quotationId': { load: REGISTER, act: REGISTER },
  '/claims': { load: ALL },
  '/claims/confirm': { load: DRAFTERS, act: DRAFTERS },
  '/claims/from-file/:fileId': { load: DRAFTERS, act: DRAFTERS },
  '/claims/:claimId': { load: ALL, act: DRAFTERS },
  '/contradictions': { load: ALL },
  '/contradictions/:contradictionId': { load: ALL, act: DRAFTERS },
  '/suppliers/:supplierId/contacts/new': { load: REGISTER, act: REGISTER },
  '/suppliers/:supplierId/contacts/:contactId': { load: REGISTER, act: REGISTER },

  '/library': { load: ALL },
  '/library/:instrument': { load: ALL },
  '/library/:instrument/outline.txt': { load: ALL },
  '/library/:instrument/print': { load: ALL },
  '/library/:instrument/drawing': { load: ALL },
  '/library/reruns': { load: ALL, act: RERUNNERS },
  '/library/reruns/:rerunId': { load: ALL },
  '/library/reruns/assessments.ndjson': { load: ALL },
  '/evidence': { load: BUILDERS, act: BUILDERS },
  '/evidence/:packId': { load: BUILDERS, act: BUILDERS },
  '/evidence/frameworks': { load: BUILDERS },
  '/evidence/frameworks/:framework': { load: BUILDERS },
  '/files/packs/:packId.zip': { load: BUILDERS },
  '/settings/retention': { load: KEEPERS, act: KEEPERS },
  '/files/disposals/:disposalId.json': { load: KEEPERS },
  '/record': { load: READERS_OF_THE_RECORD, act: READERS_OF_THE_RECORD },
  '/record/reviews': { load: READERS_OF_THE_RECORD, act: '....A.' },
  '/record/export.ndjson': { load: READERS_OF_THE_RECORD },
  '/people': { load: PEOPLE },
  '/people/new': { load: PEOPLE, act: PEOPLE },
  '/people/:userId': { load: PEOPLE, act: PEOPLE },
};

/**
 * Routes that answer strangers too: the frame of every page, the way in, and the pages of a reply, which have a guard of
 * their own (app/features/replies/reply-guard.server.ts) and a test that finds it on each. Anything else needs a session.
 */
export const PUBLIC_ROUTES = [
  'root',
  'routes/_auth+/sign-in',
  // A file that verifies packs offline; it holds no data.
  'routes/verify',
  'routes/_auth+/sign-in_.second',
  'routes/reply+/_layout',
  'routes/reply+/$token',
  'routes/reply+/index',
  'routes/reply+/review',
  'routes/reply+/receipt',
  'routes/reply+/receipt[.]pdf',
  'routes/reply+/letter[.]pdf',
  'routes/reply+/answer-form[.]pdf',
  'routes/reply+/reply-form[.]json',
  'routes/reply+/files+/index',
  'routes/reply+/files+/$fileId',
];
