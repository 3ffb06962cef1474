/** What the tests of clocks share: a letter that was really drafted, approved by another person, and issued. */
import type { TestDatabase } from '../../../db/testing';
import type { House } from '../changes/testing';
import { submitted } from '../changes/testing';
import { approveLetter } from '../letters/approve-letter.server';
import { draftLetter } from '../letters/draft-letter.server';
import { issueLetter } from '../letters/issue-letter.server';

/** Gives the contact of the house an address and issues a letter to it, without sending. @returns its id */
export async function issuedLetter({ owner }: TestDatabase, at: House): Promise<string> {
  await owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`update supplier_contacts set email = 'desk@maker.example' where id = ${at.contactId}`;
  });
  const drafted = await draftLetter(at.engineer, await submitted(at), { contact: at.contactId, reply_by: null });
  if (!drafted?.ok) throw new Error(JSON.stringify(drafted));
  const revision = await owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    const [row] = await tx`select revision from letter_versions where letter_id = ${drafted.id}`;
    return Number(row?.revision);
  });
  const approved = await approveLetter(at.regulatory, drafted.id, { number: 1, revision });
  if (!approved?.ok) throw new Error(JSON.stringify(approved));
  if (!(await issueLetter({ orgId: at.orgId, letterId: drafted.id, number: 1 }))) throw new Error('not issued');
  return drafted.id;
}
