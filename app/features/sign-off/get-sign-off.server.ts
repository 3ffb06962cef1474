/** Everything the sign-off page of a change shows. */
import { and, asc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changeSnapshots, users } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { ROLE_LABELS } from '../../guard/roles';
import { buildDossier } from '../changes/build-dossier.server';
import { type ChangeRow, readChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS, transition } from '../changes/change-status';
import { onBehalfWords } from '../delegations/delegation-words';
import { waysToSign } from '../delegations/ways-to-sign.server';
import { emergencyOf } from '../emergencies/running-emergency.server';
import { offeredOptions } from '../options/compare-options.server';
import { optionLabel } from '../options/option-words';
import { signingWays } from '../people/signing-ways.server';
import { today } from '../today';
import { penOf } from '../training/pen.server';
import { decide } from './decide';
import { dissentBinds } from './dissent.server';
import { isOpened } from './looks.server';
import { readingOf } from './reading.server';
import { openRound, type RoundRow, roundsOf, type SignatureRow, signaturesOf } from './rounds.server';
import { type ChangeRoute, routeOf } from './route-of.server';
import type { PenView, SignOffView } from './sign-off-view';
import { derivedView, dissentView, placeViews, roundView, signatureView } from './sign-off-views';
import { MAY_TAKE, MEANING_LABELS, meaningsOf, ROLE_OF_SLOT, SLOT_LABELS, type SlotId } from './slots';
import { STEPS, type StepId } from './step-change.server';
import { signBinds } from './write-signature.server';

/** Null when the change is not here, or still a draft that nobody has submitted. */
export async function getSignOff(actor: Actor, changeId: string): Promise<SignOffView | null> {
  const read = await inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const reading = await readingOf(tx, actor, change);
    const route = await routeOf(tx, actor.orgId, change);
    const rounds = await roundsOf(tx, actor.orgId, changeId);
    const open = await openRound(tx, actor.orgId, changeId);
    const signed = await signaturesOf(tx, actor.orgId, changeId);
    const emergency = await emergencyOf(tx, actor.orgId, changeId);
    const pen = open ? await penFor(tx, actor, { change, open, route, signed }) : null;
    const built = await buildDossier(tx, actor, change);
    const number = await snapshotNumber(tx, actor.orgId, changeId, reading.present.sha256);
    return {
      change,
      reading,
      route,
      rounds,
      open,
      signed,
      emergency,
      pen,
      options: offeredOptions(built.dossier),
      number,
    };
  });
  if (!read) return null;
  const { change, reading, route, rounds, open, signed, emergency, pen, options } = read;
  const numbers = new Map(rounds.map(({ id, number }) => [id, number]));
  const signatures = signed.map((row) => signatureView(row, numbers));
  const latest = open ?? rounds.findLast(({ status }) => status === 'approved') ?? rounds.at(-1) ?? null;
  const binds = (round: RoundRow) =>
    signBinds({ changeId, roundId: round.id, signerId: actor.userId, snapshotSha256: reading.present.sha256 });
  const signs = can(actor, 'change:sign');
  return {
    change: {
      ...{ id: change.id, reference: change.reference, title: change.title, status: change.status },
      ...{ statusLabel: STATUS_LABELS[change.status], version: change.version },
    },
    route: placeViews(route.places, signed, latest, signatures, open !== null),
    policy: route.policy.number,
    round: latest ? roundView(latest) : null,
    rounds: rounds.map(roundView),
    emergency: emergency
      ? {
          signBy: emergency.signBy?.toISOString() ?? null,
          overdue: emergency.signBy !== null && (emergency.regularisedAt ?? new Date()) > emergency.signBy,
        }
      : null,
    items: reading.items.map((item) => ({ ...item, opened: isOpened(reading.look, item) })),
    derived: reading.derived.map(derivedView),
    dissents: reading.dissents.map((row) => dissentView(row, actor.userId)),
    signatures,
    pen:
      open && pen?.slots
        ? {
            ...pen.slots,
            ways: await signingWays(actor, binds(open)),
            roundId: open.id,
            snapshotSha256: reading.present.sha256,
          }
        : null,
    penless: pen?.penless ?? null,
    dissentWays: signs ? await signingWays(actor, dissentBinds(changeId, actor.userId)) : null,
    options: options.map((id) => ({ id, label: optionLabel(id) })),
    current: reading.current,
    snapshot: { sha256: reading.present.sha256, number: read.number },
    may: rights(actor, change, open !== null),
  };
}

function rights(actor: Actor, change: ChangeRow, isOpen: boolean): SignOffView['may'] {
  const step = (id: StepId) =>
    transition(change.status, STEPS[id].move).ok && STEPS[id].needs.some((permission) => can(actor, permission));
  const proposes = can(actor, 'change:propose');
  const putNow = transition(change.status, 'present_options').ok || change.status === 'options_ready';
  return {
    put: proposes && !isOpen && (putNow || change.status === 'in_implementation'),
    ...{ leave: step('leave'), sendBack: step('send-back'), hold: step('hold'), resume: step('resume') },
    ...{ revoke: step('revoke'), takeUp: step('take-up') },
    confirm: acceptsAnswers(change.status) && (can(actor, 'change:sign') || can(actor, 'change:answer')),
    dissent: can(actor, 'change:sign') && change.status !== 'draft' && change.status !== 'closed',
    answer: can(actor, 'change:sign'),
  };
}

async function penFor(
  tx: Tx,
  actor: Actor,
  {
    change,
    open,
    route,
    signed,
  }: { change: ChangeRow; open: RoundRow; route: ChangeRoute; signed: readonly SignatureRow[] },
): Promise<{ slots: Pick<PenView, 'slots' | 'people'> | null; penless: SignOffView['penless'] } | null> {
  const ways = await waysToSign(tx, actor, today());
  if (ways.length === 0) return null;
  const live = signed.filter(({ roundId, voidedAt }) => roundId === open.id && voidedAt === null);
  const decision = decide(route.places, live);
  const missing = decision.state === 'waiting' ? decision.missing : [];
  const found = missing.flatMap((place) => {
    const way = ways.find(({ role }) => MAY_TAKE[place.slot].some((one) => one === role));
    if (!way || (place.slot !== 'author' && change.proposerId === actor.userId)) return [];
    const as = way.delegation ? `for ${onBehalfWords(way.delegation)}` : `as ${ROLE_LABELS[way.role]}`;
    return [
      { slot: place.slot as SlotId, label: place.label, as, meanings: meaningChoices(place.slot, place.decides) },
    ];
  });
  // One's own place first: it is chosen unless another is.
  const rank = ({ slot }: { slot: SlotId }) => (ROLE_OF_SLOT[slot] === actor.role ? 0 : 1);
  const slots = [
    ...found.sort((a, b) => rank(a) - rank(b)),
    {
      slot: 'witness' as const,
      label: SLOT_LABELS.witness,
      as: `as ${ROLE_LABELS[actor.role]}`,
      meanings: meaningChoices('witness', false),
    },
  ];
  const pen = await penOf(tx, actor);
  if (!pen.ok) return { slots: null, penless: { message: pen.message, mend: pen.mend } };
  const people = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.orgId, actor.orgId), eq(users.active, true)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500);
  return { slots: { slots, people }, penless: null };
}

const meaningChoices = (slot: SlotId, decides: boolean) =>
  meaningsOf(slot, decides).map((value) => ({ value, label: MEANING_LABELS[value] }));

async function snapshotNumber(tx: Tx, orgId: string, changeId: string, sha256: string): Promise<number | null> {
  const [row] = await tx
    .select({ number: changeSnapshots.number })
    .from(changeSnapshots)
    .where(
      and(eq(changeSnapshots.orgId, orgId), eq(changeSnapshots.changeId, changeId), eq(changeSnapshots.sha256, sha256)),
    );
  return row?.number ?? null;
}
