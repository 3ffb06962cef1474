/** One letter as its page shows it: where it stands, what it asks, what came back, what may be done. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letters } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { actsOn } from '../changes/change-history.server';
import { mailSettings } from '../mail/mail-settings.server';
import { today } from '../today';
import { countBlanks } from './blanks';
import { hasLeft } from './has-left.server';
import { letterActs } from './letter-acts';
import { LETTER_KIND_WORDS } from './letter-kinds';
import {
  around,
  campaignOf,
  changesOf,
  clocksOf,
  deliveriesOf,
  linksOf,
  modelsOf,
  repliesOf,
} from './letter-parts.server';
import { type LetterRow, versionInWords } from './letter-row.server';
import type { LetterView, VersionView } from './letter-view';
import { questionsOf } from './questions-of.server';
import { type LetterVersion, versionsOf } from './read-version.server';
import { sealInWords } from './seal-words';
import { whyNotApprove } from './why-not-approve';

const LATEST_ACTS = 20;

/**
 * Null when there is no such letter in the actor's organisation.
 * @param wanted number of the version to show; the one in force when absent or unknown
 */
export const getLetter = (actor: Actor, id: string, wanted: number | null = null): Promise<LetterView | null> =>
  inOrganisation(actor, async (tx) => {
    const [letter] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.orgId, actor.orgId), eq(letters.id, id)));
    if (!letter) return null;
    const versions = await versionsOf(tx, actor.orgId, id);
    const current = versions.find(({ number }) => number === letter.currentNumber);
    if (!current) throw new Error(`${letter.reference} has no version ${letter.currentNumber}`);
    const shown = versions.find(({ number }) => number === wanted) ?? current;
    const lastIssued = Math.max(0, ...versions.filter(({ status }) => status === 'issued').map(({ number }) => number));
    const left = await hasLeft(tx, letter);
    return {
      ...head(letter),
      ...(await parts(tx, letter)),
      currentNumber: letter.currentNumber,
      shown: {
        ...versionView(id, shown, lastIssued),
        model: shown.model as object,
        blanks: countBlanks(shown.model),
        legacy: isLegacy(letter, shown),
      },
      versions: versions.map((version) => versionView(id, version, lastIssued)),
      history: (await actsOn(tx, actor.orgId, [id], { limit: LATEST_ACTS })).map((entry) => ({
        ...entry,
        // On its own page a letter need not be named.
        detail: entry.detail.replace(letter.reference, '').replace(/^, /, ''),
      })),
      acts: actsFor(actor, letter, current, { left, inForce: lastIssued > 0 && current.status !== 'issued' }),
      mailReady: mailSettings() !== null,
      today: today(),
    };
  });

/** Drafts from before answers were kept as data ask questions without a form to answer. */
const isLegacy = (letter: LetterRow, version: LetterVersion): boolean =>
  version.form === null && LETTER_KIND_WORDS[letter.kind].asks;

const head = (letter: LetterRow) => ({
  id: letter.id,
  reference: letter.reference,
  kind: letter.kind,
  status: letter.status,
  asks: LETTER_KIND_WORDS[letter.kind].asks,
  subject: letter.subject,
  severity: letter.severity,
  supplier: { id: letter.supplierId, name: letter.supplierName },
  recipient: { name: letter.recipientName, email: letter.recipientEmail },
  authorName: letter.authorName,
  createdAt: letter.createdAt.toISOString(),
  sentAt: letter.sentAt?.toISOString() ?? null,
  nextDue: letter.nextDue,
  questionsAsked: letter.questionsAsked,
  questionsOpen: letter.questionsOpen,
});

async function parts(tx: Tx, letter: LetterRow) {
  const [changes, models, campaign, relatives, questions, deliveries, links, clocks, replies] = await Promise.all([
    changesOf(tx, letter),
    modelsOf(tx, letter),
    campaignOf(tx, letter),
    around(tx, letter),
    questionsOf(tx, letter),
    deliveriesOf(tx, letter),
    linksOf(tx, letter),
    clocksOf(tx, letter),
    repliesOf(tx, letter),
  ]);
  return { changes, models, campaign, ...relatives, questions, deliveries, links, clocks, replies };
}

function versionView(letterId: string, version: LetterVersion, lastIssued: number): VersionView {
  return {
    number: version.number,
    words: versionInWords(version.number),
    status: version.status,
    revision: version.revision,
    whatChanged: version.whatChanged,
    createdAt: version.createdAt.toISOString(),
    createdByName: version.createdByName,
    approvedAt: version.approvedAt?.toISOString() ?? null,
    approvedByName: version.approvedByName,
    approvedSha256: version.approvedSha256,
    issuedAt: version.issuedAt?.toISOString() ?? null,
    pages: version.pages,
    sha256: version.sha256,
    seal: sealInWords(version),
    superseded: version.number < lastIssued,
    download: version.status === 'issued' ? `/files/letters/${letterId}/${version.number}.pdf` : null,
  };
}

function actsFor(actor: Actor, letter: LetterRow, current: LetterVersion, past: { left: boolean; inForce: boolean }) {
  const approve = whyNotApprove({
    status: letter.status,
    version: {
      ...current,
      characters: JSON.stringify(current.model).length,
      asks: LETTER_KIND_WORDS[letter.kind].asks,
    },
    userId: actor.userId,
    mayApprove: can(actor, 'letter:approve'),
  });
  return letterActs({
    kind: letter.kind,
    status: letter.status,
    approve,
    issued: current.status === 'issued',
    ...past,
    legacy: isLegacy(letter, current),
    may: { draft: can(actor, 'document:draft'), send: can(actor, 'letter:send') },
  });
}
