/**
 * MDCG 2020-3, first edition (March 2020): the text that Rev.1 replaced in May 2023, kept so that a decision of those
 * years can be judged by the questions of its time. Only summaries of it were read. What they name as different stands
 * here in full (charts B and C, no box MC-0); all else is taken over from Rev.1 and marked second-hand.
 */
import { type ChartNode, type Confidence, chart, type OutcomeDefinition, type SubRule } from '../../chart';
import { citing } from '../../sources';
import { mdcg20203Rev1 } from './mdcg-2020-3.rev1-2023-05';

const doc = citing('mdcg_2020_3_first');

const B = 'Chart B: design';
const C = 'Chart C: software';
const DESIGN_FILES = "manufacturer's change description; risk management file; clinical evaluation";

const OURS = "interpretation, not the authority's words: ";

const later = mdcg20203Rev1.nodes;
const ends = mdcg20203Rev1.outcomes;

/** Seen in Rev.1 only: for the edition before it, that is second-hand. */
function secondHand(mark: Confidence): Confidence {
  return mark === 'V' ? 'V2' : mark === 'V/i' ? 'V2/i' : mark;
}

/** A box that no summary names as different, with its arrows in this edition and the marks of a second-hand reading. */
function same<Target extends string>(id: keyof typeof later, yes: Target, no: Target): ChartNode<Target> {
  const { subRules, ...node } = later[id];
  return {
    ...node,
    confidence: secondHand(node.confidence),
    yes,
    no,
    ...(subRules ? { subRules: withMarks(subRules) } : {}),
  };
}

function withMarks(subRules: readonly SubRule[]): SubRule[] {
  return subRules.map((sub) => ({ ...sub, confidence: secondHand(sub.confidence) }));
}

/** An outcome as in Rev.1, its duties marked second-hand. */
function sameEnd(end: OutcomeDefinition): OutcomeDefinition {
  return {
    ...end,
    obligations: end.obligations.map((duty) => ({ ...duty, confidence: secondHand(duty.confidence) })),
  };
}

/** Sub-rules of Rev.1, by their ids: its merged question C4 was two questions before. */
function glosses(ids: readonly string[]): SubRule[] {
  return withMarks((later.C4.subRules ?? []).filter(({ id }) => ids.includes(id)));
}

export const mdcg20203First = chart({
  instrument: 'EU-MDCG-2020-3-R1',
  name: 'MDCG 2020-3 (March 2020)',
  title: 'MDCG 2020-3, first edition: significant changes to legacy devices',
  jurisdiction: 'EU',
  edition: 'First edition, March 2020',
  issued: '2020-03',
  inForce: { from: '2020-03-01', to: '2023-05-11' },
  source: 'mdcg_2020_3_first',
  addressee: 'Manufacturers of devices with a certificate under the old directives; notified bodies read it as well',
  answers: 'law',
  start: 'ND-1',
  nodes: {
    'ND-1': same('ND-1', 'no_design_change', 'ND-2'),
    'ND-2': same('ND-2', 'out_of_scope', 'GN-2'),
    'GN-2': same('GN-2', 'not_significant', 'GN-3'),
    'GN-3': same('GN-3', 'not_significant', 'GN-4'),
    'GN-4': same('GN-4', 'not_significant', 'MC-A'),
    'MC-A': same('MC-A', 'A1', 'MC-B'),
    A1: same('A1', 'MC-B', 'A2'),
    A2: same('A2', 'significant', 'A3'),
    A3: same('A3', 'significant', 'A4'),
    A4: same('A4', 'significant', 'MC-B'),
    'MC-B': same('MC-B', 'B1', 'MC-C'),
    B1: { ...same('B1', 'significant', 'B2'), cite: doc('Chart B') },
    B2: {
      kind: 'step',
      part: B,
      asks: 'Are there new risks that need control measures, or are known risks affected for the worse?',
      short: 'new risks that need control?',
      cite: doc('Chart B'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: DESIGN_FILES,
      rule: { yes: 'new_hazard or risk_raised' },
      yes: 'significant',
      no: 'B3',
      subRules: [
        {
          id: '3.13 Chart B, risks',
          text: `${OURS}a new risk that needs a control measure is read as a hazard that was not identified before. Rev.1 asks for the benefit/risk ratio instead.`,
          cite: doc('Chart B, as summarised'),
          confidence: 'V2/i',
        },
      ],
    },
    B3: {
      kind: 'step',
      part: B,
      asks: 'Are further clinical data or usability data needed to support safety and performance?',
      short: 'further clinical or usability data?',
      cite: doc('Chart B'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: DESIGN_FILES,
      rule: { yes: 'clinical_data_needed in {confirmatory, substantial, entirely_new}' },
      yes: 'significant',
      no: 'MC-C',
      subRules: [
        {
          id: '3.13 Chart B, data',
          text: 'Rev.1 no longer asks for data.',
          cite: doc('Chart B, as summarised'),
          confidence: 'V2',
        },
      ],
      note: `${OURS}no fact stands for usability data by themselves: they are counted with the clinical data.`,
    },
    'MC-C': same('MC-C', 'C1', 'MC-D'),
    C1: { ...same('C1', 'significant', 'C2'), cite: doc('Chart C') },
    C2: { ...same('C2', 'significant', 'C3'), cite: doc('Chart C') },
    C3: { ...same('C3', 'significant', 'C4'), cite: doc('Chart C') },
    C4: {
      kind: 'step',
      part: C,
      asks: 'Is there a new diagnostic or therapeutic feature, or a new channel of interoperability?',
      short: 'new medical feature or channel?',
      cite: doc('Chart C'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'release note; instructions for use of both versions; MDS2 CONN-1 to CONN-8 for channels',
      rule: { yes: 'new_feature = medical or new_interoperability_channel' },
      yes: 'significant',
      no: 'C5',
      subRules: glosses(['C4-c', 'C4-d', 'C4-e']),
      note: 'Rev.1 merged this question and the next one into its C4.',
    },
    C5: {
      kind: 'step',
      part: C,
      asks: 'Is there a new user interface, or a new way of presenting medical data?',
      short: 'new interface or presentation?',
      cite: doc('Chart C'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'release note; instructions for use of both versions',
      rule: {
        yes: 'ui_change = new_interface or new_data_presentation or (changes_interpretation_of_data and may_alter_diagnosis_or_therapy)',
      },
      yes: 'significant',
      no: 'MC-D',
      subRules: [
        ...glosses(['C4-a', 'C4-b']),
        {
          id: '3.13 minor changes',
          text: `${OURS}after this question the chart has a box for minor changes. It is read as the description of what is left, not as a further question: five times no leads on.`,
          cite: doc('Chart C, last box'),
          confidence: 'V2/i',
        },
      ],
      note: 'This is not the C5 of Rev.1: the benefit/risk ratio is not asked in Chart C of this edition.',
    },
    'MC-D': same('MC-D', 'D1', 'MC-E'),
    D1: same('D1', 'significant', 'D2'),
    D2: same('D2', 'significant', 'D3'),
    D3: same('D3', 'significant', 'D4'),
    D4: same('D4', 'significant', 'MC-E'),
    'MC-E': same('MC-E', 'E1', 'CM'),
    E1: same('E1', 'significant', 'E2'),
    E2: same('E2', 'significant', 'E3'),
    E3: same('E3', 'significant', 'E4'),
    E4: same('E4', 'E5', 'CM'),
    E5: same('E5', 'CM', 'significant'),
    CM: same('CM', 'ask_nb', 'not_significant'),
  },
  outcomes: {
    no_design_change: sameEnd(ends.no_design_change),
    out_of_scope: sameEnd(ends.out_of_scope),
    not_significant: {
      ...sameEnd(ends.not_significant),
      // The end dates of Rev.1 came with Regulation (EU) 2023/607, after this edition.
      notes: ends.not_significant.notes.filter((note) => !note.includes('MC-0') && !note.includes('T2 to T4')),
    },
    significant: {
      ...sameEnd(ends.significant),
      // Rev.1 names the acceptance of an authority as a way out; this edition has no box for it.
      obligations: sameEnd(ends.significant).obligations.map((duty) =>
        duty.must.includes('acceptance of the competent authority')
          ? { ...duty, must: 'Otherwise drop or redesign the change.', cite: doc('as summarised'), confidence: 'V2/i' }
          : duty,
      ),
    },
    ask_nb: sameEnd(ends.ask_nb),
  },
  aids: mdcg20203Rev1.aids.map((aid) => ({ ...aid, confidence: secondHand(aid.confidence) })),
  principles: [
    ...mdcg20203Rev1.principles
      .filter(({ id }) => id.startsWith('PR-'))
      .map((one) => ({ ...one, confidence: secondHand(one.confidence) })),
    {
      id: '3.13 intention',
      text: 'Chart C drew on the rules for the identification of software in MDR Annex VI Part C 6.5; Rev.1 keeps the content and rewords it.',
      cite: doc('as summarised'),
      confidence: 'V2',
    },
  ],
  readingNotes: [
    'Only summaries of this edition were read. Charts B and C and the absence of MC-0 follow them (V2). Everything else is taken over from Rev.1, cited where it was read, and marked second-hand: it may have been worded or numbered otherwise in March 2020.',
    `${OURS}of the three questions of Chart B the summaries fix one number only: new risks were B2. The control mechanism keeps the number it has in Rev.1, the further data take the third; no outcome depends on that order.`,
    'Hold: the copies seen have no box for a corrective action that an authority accepted (MC-0 of Rev.1). Whether its text let such an action pass all the same is not known, so it is not asked here.',
    'Hold: the box for minor changes after C5 is not walked; see there.',
    `${OURS}the narrowed tests C1-a to C4-e come from the text of Rev.1; they are applied to this edition too, for want of another reading.`,
    `${OURS}with the same facts the editions differ where benefit and risk decide (B2 and C5 of Rev.1), where new risks or further data decide (B2 and B3 here), and where a corrective action was accepted.`,
    'The day of publication in March 2020 was not seen, the first of the month is taken; Rev.1 was published on 12 May 2023. The law it reads was then Art. 120(3) MDR, with the transition ending on 26 May 2024 (the last from memory).',
  ],
});
