/**
 * MHRA, Health Institution Exemption for general medical devices (17 December 2025): table UK-E, in the order in which it
 * is walked (E1, E2, E3, E9, E4, E5, E6, E7; E8 beside it). For general devices it is guidance and enforcement
 * discretion, not statute. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';
import { exemptionNodes, exemptionOutcomes } from './exemption-table';

const exemption = citing('uk_hie');
const exemptionNews = citing('uk_hie_news');
const own = citing('changemark');

export const healthInstitutionExemption = chart({
  instrument: 'UK-HIE',
  name: 'Health institution exemption',
  title: 'MHRA: health institution exemption for general medical devices (table UK-E)',
  jurisdiction: 'GB',
  edition: '17 December 2025',
  issued: '2025-12-17',
  inForce: { from: '2025-12-17', to: null },
  source: 'uk_hie',
  addressee: 'Health institutions in Great Britain that make or alter devices for their own patients',
  answers: 'who',
  start: 'UK-E1',
  nodes: {
    ...exemptionNodes,
  },
  outcomes: {
    'O-ASK': {
      tier: 'hold',
      meaning: 'stop, ask the supplier, compensate meanwhile',
      label: 'no exemption: buy or ask',
      obligations: [
        {
          who: 'hospital',
          must: 'Do not use the exemption: buy the device that meets the need, or ask the supplier for the change.',
          cite: exemption('leading practice, market scanning'),
          confidence: 'V',
          due: 'before making or altering the device',
        },
        {
          who: 'hospital',
          must: 'derived: run compensating controls in the environment meanwhile, with an exception record and a review date.',
          cite: own('O-ASK'),
          confidence: 'D',
          due: 'until the supplier has answered',
        },
      ],
      evidence: [
        'Market scan with its result',
        'Request letter and date',
        'Interim controls; exception record with review date',
      ],
      notes: [],
    },
    ...exemptionOutcomes,
  },
  aids: [
    {
      id: 'UK-E8',
      asks: "Does a third party do the work on the institution's behalf?",
      when: 'third_party_makes_device',
      remark: 'Check that the agreement keeps the institution as the manufacturer and condition 2 intact.',
      cite: exemptionNews('third-party expectations'),
      confidence: 'V',
    },
  ],
  principles: [
    {
      id: 'UK-D7',
      text: 'The law in force exempts health institutions in so many words for in vitro diagnostics only (regulation 33). To general devices the MHRA extends the idea by guidance; legislation is to follow.',
      cite: exemption('general information'),
      confidence: 'V',
    },
    {
      id: 'UK-HIE legal quality',
      text: 'For general devices the exemption is guidance with enforcement discretion: the MHRA does not prioritise enforcement where leading practice is followed. It is no statutory right. On the update of 20 January 2026 see UK-E2.',
      cite: exemption('general information; leading practice guidelines'),
      confidence: 'V',
    },
    {
      id: 'UK-HIE five principles',
      text: 'Quality management system, traceability, essential requirements, technical documentation, performance monitoring.',
      cite: exemptionNews('five principles'),
      confidence: 'V',
    },
    {
      id: 'UK-HIE re-scan',
      text: 'The market scan is repeated periodically, at a frequency set by the risk.',
      cite: exemption('leading practice, market scanning'),
      confidence: 'V',
    },
    {
      id: 'UK-HIE earlier guidance',
      text: 'The earlier guidance on in-house manufacture is replaced.',
      cite: exemption('introduction'),
      confidence: 'V',
    },
    {
      id: 'UK-HIE exceptional use',
      text: 'Exceptional use authorisation is another route: it supplies a non-compliant device, and is not this exemption.',
      cite: exemption('general information'),
      confidence: 'V',
    },
    {
      id: 'UK-HIE security use',
      text: 'derived: a hospital that puts its own build of another operating system on a device is far closer to this exemption, or to full manufacturer duties, than to maintenance. An ordinary patch, agent or setting is not.',
      cite: own('security use of the exemption'),
      confidence: 'D',
    },
    {
      id: 'UK-HIE modifying',
      text: 'Modifying an existing device is within the exemption, not only making a new one.',
      cite: exemptionNews('modifying existing devices'),
      confidence: 'V',
    },
    {
      id: 'UK-V12',
      text: 'Part 4A on vigilance does not reach devices made in-house; Yellow Card is used voluntarily.',
      cite: citing('uk_pms_guidance')('part A'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'UK-E9 is asked after UK-E3, as the book says: the guidance is not for in vitro diagnostics, for which regulation 33 asks conditions 1 and 2 only.',
    'For England, Scotland and Wales. Institutions in Northern Ireland follow EU MDR Art. 5(5) with MDCG 2023-1.',
    'Hold: the general information once said that the MHRA may decline to prioritise enforcement for some take-home uses; the page lists an update of 20 January 2026 that removed a sentence of this kind. UK-E2 answered no therefore ends in full duties.',
    'derived: UK-E8 is a remark, because the answer does not decide: where a third party does the work, the agreement does.',
    'The same table stands inside table UK-H, where UK-H9 leads to it; rows and rules are the same.',
    'Not all illustrative examples were seen; whether one of them speaks of modifying a marked device is not known (open point 6).',
    'Part of the general leading practice is quoted second-hand (RQA summary of the MHRA news (2025), for UK-E7).',
  ],
});
