/** Two organisations with one of every record each and a person in every role: for tests that walk all addresses. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { campaigns, certifications, units } from '../../../db/schema/index.server';
import type { TestDatabase } from '../../../db/testing';
import { signedOnce } from '../../audit/testing/signed-once';
import { draftReport } from '../../features/assessments/draft-report.server';
import { attachFiles } from '../../features/attachments/attach-files.server';
import { draft, type House, house, submitted } from '../../features/changes/testing';
import type { ExceptionTerms } from '../../features/delegations/exception-terms.server';
import { makeDelegation } from '../../features/delegations/make-delegation.server';
import { storeException } from '../../features/delegations/sign-exception.server';
import { spooled } from '../../features/files/testing';
import { inventory, read } from '../../features/imports/testing';
import { approveLetter } from '../../features/letters/approve-letter.server';
import { draftLetter } from '../../features/letters/draft-letter.server';
import { issueLetter } from '../../features/letters/issue-letter.server';
import { aFlow } from '../../features/placement/testing';
import { keepRunning } from '../../features/reruns/keep-running.server';
import { startRerun } from '../../features/reruns/start-rerun.server';
import { HazardForm } from '../../features/risk/hazard-form';
import { saveHazard } from '../../features/risk/save-hazard.server';
import { standardOn } from '../../features/standard-changes/testing';
import { today } from '../../features/today';
import type { Actor } from '../actor';
import { ROLES, type Role } from '../roles';
import { advised } from './advised';
import { claimed } from './claimed';
import { evidenced } from './evidenced';
import { aPerson } from './people';
import { planned } from './planned';
import { repliedTo } from './replied';

export interface FullHouse {
  orgId: string;
  people: Record<Role, Actor>;
  /** A value for each parameter that addresses have. */
  ids: Record<string, string>;
  /** A proposal that is not yet submitted. */
  draftId: string;
  reportId: string;
}

async function recordsOf(at: House) {
  const changeId = await submitted(at);
  const letter = await draftLetter(at.engineer, changeId, { contact: at.contactId, reply_by: null });
  const report = await draftReport(at.engineer, changeId);
  const rerunId = await startRerun(at.regulatory, {
    mode: 'edition',
    asOf: '',
    edition: 'EU-MDCG-2020-3-R1@2020-03-01',
  });
  await keepRunning(at.regulatory, rerunId);
  if (!letter?.ok || !report?.ok) throw new Error('a document was refused');
  // Approved and with its file, as most letters are that somebody looks at.
  const approved = await approveLetter(at.regulatory, letter.id, { number: 1, revision: 1 });
  if (!approved?.ok) throw new Error('the letter was not approved');
  await issueLetter({ orgId: at.orgId, letterId: letter.id, number: 1 });
  const reply = await repliedTo(at.engineer, letter.id);
  const said = await claimed(at.engineer, { supplierId: at.supplierId, modelId: at.modelId, replyId: reply.replyId });
  const hazard = await saveHazard(
    at.safety,
    changeId,
    null,
    HazardForm.parse({ version: '0', title: 'Alarms are late after the restart', status: 'open' }),
  );
  if (!hazard?.ok) throw new Error('the hazard was refused');
  const file = await attachFiles(at.engineer, changeId, { purpose: 'test', note: '' }, [
    spooled('trial.txt', 'it ran'),
  ]);
  if (!file?.ok) throw new Error('the file was refused');
  const [campaign] = await inOrganisation(at.engineer, (tx) =>
    tx
      .insert(campaigns)
      .values({ orgId: at.orgId, title: 'Wormable', vulnerabilities: [{ cve: 'CVE-2017-0144' }] })
      .returning({ id: campaigns.id }),
  );
  const [unit, certification] = await inOrganisation(at.engineer, async (tx) => [
    await tx.select({ id: units.id }).from(units).where(eq(units.modelId, at.modelId)).limit(1),
    await tx
      .select({ id: certifications.id })
      .from(certifications)
      .where(and(eq(certifications.modelId, at.modelId), eq(certifications.market, 'EU'))),
  ]);
  return {
    changeId,
    letterId: letter.id,
    reportId: report.id,
    unitId: unit?.[0]?.id,
    certificationId: certification?.[0]?.id,
    rerunId,
    campaignId: campaign?.id ?? '',
    hazardId: hazard.id,
    attachmentId: file.ids[0] ?? '',
    ...reply,
    ...said,
  };
}

/** A delegation of the engineer, and an exception for them that the risk owner signed. */
async function standsIn(people: Record<Role, Actor>): Promise<Record<string, string>> {
  const { engineer, risk_owner: owner } = people;
  const days = { startsOn: today(), endsOn: today() };
  const made = await makeDelegation(engineer, { principal: '', delegate: owner.userId, reason: 'Leave', ...days });
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  const terms = {
    ...{ record: 'role_exception', organisation: owner.orgId, person: engineer.userId, person_name: engineer.name },
    ...{ slots: ['author', 'verifier'], starts_on: today(), ends_on: today(), reason: 'Nobody else' },
  } satisfies ExceptionTerms;
  const exceptionId = await inOrganisation(owner, (tx) => storeException(tx, owner, terms, 'password'));
  return { delegationId: made.id, exceptionId };
}

/** One organisation with everything in it. */
export async function fullHouse(database: TestDatabase, name: string): Promise<FullHouse> {
  const at = await house(database, name);
  const records = await recordsOf(at);
  const { changeId, letterId, reportId, unitId, certificationId, rerunId, replyId, fileId } = records;
  const { campaignId, hazardId, attachmentId, claimId, quotationId, contradictionId } = records;
  const draftId = await draft(at, { title: 'Not yet submitted' });
  const standardId = await standardOn(at.regulatory, changeId);
  const signatureId = await signedOnce(at.engineer, changeId);
  const people: Partial<Record<Role, Actor>> = {};
  for (const role of ROLES) people[role] = await aPerson(at.orgId, role);
  const spare = await aPerson(at.orgId, 'engineer', { name: 'Spare Person' });
  const stands = await standsIn(people as Record<Role, Actor>);
  const proof = await evidenced(at.regulatory, at.engineer, changeId);
  const { id: importId } = await read(at.engineer, { purpose: 'inventory' }, 'units.csv', inventory(2));
  const planId = await planned(at.engineer, at.modelId);
  const flowId = await aFlow(at.engineer, at.modelId);
  const ids = {
    ...stands,
    ...proof,
    ...(await advised(at.engineer)),
    ...{ modelId: at.modelId, supplierId: at.supplierId, contactId: at.contactId, userId: spare.userId },
    ...{
      changeId,
      importId,
      letterId,
      planId,
      flowId,
      documentId: reportId,
      version: '1',
      unitId: unitId ?? '',
      certificationId: certificationId ?? '',
      rerunId,
      campaignId,
      hazardId,
      attachmentId,
      standardId,
      signatureId,
      kind: 'reminder',
      replyId,
      fileId,
      claimId,
      quotationId,
      contradictionId,
    },
  };
  return { orgId: at.orgId, people: people as Record<Role, Actor>, ids, draftId, reportId };
}
