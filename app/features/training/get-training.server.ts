/** The training of one person: how they stand, every record there is, and the pen that follows from it. */
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { trainingRecords } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { Role } from '../../guard/roles';
import { currentPolicy } from '../sign-off/current-policy.server';
import { today } from '../today';
import { acceptedAt, currentText } from './current-text.server';
import { heldUntil } from './held-courses.server';
import { type CourseCell, cellsOf } from './list-training.server';
import { type Pen, penOf } from './pen.server';
import { personOf } from './person-of.server';

export interface TrainingRecord {
  id: string;
  title: string;
  completedOn: string;
  expiresOn: string;
  evidence: string;
  recordedBy: string;
  recordedAt: string;
  withdrawn: { at: string; why: string } | null;
}

export interface PersonTraining {
  person: { id: string; name: string; role: Role; active: boolean };
  pen: Pen;
  accepted: { number: number; at: string | null };
  courses: (CourseCell & { title: string; validMonths: number })[];
  records: TrainingRecord[];
  mayRecord: boolean;
  today: string;
}

/** More courses than a working life holds. */
const MOST = 300;

/** Null when the organisation has no such person. */
export const getTraining = (actor: Actor, personId: string): Promise<PersonTraining | null> =>
  inOrganisation(actor, async (tx) => {
    const person = await personOf(tx, actor.orgId, personId);
    if (!person) return null;
    const { training } = await currentPolicy(tx, actor.orgId);
    const text = await currentText(tx, actor.orgId);
    const held = await heldUntil(tx, actor.orgId, [personId]);
    const at = await acceptedAt(tx, actor.orgId, personId, text.number);
    const rows = await tx
      .select()
      .from(trainingRecords)
      .where(and(eq(trainingRecords.orgId, actor.orgId), eq(trainingRecords.personId, personId)))
      .orderBy(desc(trainingRecords.completedOn), desc(trainingRecords.id))
      .limit(MOST);
    const { id, name, role, active } = person;
    return {
      person: { id, name, role, active },
      pen: await penOf(tx, { orgId: actor.orgId, userId: personId }),
      accepted: { number: text.number, at: at?.toISOString() ?? null },
      courses: cellsOf(training, role, held.get(personId), today()).map((cell, at) => ({
        ...cell,
        title: training[at]?.title ?? cell.course,
        validMonths: training[at]?.validMonths ?? 0,
      })),
      records: rows.map((row) => ({
        id: row.id,
        title: training.find(({ course }) => course === row.course)?.title ?? row.course,
        ...{ completedOn: row.completedOn, expiresOn: row.expiresOn, evidence: row.evidence },
        ...{ recordedBy: row.recordedByName, recordedAt: row.recordedAt.toISOString() },
        withdrawn: row.withdrawnAt && { at: row.withdrawnAt.toISOString(), why: row.withdrawReason },
      })),
      mayRecord: can(actor, 'training:manage') && personId !== actor.userId,
      today: today(),
    };
  });
