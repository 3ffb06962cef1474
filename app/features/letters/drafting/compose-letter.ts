/**
 * From material to letter: the model that is printed and the form that is answered, both from one list of questions.
 * Pure: the same material gives the same letter, and what is not known is left as a marked blank.
 */

import type { InterimControlsNotice } from '../../../../documents/interim-controls-notice/model';
import type { AskingLetter, LetterBase, NoticeLetter } from '../../../../documents/parts/letter-model';
import { interimControls } from '../interim-controls';
import { kindsOf, stillPossible, whatWePropose } from '../letter-words';
import type { ReplyForm, ReplyQuestion } from '../reply-form';
import { linesOf, paragraphsOf } from '../templates/fill';
import { type Asked, numbered } from './asked';
import { asksOf } from './asks-of-letter';
import { blank, deviceOf, devicesAnnex, devicesInWords, orBlank, unitsInWords, vulnerabilitiesOf } from './devices';
import { documentsOf, FORMATS, flowsOf, lifecycleOf, protectionOf } from './kind-parts';
import { type Framed, fieldValues, framed, subjectInWords } from './letter-frame';
import type { LetterMaterial } from './material';

export interface Composed {
  model: LetterBase;
  form: ReplyForm | null;
  /** The subject as one line, for lists and e-mail. */
  subject: string;
}

function proposalOf(material: LetterMaterial): AskingLetter['proposal'] {
  const { matters, models } = material;
  const [first, ...others] = matters;
  if (first && others.length === 0) {
    return whatWePropose({
      dossier: first.dossier,
      ...(first.description ? { description: first.description } : {}),
      ...(first.neededBy ? { neededBy: first.neededBy } : {}),
      ...(first.units ? { units: first.units } : {}),
    });
  }
  if (first) {
    return matters.map(({ dossier, reference, units }) => ({
      label: reference ?? 'Change',
      value: orBlank(
        [
          dossier.change?.title?.trim(),
          deviceOf(dossier),
          dossier.device?.software?.version && `software ${dossier.device.software.version}`,
          units?.count !== undefined && unitsInWords(units.count),
        ]
          .filter(Boolean)
          .join(' – '),
        'the change, exactly',
      ),
    }));
  }
  const ids = vulnerabilitiesOf(material).map(({ cve }) => cve);
  return [
    { label: models.length > 1 ? 'Devices' : 'Device', value: orBlank(devicesInWords(material), 'device') },
    ...(ids.length > 0 ? [{ label: 'Vulnerabilities', value: ids.join(', ') }] : []),
  ];
}

const controlsOf = ({ controls, matters }: LetterMaterial): AskingLetter['annexes']['controls'] =>
  controls ??
  interimControls([...new Set(matters.flatMap(({ dossier }) => kindsOf(dossier)))]).map((one) => ({
    ...one,
    state: blank('in place? since'),
  }));

/** The form of these questions; null while the letter has no reference to answer under. */
export function formOf(material: LetterMaterial, questions: ReplyQuestion[]): ReplyForm | null {
  if (!material.reference || questions.length === 0) return null;
  return {
    changemark_reply: 1,
    reference: material.reference,
    version: material.version ?? 'v1.0',
    organisation: material.sender?.organisation ?? '',
    supplier: material.recipient?.organisation ?? material.matters[0]?.dossier.device?.manufacturer ?? '',
    answer_by: material.answer.date,
    questions,
  };
}

/** A letter with these questions; `more` is what only its kind says. */
export function askingLetter(
  material: LetterMaterial,
  asks: { asked: readonly Asked[]; deciding: number },
  more: object = {},
): Composed {
  const { asked } = asks;
  const { base, texts }: Framed = framed(
    material,
    fieldValues(material, { all: asked.length, deciding: asks.deciding }),
  );
  const print = numbered(asked);
  const form = formOf(material, print.questions);
  const several = material.matters.length > 1;
  const model: AskingLetter = {
    ...base,
    acknowledge: material.acknowledge,
    answer: material.answer,
    why: [
      ...paragraphsOf(texts.opening),
      ...material.matters.flatMap(
        ({ result, dossier }) => stillPossible(result, several ? deviceOf(dossier) : undefined) ?? [],
      ),
    ],
    proposal: proposalOf(material),
    deciding: { intro: 'Please tick one answer each and add what we should read.', questions: print.deciding },
    further: {
      intro: 'These complete the file; a tick is enough where nothing else is to be said.',
      blocks: print.blocks,
    },
    silence: linesOf(texts.silence),
    reply: [
      ...(material.replyAt ? [`Answer at ${material.replyAt}; no account is needed.`] : []),
      ...linesOf(texts.reply),
    ],
    annexes: {
      devices: devicesAnnex(material),
      vulnerabilities: vulnerabilitiesOf(material).map(({ cve, cvss, what }) => ({
        id: cve,
        score: cvss ?? 'none given',
        ...(what ? { what } : {}),
      })),
      controls: controlsOf(material),
      clauses: print.clauses,
    },
    ...(form ? { form } : {}),
    ...more,
  };
  return { model, form, subject: subjectInWords(base.subject) };
}

const PARTS: Partial<Record<LetterMaterial['kind'], (material: LetterMaterial) => object>> = {
  'malware-protection-request': protectionOf,
  'network-compatibility-request': ({ models }) => ({ flows: flowsOf(models) }),
  'security-documents-request': (material) => ({ documents: documentsOf(material) }),
  'lifecycle-request': (material) => ({ lifecycle: lifecycleOf(material) }),
  'vulnerability-position-request': () => ({ formats: FORMATS }),
};

function notice(material: LetterMaterial): Composed {
  const { base, texts } = framed(material, fieldValues(material, { all: 0, deciding: 0 }));
  const model: InterimControlsNotice & NoticeLetter = {
    ...base,
    ask: texts.ask,
    paragraphs: paragraphsOf(texts.opening),
    next: linesOf(texts.next_steps),
    about: proposalOf(material),
    controls: controlsOf(material),
    effects: [
      'Your remote service reaches the device only through a session that we open, with a second factor.',
      'Connections that are not on our list are refused; tell us which your service needs.',
      'Files come onto the device only from media that we have checked.',
    ],
    devices: devicesAnnex(material),
  };
  return { model, form: null, subject: subjectInWords(base.subject) };
}

/** The letter of a kind that stands on its own. Kinds that follow another letter are written from that letter. */
export const composeLetter = (material: LetterMaterial): Composed =>
  material.kind === 'interim-controls-notice'
    ? notice(material)
    : askingLetter(material, asksOf(material), PARTS[material.kind]?.(material));
