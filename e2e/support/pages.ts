/** Every page of the application, and how a journey comes to one that has something on it. */
import type { Page } from '@playwright/test';
import type { Role } from '../../app/guard/roles';
import { packOf } from './packs';
import { type Answered, linked, listed, type Records } from './records';
import { addApp, addPerson, comeInFirst } from './second-factors';
import { signIn } from './steps';

/** Whose page it is that is looked at: somebody who is offered everything on it. */
type As = Role | null;

const model = (rest: string) => (of: Records) => `/devices/${of.modelId}${rest}`;
const change = (rest: string) => (of: Records) => `/changes/${of.changeId}${rest}`;
const draft = (rest: string) => (of: Records) => `/changes/${of.draftId}${rest}`;
const certification = (rest: string) => (of: Records) =>
  `/devices/${of.modelId}/certifications/${of.certificationId}${rest}`;
const unit = (rest: string) => (of: Records) => `/units/${of.unitId}${rest}`;
const supplier = (rest: string) => (of: Records) => `/suppliers/${of.supplierId}${rest}`;
const at = (address: string) => () => address;
const somebody = (_: Records, page: Page) => linked(page, '/people', '/people/ID').then((id) => `/people/${id}`);
const rerunOf = async (_: Records, page: Page) => {
  await page.goto('/library/reruns');
  await page.getByRole('button', { name: 'Judge again' }).click();
  await page.waitForURL(/reruns\/[0-9a-f-]{36}/);
  // All changes are judged again in the background of a server that has other things to do.
  await page.getByText('finished').first().waitFor({ timeout: 120_000 });
  return new URL(page.url()).pathname;
};
/** A campaign on what a change of the demonstration names: found, ticked and begun as a person does it. */
const campaignOf = async (_: Records, page: Page) => {
  await page.goto('/campaigns/new?cves=CVE-2017-0144');
  await page.getByLabel('Name of the campaign').fill('For a look at its page');
  await page.getByRole('button', { name: 'Draft one letter a maker' }).click();
  await page.waitForURL(/campaigns\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
};
/** A draft of one's own: the demonstration's letters may be sent already. */
const draftLetterOf = async (of: Records, page: Page) => {
  await page.goto(`/letters/new?kind=supplier-request-letter&change=${of.changeId}`);
  await page.getByRole('button', { name: 'Draft the letter' }).click();
  await page.waitForURL(/letters\/[0-9a-f-]{36}/);
  return `${new URL(page.url()).pathname}/edit`;
};
const contact = (of: Records, page: Page) => {
  const base = `/suppliers/${of.supplierId}`;
  return linked(page, base, `${base}/contacts/ID`).then((id) => `${base}/contacts/${id}`);
};

const advisory = (_: Records, page: Page) =>
  linked(page, '/advisories?state=waiting', '/advisories/ID').then((id) => `/advisories/${id}`);
const matchOfAdvisory = async (of: Records, page: Page) => {
  const base = await advisory(of, page);
  return linked(page, base, `${base}/matches/ID`).then((id) => `${base}/matches/${id}`);
};
const claim = (_: Records, page: Page) => linked(page, '/claims', '/claims/ID').then((id) => `/claims/${id}`);
const contradiction = (_: Records, page: Page) =>
  linked(page, '/contradictions?status=all', '/contradictions/ID').then((id) => `/contradictions/${id}`);
/** Typed in here, so that it does not hang on what the demonstration quotes. */
const quotation = async (of: Records, page: Page) => {
  const base = `/suppliers/${of.supplierId}/quotations`;
  await page.goto(`${base}/new`);
  await page.getByLabel('What is it about?').selectOption('mds2:CSUP-7');
  await page.getByLabel('The words, exactly').fill('A list is published every month.');
  await page.getByLabel('Where does it stand?').selectOption('bulletin');
  await page.getByLabel('Document', { exact: false }).first().fill('Security bulletin');
  await page.getByRole('button', { name: 'Record the quotation' }).click();
  await page.waitForURL(/done=saved/);
  return linked(page, base, `${base}/ID`).then((id) => `${base}/${id}`);
};
/** Declared here, so that it does not hang on what the demonstration declares. */
const flowOf: Where = async (of, page) => {
  const base = `/devices/${of.modelId}/network`;
  await page.goto(`${base}/new`);
  await page.getByLabel('Lines, one a connection').fill('Time server; 10.1.0.9; out; udp; 123; sets the clock; no');
  await page.getByRole('button', { name: 'Add all lines' }).click();
  await page.waitForURL(/done=flows/);
  return linked(page, base, `${base}/ID`).then((id) => `${base}/${id}`);
};
const training = (_: Records, page: Page) =>
  linked(page, '/settings/training', '/settings/training/ID').then((id) => `/settings/training/${id}`);
const delegation = (_: Records, page: Page) =>
  linked(page, '/settings/delegations', '/settings/delegations/ID').then((id) => `/settings/delegations/${id}`);
const exception = (_: Records, page: Page) =>
  linked(page, '/settings/exceptions', '/settings/exceptions/ID').then((id) => `/settings/exceptions/${id}`);
const fileOfReply = (of: Records & Answered) => `/claims/from-file/${of.fileId}`;

const standard = (_: Records, page: Page) =>
  linked(page, '/standard-changes', '/standard-changes/ID').then((id) => `/standard-changes/${id}`);

/** A new way in for the supplier of a letter that still waits, shown once. */
const replyLink = async (_: Records, page: Page) => {
  const letterId = await linked(page, '/letters?view=overdue', '/letters/ID');
  await page.goto(`/letters/${letterId}`);
  await page.getByText('Make a link by hand').click();
  await page.getByLabel('For whom?').fill('desk@maker.example');
  await page.getByRole('button', { name: 'Make link' }).click();
  return String(await page.getByText(/\/reply\/[\w-]{43}$/).textContent())
    .trim()
    .replace(/^https?:\/\/[^/]+/, '');
};
const behindLink =
  (rest: string): Where =>
  async (of, page) => {
    await page.goto(await replyLink(of, page));
    await page.getByRole('button', { name: 'Open the letter' }).click();
    await page.waitForURL(/\/reply$/);
    return `/reply${rest}`;
  };
const fileBehindLink: Where = async (of, page) => {
  await page.goto(await behindLink('/files')(of, page));
  await page.getByLabel('Choose files').setInputFiles({
    name: 'reply.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"changemark_reply":1}'),
  });
  await page.getByRole('button', { name: 'Add to the answer' }).click();
  await page.waitForURL(/\/reply\/files\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
};
/** A file attached here, with content of its own: the same content is attached once. */
const fileOfChange: Where = async (of, page) => {
  const name = `trial-${Date.now()}.txt`;
  await page.goto(change('/files')(of));
  await page.getByLabel('What are they for?').selectOption('test');
  await page.getByLabel(/^Files/).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  await page.getByRole('button', { name: 'Attach' }).click();
  await page.getByRole('link', { name }).click();
  await page.waitForURL(/\/files\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
};
const receipt: Where = async (of, page) => {
  await page.goto(await behindLink('/review')(of, page));
  await page.getByRole('textbox', { name: /^Your name/ }).fill('Erika Muster');
  await page.getByRole('textbox', { name: /^Your role/ }).fill('Product security manager');
  await page.getByRole('textbox', { name: /^Anything else/ }).fill('We answer by telephone.');
  await page.getByRole('button', { name: /^Send to/ }).click();
  await page.waitForURL(/\/reply\/receipt/);
  return '/reply/receipt';
};

/** Somebody new with an authenticator app, because people of the demonstration have no second factor. */
const withApp = async (page: Page) => {
  const newcomer = await addPerson(page);
  await page.context().clearCookies();
  const password = await comeInFirst(page, newcomer);
  await addApp(page, password);
  return { email: newcomer.email, password };
};
const factorsOf =
  (rest: string): Where =>
  async (_, page) => {
    await withApp(page);
    return `/account/factors${rest}`;
  };
const secondStepOf: Where = async (_, page) => {
  const account = await withApp(page);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await signIn(page, account);
  await page.waitForURL(/sign-in\/second/);
  return '/sign-in/second';
};

/** A plan drawn up here as a person does it. */
const sketchOf: Where = async (of, page) => {
  await page.goto(`/devices/${of.modelId}/plans/new`);
  await page.getByLabel(/^The plan in a few words/).fill('Isolate now, replace in 2028');
  await page.getByLabel('What is done').first().selectOption('isolation');
  await page.getByLabel('From').first().fill('2026-12-01');
  await page.getByLabel('What is done').nth(1).selectOption('replacement');
  await page.getByLabel('From').nth(1).fill('2028');
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.waitForURL(/plans\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
};

/** A small inventory brought here; its columns are named by their headings. */
const importOf =
  (rest: string): Where =>
  async (_, page) => {
    const lines = [
      'Serial Number,Manufacturer,Model',
      'E2E-1,Nobody Ltd,No such pump',
      'E2E-2,Nobody Ltd,No such pump',
    ];
    await page.goto('/imports/new?purpose=inventory');
    await page
      .getByLabel('Files', { exact: false })
      .setInputFiles({ name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });
    await page.getByRole('button', { name: 'Read and show' }).click();
    await page.getByText('ready to apply').waitFor();
    return `${new URL(page.url()).pathname}${rest}`;
  };

type Where = (of: Records & Answered, page: Page) => string | Promise<string>;

/** A change of the demonstration in this state. */
const inState =
  (status: string, rest: string): Where =>
  async (_, page) =>
    `/changes/${await listed(page, `/changes?status=${status}`, '/changes/ID')}${rest}`;

const asKnown: Where = async (of, page) => {
  const signed = await inState('closed', '')(of, page);
  return `${signed}/as-known/${await linked(page, `${signed}/sign-off`, `${signed}/as-known/ID`)}`;
};

/** Every page, by the address of its route; some more than once, where one route shows very different things. */
export const PAGES: Record<string, [As, ...Where[]]> = {
  '/': ['engineer', at('/')],
  '/*': ['engineer', at('/no/such/page')],
  '/account': ['engineer', at('/account')],
  '/account/password': ['engineer', at('/account/password')],
  '/account/factors': ['administrator', at('/account/factors'), factorsOf('')],
  '/account/factors/app': ['engineer', at('/account/factors/app')],
  '/account/factors/codes': ['engineer', at('/account/factors/codes')],
  '/account/factors/passkey': ['engineer', at('/account/factors/passkey')],
  '/account/factors/remove': ['administrator', factorsOf('/remove')],
  '/campaigns': ['engineer', at('/campaigns')],
  '/campaigns/:campaignId': ['engineer', campaignOf],
  '/campaigns/new': ['engineer', at('/campaigns/new'), at('/campaigns/new?cves=CVE-2017-0144')],
  '/changes': ['engineer', at('/changes'), at('/changes?q=nothing%20is%20called%20this')],
  '/changes/:changeId': ['engineer', change(''), change('?view=table'), draft('')],
  '/changes/:changeId/assessments/:number': ['engineer', change('/assessments/1')],
  '/changes/:changeId/carry-out': ['engineer', change('/carry-out'), change('/carry-out?shown=unrecorded')],
  '/changes/:changeId/documents': ['engineer', change('/documents')],
  '/changes/:changeId/edit/check': ['engineer', draft('/edit/check')],
  '/changes/:changeId/edit/facts': ['engineer', change('/edit/facts')],
  '/changes/:changeId/edit/what': ['engineer', draft('/edit/what')],
  '/changes/:changeId/edit/where': ['engineer', change('/edit/where')],
  '/changes/:changeId/conditions': ['engineer', change('/conditions')],
  '/changes/:changeId/emergency': ['engineer', change('/emergency')],
  '/changes/:changeId/facts': ['engineer', change('/facts')],
  '/changes/:changeId/files': ['engineer', change('/files')],
  '/changes/:changeId/files/:attachmentId': ['engineer', fileOfChange],
  '/changes/:changeId/history': ['engineer', change('/history')],
  '/changes/:changeId/options': ['engineer', change('/options'), change('/options?sort=lead&order=desc')],
  '/changes/:changeId/options/:option': ['engineer', change('/options/network_firewall')],
  '/changes/:changeId/network-check': ['engineer', change('/network-check')],
  '/changes/:changeId/antivirus-check': ['engineer', change('/antivirus-check')],
  '/changes/:changeId/plan': ['engineer', change('/plan')],
  '/changes/:changeId/over-time': ['engineer', change('/over-time'), draft('/over-time')],
  '/changes/:changeId/earlier-decisions': ['engineer', change('/earlier-decisions')],
  '/changes/:changeId/risk': ['risk_owner', change('/risk')],
  '/changes/:changeId/risk/accept': ['risk_owner', change('/risk/accept')],
  '/changes/:changeId/risk/hazards/:hazardId': ['clinical_safety', change('/risk/hazards/new')],
  '/changes/:changeId/risk/permit': ['engineer', change('/risk/permit')],
  '/changes/:changeId/risk/reportability': ['regulatory_affairs', change('/risk/reportability')],
  '/changes/:changeId/sign-off': [
    'regulatory_affairs',
    change('/sign-off'),
    inState('in_sign_off', '/sign-off'),
    inState('closed', '/sign-off'),
  ],
  '/changes/:changeId/as-known/:signatureId': ['auditor', asKnown],
  '/changes/:changeId/standard': ['engineer', change('/standard')],
  '/changes/new': ['engineer', at('/changes/new'), (of) => `/changes/new?model=${of.modelId}`],
  '/devices': ['engineer', at('/devices'), at('/devices?status=retired&q=nothing')],
  '/devices/:modelId': ['regulatory_affairs', model('')],
  '/devices/:modelId/antivirus': ['engineer', model('/antivirus')],
  '/devices/:modelId/baseline': ['engineer', model('/baseline')],
  '/devices/:modelId/baseline/:subject': [
    'engineer',
    model('/baseline/os'),
    model('/baseline/encryption?shown=differs'),
  ],
  '/devices/:modelId/network': ['engineer', model('/network')],
  '/devices/:modelId/network/:flowId': ['engineer', flowOf],
  '/devices/:modelId/network/new': ['engineer', model('/network/new')],
  '/devices/:modelId/patches': ['engineer', model('/patches')],
  '/devices/udi-mismatches': ['engineer', at('/devices/udi-mismatches')],
  '/devices/:modelId/certifications/:certificationId': ['regulatory_affairs', certification('')],
  '/devices/:modelId/certifications/:certificationId/edit': ['regulatory_affairs', certification('/edit')],
  '/devices/:modelId/certifications/:certificationId/retire': ['regulatory_affairs', certification('/retire')],
  '/devices/:modelId/certifications/new': ['regulatory_affairs', model('/certifications/new')],
  '/devices/:modelId/changes': ['engineer', model('/changes')],
  '/devices/:modelId/components/new': ['engineer', model('/components/new')],
  '/devices/:modelId/components/none': ['engineer', model('/components/none')],
  '/devices/:modelId/exposure': ['engineer', model('/exposure'), model('/exposure?question=PV1')],
  '/devices/:modelId/edit': ['engineer', model('/edit')],
  '/devices/:modelId/history': ['engineer', model('/history')],
  '/devices/:modelId/mds2': ['engineer', model('/mds2')],
  '/devices/:modelId/mds2/edit': ['engineer', model('/mds2/edit')],
  '/devices/:modelId/plans': ['engineer', model('/plans')],
  '/devices/:modelId/plans/:planId': ['engineer', model('/plans/new'), sketchOf],
  '/devices/:modelId/proofs': ['engineer', model('/proofs')],
  '/devices/:modelId/retire': ['engineer', model('/retire')],
  '/devices/:modelId/software': ['engineer', model('/software')],
  '/devices/:modelId/units': ['engineer', model('/units')],
  '/devices/:modelId/units/new': ['engineer', model('/units/new')],
  '/devices/:modelId/versions/new': ['engineer', model('/versions/new')],
  '/devices/new': ['engineer', at('/devices/new')],
  '/letters': ['engineer', at('/letters'), at('/letters?view=overdue'), at('/letters?q=nothingiscalledthis')],
  '/letters/:letterId': ['engineer', (of) => `/letters/${of.letterId}`],
  '/letters/:letterId/edit': ['engineer', draftLetterOf],
  '/letters/:letterId/clocks': ['engineer', (of) => `/letters/${of.letterId}/clocks`],
  '/letters/new': [
    'engineer',
    at('/letters/new'),
    at('/letters/new?kind=reminder'),
    at('/letters/new?kind=lifecycle-request'),
    (of) => `/letters/new?kind=supplier-request-letter&supplier=${of.supplierId}`,
  ],
  '/letters/:letterId/replies/:replyId': ['engineer', (of) => `/letters/${of.answeredLetterId}/replies/${of.replyId}`],
  '/letters/:letterId/replies/:replyId/files/:fileId': [
    'engineer',
    (of) => `/letters/${of.answeredLetterId}/replies/${of.replyId}/files/${of.fileId}`,
  ],
  '/letters/:letterId/reply': [
    'engineer',
    (of) => `/letters/${of.letterId}/reply`,
    (of) => `/letters/${of.answeredLetterId}/reply`,
  ],
  '/letters/remind': ['engineer', at('/letters/remind'), (of) => `/letters/remind?letter=${of.letterId}`],
  '/library': ['auditor', at('/library'), at('/library?q=operating+system'), at('/library?q=nothingiscalledthis')],
  '/library/:instrument': [
    'auditor',
    at('/library/EU-MDCG-2020-3-R1?part=Chart+C'),
    at('/library/US-FDA-SW510K-2017'),
    at('/library/UK-MDR-H'),
    at('/library/EU-MDCG-2020-3-R1?edition=2020-03-01'),
  ],
  '/library/:instrument/drawing': ['auditor', at('/library/US-FDA-GEN510K-2017/drawing?size=150')],
  '/library/:instrument/print': ['auditor', at('/library/US-FDA-GEN510K-2017/print'), at('/library/UK-MDR-H/print')],
  '/library/reruns': ['regulatory_affairs', at('/library/reruns')],
  '/library/reruns/:rerunId': ['regulatory_affairs', rerunOf],
  '/people': ['administrator', at('/people')],
  '/people/:userId': ['administrator', somebody],
  '/people/new': ['administrator', at('/people/new')],
  '/record': ['auditor', at('/record')],
  '/record/reviews': ['auditor', at('/record/reviews')],
  '/reply': ['engineer', behindLink('')],
  '/reply/:token': ['engineer', replyLink, at(`/reply/${'A'.repeat(43)}`)],
  '/reply/files': ['engineer', behindLink('/files')],
  '/reply/files/:fileId': ['engineer', fileBehindLink],
  '/reply/receipt': ['engineer', receipt],
  '/reply/review': ['engineer', behindLink('/review')],
  '/search': ['engineer', at('/search?q=telemetry'), at('/search?q=nothing%20is%20called%20this')],
  '/settings': ['regulatory_affairs', at('/settings')],
  '/settings/clocks': ['regulatory_affairs', at('/settings/clocks')],
  '/settings/clocks/edit': [
    'regulatory_affairs',
    at('/settings/clocks/edit'),
    (of) => `/settings/clocks/edit?supplier=${of.supplierId}&severity=exploited`,
  ],
  '/settings/accountability': [
    'administrator',
    at('/settings/accountability'),
    at('/settings/accountability?version=0'),
  ],
  '/settings/delegations': ['engineer', at('/settings/delegations'), at('/settings/delegations?state=over')],
  '/settings/delegations/:delegationId': ['administrator', delegation],
  '/settings/delegations/new': ['engineer', at('/settings/delegations/new')],
  '/evidence': ['auditor', at('/evidence'), (of) => `/evidence?scope=device&id=${of.modelId}`],
  '/evidence/:packId': ['auditor', packOf],
  '/evidence/frameworks': ['auditor', at('/evidence/frameworks')],
  '/evidence/frameworks/:framework': ['auditor', at('/evidence/frameworks/part-11')],
  '/settings/retention': ['regulatory_affairs', at('/settings/retention')],
  '/settings/exceptions': ['risk_owner', at('/settings/exceptions'), at('/settings/exceptions?state=revoked')],
  '/settings/exceptions/:exceptionId': ['risk_owner', exception],
  '/settings/exceptions/new': ['risk_owner', at('/settings/exceptions/new')],
  '/settings/training': ['administrator', at('/settings/training'), at('/settings/training?without=yes')],
  '/settings/training/:userId': ['administrator', training],
  '/settings/letters': ['regulatory_affairs', at('/settings/letters')],
  '/settings/letters/:kind': ['regulatory_affairs', at('/settings/letters/reminder?version=0')],
  '/settings/sign-off': ['administrator', at('/settings/sign-off'), at('/settings/sign-off?version=0')],
  '/settings/sign-off/edit': ['administrator', at('/settings/sign-off/edit')],
  '/settings/mail': ['administrator', at('/settings/mail')],
  '/settings/seal': ['administrator', at('/settings/seal')],
  '/sign-in': [null, at('/sign-in'), at('/sign-in?ended=yes'), at('/sign-in?again=yes')],
  '/sign-in/second': ['administrator', secondStepOf],
  '/advisories': ['engineer', at('/advisories?state=all'), at('/advisories?state=decided')],
  '/advisories/:advisoryId': ['engineer', advisory],
  '/advisories/:advisoryId/matches/:matchId': ['engineer', matchOfAdvisory],
  '/claims': ['engineer', at('/claims'), at('/claims?status=confirmed')],
  '/claims/confirm': [
    'engineer',
    (of, page) => claim(of, page).then((one) => `/claims/confirm?claim=${one.slice(8)}`),
    at('/claims/confirm'),
  ],
  '/claims/from-file/:fileId': ['engineer', fileOfReply],
  '/claims/:claimId': ['engineer', claim],
  '/contradictions': ['engineer', at('/contradictions'), at('/contradictions?status=settled')],
  '/contradictions/:contradictionId': ['engineer', contradiction],
  '/suppliers/:supplierId/quotations': ['engineer', supplier('/quotations')],
  '/suppliers/:supplierId/quotations/:quotationId': ['engineer', quotation],
  '/suppliers/:supplierId/quotations/new': [
    'engineer',
    supplier('/quotations/new'),
    supplier('/quotations/new?find=patch'),
  ],
  '/standard-changes': ['risk_owner', at('/standard-changes'), at('/standard-changes?shown=retired')],
  '/standard-changes/:standardId': ['risk_owner', standard],
  '/standard-changes/new': [
    'risk_owner',
    at('/standard-changes/new'),
    (of) => `/standard-changes/new?change=${of.changeId}`,
  ],
  '/suppliers': ['engineer', at('/suppliers')],
  '/suppliers/:supplierId': ['engineer', supplier('')],
  '/suppliers/:supplierId/answers': ['engineer', supplier('/answers'), supplier('/answers?by=cve&open=yes')],
  '/suppliers/:supplierId/statistics': ['engineer', supplier('/statistics')],
  '/suppliers/:supplierId/contacts/:contactId': ['engineer', contact],
  '/suppliers/:supplierId/contacts/new': ['engineer', supplier('/contacts/new')],
  '/suppliers/:supplierId/edit': ['engineer', supplier('/edit')],
  '/suppliers/:supplierId/retire': ['engineer', supplier('/retire')],
  '/suppliers/new': ['engineer', at('/suppliers/new')],
  '/units': ['engineer', at('/units')],
  '/units/:unitId': ['engineer', unit('')],
  '/units/:unitId/edit': ['engineer', unit('/edit')],
  '/units/:unitId/network': ['engineer', unit('/network')],
  '/units/:unitId/exposure': ['engineer', unit('/exposure'), unit('/exposure?question=XAVN')],
  '/imports': ['engineer', at('/imports')],
  '/imports/new': [
    'engineer',
    at('/imports/new'),
    at('/imports/new?purpose=components'),
    (of) => `/imports/new?purpose=mds2&model=${of.modelId}`,
  ],
  '/imports/:importId': ['engineer', importOf('')],
  '/imports/:importId/mapping': ['engineer', importOf('/mapping')],
  '/settings/feeds': ['administrator', at('/settings/feeds')],
  '/fleet': ['engineer', at('/fleet')],
  '/fleet/cve': ['engineer', at('/fleet/cve'), at('/fleet/cve?cve=CVE-2017-0144')],
  '/fleet/units': ['engineer', at('/fleet/units?why=unsupported')],
  '/fleet/incidents': ['engineer', at('/fleet/incidents'), (of) => `/fleet/incidents?model=${of.modelId}`],
  '/fleet/incidents/:incident': [
    'engineer',
    at('/fleet/incidents/wannacry-2017'),
    (of) => `/fleet/incidents/wannacry-2017?model=${of.modelId}&shown=hit`,
  ],
  '/fleet/proofs': ['engineer', at('/fleet/proofs')],
  '/fleet/waiting': ['engineer', at('/fleet/waiting?why=approvals-over')],
  '/units/:unitId/retire': ['engineer', unit('/retire')],
};

/** Addresses that answer with a file, with JSON or with a redirect. */
export const NO_PAGES = [
  '/account/factors/challenge',
  '/api/v1/assessments',
  '/api/v1/changes/:changeId/moves',
  '/api/v1/changes/:changeId/signatures',
  '/devices/export.csv',
  '/devices/:modelId/baseline/export.csv',
  '/devices/:modelId/network/rules.csv',
  '/units/connected-register.csv',
  '/imports/:importId/refused',
  '/fleet/export.csv',
  '/files/attachments/:attachmentId',
  '/files/documents/:documentId.pdf',
  '/files/disposals/:disposalId.json',
  '/files/letters/:letterId/:version.pdf',
  '/files/packs/:packId.zip',
  '/files/receipts/:replyId.pdf',
  '/files/replies/:fileId',
  '/files/sign-sheets/:changeId.pdf',
  '/letters/export.csv',
  '/reply/answer-form.pdf',
  '/reply/letter.pdf',
  '/reply/receipt.pdf',
  '/reply/reply-form.json',
  '/library/:instrument/outline.txt',
  '/library/reruns/assessments.ndjson',
  '/record/export.ndjson',
  '/settings/letters/:kind/preview.pdf',
  '/sign-out',
  '/suppliers/:supplierId/record.csv',
  '/suppliers/:supplierId/record.json',
  '/suppliers/:supplierId/record.pdf',
  '/units/export.csv',
  '/verify',
];
