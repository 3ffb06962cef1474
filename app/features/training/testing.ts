/** What tests of signing share: people who may hold the pen. */
import { randomUUID } from 'node:crypto';
import { inOrganisation } from '../../../db/client.server';
import { accountabilityAcceptances, trainingRecords } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { currentText } from './current-text.server';

/** Gives these people the course and the acceptance that the built-in policy asks for. */
export async function givePen(...people: readonly Pick<Actor, 'orgId' | 'userId' | 'name'>[]): Promise<void> {
  for (const { orgId, userId, name } of people) {
    await inOrganisation({ orgId, userId }, async (tx) => {
      const { number, sha256 } = await currentText(tx, orgId);
      await tx.insert(trainingRecords).values({
        ...{ orgId, personId: userId, course: 'signing', completedOn: '2020-01-01', expiresOn: '2199-12-31' },
        ...{ evidence: 'attendance list', recordedBy: randomUUID(), recordedByName: 'Training office' },
      });
      await tx
        .insert(accountabilityAcceptances)
        .values({ orgId, personId: userId, number, textSha256: sha256, printedName: name })
        .onConflictDoNothing();
    });
  }
}
