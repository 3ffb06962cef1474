/** Records of the demonstration data, found as a person finds them: by following links. */
import { expect, type Page } from '@playwright/test';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

export interface Records {
  modelId: string;
  certificationId: string;
  unitId: string;
  supplierId: string;
  /** Submitted, assessed, with a letter. */
  changeId: string;
  /** Not submitted yet. */
  draftId: string;
  letterId: string;
  documentId: string;
}

/** A letter that was answered, its reply, and a file of that reply. */
export interface Answered {
  answeredLetterId: string;
  replyId: string;
  fileId: string;
}

/** The first identifier on the page at `from` in a link shaped like `/units/ID`. */
export async function linked(page: Page, from: string, link: string): Promise<string> {
  const answer = await page.request.get(from);
  expect(answer.status(), from).toBe(200);
  const found = new RegExp(`href="${link.replace('ID', `(${UUID})`)}"`).exec(await answer.text())?.[1];
  if (!found) throw new Error(`No link like ${link} on ${from}`);
  return found;
}

/** As `linked`, in the first table of the page: above the list of changes, emergencies may lead to others. */
export async function listed(page: Page, from: string, link: string): Promise<string> {
  const text = await (await page.request.get(from)).text();
  const table = text.slice(text.indexOf('<table'));
  const found = new RegExp(`href="${link.replace('ID', `(${UUID})`)}"`).exec(table)?.[1];
  if (!found) throw new Error(`No link like ${link} in a table of ${from}`);
  return found;
}

/** One record of each kind that the person whose page it is may read. */
export async function recordsOf(page: Page): Promise<Records> {
  // A draft on a change, as the demonstration has it; newer ones may come from other journeys.
  const letterId = await linked(page, '/letters?view=to-approve&q=March+Windows', '/letters/ID');
  const changeId = await linked(page, `/letters/${letterId}`, '/changes/ID');
  const documentId = await listed(page, '/changes?q=remote+desktop+to+the+central', '/changes/ID').then((id) =>
    linked(page, `/changes/${id}`, '/files/documents/ID.pdf'),
  );
  const modelId = await linked(page, `/changes/${changeId}`, '/devices/ID');
  const certificationId = await linked(page, `/devices/${modelId}`, `/devices/${modelId}/certifications/ID`);
  const unitId = await linked(page, `/devices/${modelId}/units`, '/units/ID');
  const supplierId = await linked(page, `/devices/${modelId}`, '/suppliers/ID');
  const draftId = await listed(page, '/changes?status=draft', '/changes/ID');
  return { modelId, certificationId, unitId, supplierId, changeId, draftId, letterId, documentId };
}

/** What came back to the first hospital of the demonstration; only who may confirm claims is led to the file. */
export async function answeredOf(page: Page): Promise<Answered> {
  const claimId = await linked(page, '/claims?status=confirmed', '/claims/ID');
  const answeredLetterId = await linked(page, `/claims/${claimId}`, '/letters/ID');
  const replyId = await linked(page, `/letters/${answeredLetterId}`, `/letters/${answeredLetterId}/replies/ID`);
  const fileId = await linked(page, `/letters/${answeredLetterId}/replies/${replyId}`, '/claims/from-file/ID');
  return { answeredLetterId, replyId, fileId };
}
