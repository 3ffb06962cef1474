/** Recording that somebody has had a course: never for oneself, and with an end that the policy sets. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { trainingRecords } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { dateInWords } from '../../ui/time';
import { addMonths } from '../add-months';
import { refused, type SaveResult, saved } from '../save-result';
import { currentPolicy } from '../sign-off/current-policy.server';
import { presentMoment, today } from '../today';
import { personOf } from './person-of.server';
import type { RecordTrainingInput } from './training-form';

/** Null when the organisation has no such person. */
export const recordTraining = (
  actor: Actor,
  personId: string,
  input: RecordTrainingInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const person = await personOf(tx, actor.orgId, personId);
    if (!person) return null;
    if (!can(actor, 'training:manage')) return refused('', 'Your role records no training.');
    if (personId === actor.userId) return refused('', 'Nobody records their own training.');
    const checked = await checkedDays(tx, actor.orgId, input);
    if (!checked.ok) return checked;
    const { title, completedOn, expiresOn } = checked;
    const [row] = await tx
      .insert(trainingRecords)
      .values({
        ...{ orgId: actor.orgId, personId, course: input.course, completedOn, expiresOn, evidence: input.evidence },
        ...{ recordedBy: actor.userId, recordedByName: actor.name, recordedAt: presentMoment() },
      })
      .returning({ id: trainingRecords.id });
    if (!row) throw new Error('The training was not stored');
    await record(tx, auditActor(actor), {
      action: 'training.recorded',
      object: { type: 'training', id: row.id, ref: `${title}: ${person.name}` },
      detail: {
        ...{ person: personId, course: input.course, completed_on: completedOn, expires_on: expiresOn },
        evidence: input.evidence,
      },
    });
    return saved(row.id);
  });

async function checkedDays(tx: Tx, orgId: string, input: RecordTrainingInput) {
  const { training } = await currentPolicy(tx, orgId);
  const course = training.find((one) => one.course === input.course);
  if (!course) return refused('course', 'The sign-off policy asks for no such course.') as SaveResult & { ok: false };
  const wrong = (field: string, message: string) => refused(field, message) as SaveResult & { ok: false };
  const { completedOn } = input;
  if (!completedOn) return wrong('completedOn', 'Give the day on which it was completed.');
  if (completedOn > today()) return wrong('completedOn', 'This day is still to come.');
  const latest = addMonths(completedOn, course.validMonths);
  const expiresOn = input.expiresOn ?? latest;
  if (expiresOn < completedOn) return wrong('expiresOn', 'It ends before it was completed.');
  if (expiresOn > latest) {
    return wrong('expiresOn', `The policy lets it hold ${course.validMonths} months: until ${dateInWords(latest)}.`);
  }
  return { ok: true as const, title: course.title, completedOn, expiresOn };
}
