/**
 * AI Act, Regulation (EU) 2024/1689 as amended in 2026: is a change to a device with AI a substantial modification?
 * Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const act = citing('ai_act');
const answers = citing('mdcg_2025_6');

const MODIFICATION = 'Substantial modification';

const OURS = "interpretation, not the authority's words: ";

const RECORD = [
  'Whether the device is, or contains, a high-risk AI system, with the reason',
  'Each question with its answer and the reason; plan of predetermined changes, if there is one',
];

export const aiAct = chart({
  instrument: 'EU-AIA',
  name: 'AI Act',
  title: 'AI Act, Regulation (EU) 2024/1689 as amended 2026: substantial modification',
  jurisdiction: 'EU',
  edition: 'as amended by the act signed on 8 July 2026',
  issued: '2026-07-08',
  inForce: { from: '2026-07-08', to: null },
  source: 'ai_act',
  addressee: 'Providers of high-risk AI systems; whoever modifies one substantially becomes the provider',
  answers: 'law',
  start: 'AI-1',
  nodes: {
    'AI-1': {
      kind: 'step',
      part: MODIFICATION,
      asks: 'Is the AI a device, or the safety component of one, that needs a notified body under the MDR or IVDR?',
      short: 'high-risk AI system?',
      cite: act('Art. 6(1)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'technical documentation; certificate',
      rule: { yes: 'is_high_risk_ai_system' },
      yes: 'AI-5',
      no: 'out_of_scope',
      subRules: [
        {
          id: 'AI-1-a',
          text: 'Both halves are needed; devices made in-house under Art. 5(5) MDR are not high-risk.',
          cite: answers('questions 2 and 35'),
          confidence: 'V',
          answer: 'no',
          when: 'not is_high_risk_ai_system',
        },
      ],
    },
    'AI-5': {
      kind: 'step',
      part: MODIFICATION,
      asks: 'Was the change predetermined by the manufacturer and assessed in the first conformity assessment?',
      short: 'predetermined and assessed?',
      cite: act('Art. 43(4), Annex IV 2(f)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'plan of predetermined changes in the technical documentation; certificate',
      rule: { yes: 'covered_by_authorised_change_plan' },
      yes: 'not_substantial_modification',
      no: 'AI-3',
      subRules: [
        {
          id: 'AI-5-a',
          text: 'Nor do such changes count as ones under Annex IX, 4.10 of the MDR or 4.11 of the IVDR.',
          cite: answers('question 30'),
          confidence: 'V',
          answer: 'yes',
          when: 'covered_by_authorised_change_plan',
        },
      ],
    },
    'AI-3': {
      kind: 'step',
      part: MODIFICATION,
      asks: 'Does the change, made after placing on the market and not foreseen at the start, affect compliance with the high-risk requirements, or change the intended purpose?',
      short: 'compliance or purpose affected?',
      cite: act('Art. 3(23)'),
      confidence: 'M',
      who: 'manufacturer',
      foundIn: 'change assessment; technical documentation of the AI system',
      rule: { yes: 'affects_ai_compliance or change_domains includes intended_purpose' },
      yes: 'substantial_modification',
      no: 'not_substantial_modification',
      subRules: [
        {
          id: 'AI-3-a',
          text: `${OURS}a pure security patch normally touches neither; retraining or another model is no security patch.`,
          cite: act('Art. 3(23)'),
          confidence: 'i',
          answer: 'no',
          when: 'not affects_ai_compliance and not change_domains includes intended_purpose and solely_strengthens_cybersecurity',
        },
      ],
    },
  },
  outcomes: {
    out_of_scope: {
      tier: 'record',
      meaning: 'the test does not apply; keep the reason',
      label: 'no high-risk AI system',
      obligations: [
        {
          who: 'manufacturer',
          must: `${OURS}keep the reason why it is no high-risk AI system.`,
          cite: act('Art. 6(1)'),
          confidence: 'i',
          due: null,
        },
      ],
      evidence: RECORD,
      notes: [],
    },
    not_substantial_modification: {
      tier: 'record',
      meaning: 'no new conformity assessment under the AI Act',
      label: 'no substantial modification',
      obligations: [
        {
          who: 'manufacturer',
          must: `${OURS}record the reasoning, and where a plan covers the change, which part of it.`,
          cite: act('Art. 43(4)'),
          confidence: 'i',
          due: null,
        },
      ],
      evidence: RECORD,
      notes: ['The change can still need approval under the MDR (EU-MDR-CERT).'],
    },
    substantial_modification: {
      tier: 'recertify',
      meaning: 'new conformity assessment under the AI Act',
      label: 'substantial modification',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Undergo a new conformity assessment under the AI Act (AI-4).',
          cite: act('Art. 43(4), with MDCG 2025-6 question 29'),
          confidence: 'V',
          due: 'before the changed system is placed on the market, from 2 August 2028 on',
        },
        {
          who: 'hospital',
          must: 'from memory: know that whoever else modifies it substantially, or gives it a high-risk purpose, becomes the provider (AI-6).',
          cite: act('Art. 25(1)(b), (c)'),
          confidence: 'M',
          due: 'before the change is made',
        },
      ],
      evidence: [...RECORD, 'New conformity assessment of the changed AI system'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'AI-2',
      text: 'High-risk duties for such products apply from 2 August 2028 (moved from 2027 by the omnibus adopted on 29 June and signed on 8 July 2026). Devices stay in Section A of Annex I for now.',
      cite: act('Art. 113 as amended'),
      confidence: 'V',
    },
    {
      id: 'AI-4',
      text: 'A substantial modification needs a new conformity assessment.',
      cite: answers('question 29'),
      confidence: 'V',
    },
    {
      id: 'AI-6',
      text: 'from memory: somebody else who modifies it substantially, or turns it into a high-risk system by another purpose, becomes the provider.',
      cite: act('Art. 25(1)(b), (c)'),
      confidence: 'M',
    },
    {
      id: 'AI-7',
      text: 'A system marketed before that date is reached by the duties only once its design changes significantly on or after it.',
      cite: act('Art. 111(2), with MDCG 2025-6 question 31'),
      confidence: 'V',
    },
    {
      id: 'AI-8',
      text: 'Guidelines of the Commission on substantial modification are announced; none was seen published.',
      cite: act('Art. 96(1)(c)'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Hold (known ambiguity 15): dates rest on the amending act signed on 8 July 2026, whose number in the Official Journal was not seen. Until 2 August 2028 the result is a look ahead.',
    'Question AI-3 is from memory. Guidelines on it (AI-8) may settle what is open here.',
    'derived: AI-5 is asked before AI-3, because a predetermined change is by definition no substantial modification.',
    'AI-7 is not walked: whether a significant design change brings an older system under the duties has to be judged beside this chart.',
  ],
});
