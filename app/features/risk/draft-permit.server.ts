/** Making a change permit of a change: from its record, its assessment, its risks, and what a person adds. */
import { eq } from 'drizzle-orm';
import { organisations } from '../../../db/schema/index.server';
import type { PermitSignature } from '../../../documents/change-permit/model';
import type { Actor } from '../../guard/actor';
import { changeKind, readKind } from '../../regulation/kinds/index';
import { timeInWords } from '../../ui/time';
import { lawAnswer, safeAnswer, whoAnswer } from '../assessments/summary';
import { actorLabel } from '../changes/actors';
import { safetyView } from '../changes/statement-views';
import { wardsOf } from '../changes/wards-of.server';
import { type DraftResult, draftDocument } from '../letters/draft-document.server';
import { approvedRound } from '../sign-off/rounds.server';
import { type PrintedSignature, signatureBlocks } from '../sign-off/signature-blocks.server';
import { riskForSnapshot } from './for-snapshot.server';
import { cited, nodeOf, principleOf } from './from-charts.server';
import type { PermitInput } from './permit-form';
import { permitFromChange } from './permit-from-change';

/** Drafts a permit. Refused while the change is a draft; null when it does not exist here. */
export const draftPermit = (actor: Actor, changeId: string, said: PermitInput): Promise<DraftResult | null> =>
  draftDocument(actor, changeId, 'change-permit', async ({ tx, change, dossier, result, assessed, ...material }) => {
    const { statements } = assessed.built;
    const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, actor.orgId));
    const wards = await wardsOf(tx, actor.orgId, changeId);
    const safety = safetyView(change.kinds, statements);
    const { device } = dossier;
    const system = [device?.software?.os?.product, device?.software?.os?.release].filter(Boolean).join(' ');
    const answers = [
      ['Does it disturb the certificate?', lawAnswer(result)],
      ['Who may make it here?', whoAnswer(result)],
      ['Safe to do here, now?', safeAnswer(safety.summary, result)],
    ] as const;
    const model = permitFromChange({
      record: {
        reference: material.reference,
        version: `change version ${change.version}, assessment ${material.assessmentNumber}`,
        date: material.date,
        organisation: { name: organisation?.name ?? '', lines: organisation?.address ?? [] },
        title: change.title,
        kinds: change.kinds.flatMap((word) => {
          const read = readKind(word);
          return read.ok ? [changeKind(read.kind).label] : [];
        }),
        madeBy: change.actor ? actorLabel(change.actor) : '',
        description: change.description,
        vulnerabilities: change.vulnerabilities.map(({ cve }) => cve),
        device: [
          [device?.manufacturer, device?.name, device?.model].filter(Boolean).join(' '),
          device?.software?.version && `software ${device.software.version}`,
          system,
        ]
          .filter(Boolean)
          .join(', '),
        units: unitsInWords(wards),
      },
      allowed: answers.map(([question, { headline, text }]) => ({ question, headline, text })),
      risk: await riskForSnapshot(tx, actor.orgId, changeId),
      said,
      basis: permitBasis(),
      signatures: (await signatureBlocks(tx, actor.orgId, changeId)).map(printed),
      decided: (await approvedRound(tx, actor.orgId, changeId)) !== null,
    });
    return { ok: true, model };
  });

/** What a permit rests on, as the rule library words it. */
export function permitBasis() {
  const permit = principleOf('IEC-80001-1', '4.1 change permit');
  const device = nodeOf('IEC-80001-1', '4.4.4.3').subRules?.[0];
  return [permit, ...(device ? [device] : [])].map(({ text, cite, confidence }) => ({
    text: text.replace(/^from memory: /, ''),
    ...cited(cite, confidence),
  }));
}

/** A signature as the permit prints it: in whose place, and the digest of what it covers. */
const printed = (one: PrintedSignature): PermitSignature => ({
  name: one.name,
  role: one.role,
  meaning: one.meaning,
  signed: timeInWords(one.signedAt),
  note: [one.place, one.onBehalf, `SHA-256 ${one.payloadSha256}`].filter(Boolean).join(' · '),
});

function unitsInWords(wards: readonly { name: string; count: number }[]): string {
  const count = wards.reduce((sum, ward) => sum + ward.count, 0);
  if (count === 0) return '';
  const places = wards.slice(0, 12).map((ward) => `${ward.name || 'place not recorded'} (${ward.count})`);
  const more = wards.length > 12 ? `, and ${wards.length - 12} more places` : '';
  return `${count} ${count === 1 ? 'unit' : 'units'}: ${places.join(', ')}${more}`;
}
