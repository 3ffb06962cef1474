/**
 * Market status in Great Britain: the provisions of the UK Medical Devices Regulations 2002 that accept CE-marked devices
 * (regs 19B, 19C, 30A, 44ZA, 44ZB; expiry in reg 1ZA), read as table UK-M with rows UK-L for old-directive devices. It is
 * answered before the change tables: it says which change rules bind the manufacturer. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const law = citing('uk_mdr_2002');
const amending = citing('uk_si_2023_627');
const summaries = citing('uk_ce_summaries');
const consultation = citing('uk_ce_consultation_2026');
const exemption = citing('uk_hie');
const pms = citing('uk_pms_guidance');
const own = citing('changemark');

const TABLE_M = 'Table UK-M: market-status gate';
const TABLE_L = 'Rows UK-L: old-directive CE devices';

const CERTIFICATE = 'certificate; confirmation of the notified body; declaration of conformity; delivery note';

export const ceRecognition = chart({
  instrument: 'GB-CE',
  name: 'CE recognition in Great Britain',
  title: 'UK MDR 2002 regs 19B, 19C, 30A, 44ZA, 44ZB: market status in Great Britain',
  jurisdiction: 'GB',
  edition: 'as amended July 2023',
  issued: '2023-07',
  inForce: { from: '2023-07-01', to: null },
  source: 'uk_mdr_2002',
  addressee: 'Manufacturers, importers and distributors who place devices on the market of Great Britain',
  answers: 'law',
  start: 'UK-M1',
  nodes: {
    'UK-M1': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Is the unit used in Northern Ireland?',
      short: 'used in Northern Ireland?',
      cite: exemption('introduction'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'asset register; delivery address',
      rule: { yes: 'used_in_northern_ireland' },
      yes: 'GB-NI',
      no: 'UK-M2',
      subRules: [
        {
          id: 'UK-M1-a',
          text: 'Institutions in Northern Ireland follow the European guidance of the Medical Device Coordination Group.',
          cite: exemption('introduction'),
          confidence: 'V',
        },
      ],
    },
    'UK-M2': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Did a health institution make it for its own patients, and was it never placed on the market?',
      short: 'made in-house, never marketed?',
      cite: pms('part A'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'asset register; in-house documentation',
      rule: { yes: 'made_in_house' },
      yes: 'GB-IN-HOUSE',
      no: 'UK-M3',
    },
    'UK-M3': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Does it carry the UK marking (UKCA)?',
      short: 'UKCA mark?',
      cite: law('Schedule 2A paragraph 13'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'label; declaration of conformity',
      rule: { yes: 'gb_marking = ukca' },
      yes: 'GB-UKCA',
      no: 'UK-M4',
      subRules: [
        {
          id: 'UK-M3-a',
          text: 'The directive annexes count as they stood at the end of the transition period, changed by Schedule 2A: approved body for notified body, UK marking for CE.',
          cite: law('reg 2(1A), Schedule 2A'),
          confidence: 'V',
        },
      ],
    },
    'UK-M4': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Is it CE-marked under the EU MDR or IVDR, with a valid basis, and supplied by 30 June 2030?',
      short: 'CE under MDR/IVDR, by June 2030?',
      cite: law('reg 19C; reg 1ZA(2)'),
      confidence: 'V/M',
      who: 'manufacturer',
      foundIn: CERTIFICATE,
      rule: { yes: 'gb_marking in {ce_mdr, ce_ivdr} and certificate_valid and supply_date <= 2030-06-30' },
      yes: 'GB-CE-2030',
      no: 'UK-M5',
      subRules: [
        {
          id: 'UK-M4-a',
          text: 'Acceptance under regulations 19C, 44ZA and 44ZB ends at 23:59 on 30 June 2030, or earlier with the certificate.',
          cite: law('reg 1ZA(2)'),
          confidence: 'V',
          answer: 'no',
          when: 'gb_marking in {ce_mdr, ce_ivdr} and (supply_date > 2030-06-30 or not certificate_valid)',
        },
        {
          id: 'UK-M4-b',
          text: 'from memory: which of these regulations covers which regime was not seen word for word.',
          cite: law('regs 19C, 44ZA, 44ZB'),
          confidence: 'M',
        },
      ],
    },
    'UK-M5': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Is it CE-marked under Directive 93/42/EEC or 90/385/EEC, with a valid or validly extended certificate, and supplied by 30 June 2028?',
      short: 'CE under MDD/AIMDD, by June 2028?',
      cite: summaries('on reg 19B and Regulation (EU) 2023/607'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: CERTIFICATE,
      rule: { yes: 'gb_marking in {ce_mdd, ce_aimdd} and certificate_valid and supply_date <= 2028-06-30' },
      yes: 'UK-L3',
      no: 'UK-M6',
      subRules: [
        {
          id: 'UK-M5-a',
          text: 'Acceptance under regulations 19B and 30A ends at 23:59 on 30 June 2028, or earlier with the certificate.',
          cite: law('reg 1ZA(1)'),
          confidence: 'V',
          answer: 'no',
          when: 'gb_marking in {ce_mdd, ce_aimdd} and (supply_date > 2028-06-30 or not certificate_valid)',
        },
        {
          id: 'UK-L1',
          text: 'The acceptance leans on the CE certificate staying valid under EU law; it may end earlier where EU law makes the certificate invalid.',
          cite: summaries('on reg 19B'),
          confidence: 'V2',
        },
        {
          id: 'UK-M notes (a)',
          text: 'The European sub-dates cap it too: class III and class IIb implantable devices that are not exempt end on 31 December 2027.',
          cite: summaries('class III and IIb implantable'),
          confidence: 'V2',
        },
        {
          id: 'UK-M notes (b)',
          text: 'Directive custom-made devices, and self-declared class I devices and in vitro diagnostics that need no notified body under either regime, lost acceptance on 30 June 2023.',
          cite: summaries('devices that lost acceptance'),
          confidence: 'V2',
        },
      ],
    },
    'UK-L3': {
      kind: 'step',
      part: TABLE_L,
      asks: 'Has a significant change of design or intended purpose been made, by this change or any since 26 May 2021?',
      short: 'significant change by MDCG 2020-3?',
      cite: own('UK-L3, from UK-L1 and UK-L2'),
      confidence: 'D',
      who: 'manufacturer',
      foundIn: "manufacturer's assessment under MDCG 2020-3 Rev.1; confirmation of the notified body",
      rule: { yes: 'legacy_significant_change_made' },
      yes: 'O-LEGACY-STOP',
      no: 'GB-CE-2028',
      subRules: [
        {
          id: 'UK-L2',
          text: 'Regulation (EU) 2023/607 keeps the certificate alive only while, among other things, design and intended purpose are not changed significantly (EU MDR Art. 120(3c)); the test is MDCG 2020-3 Rev.1.',
          cite: summaries('note of BSI on Regulation (EU) 2023/607'),
          confidence: 'V2/M',
        },
        {
          id: 'UK-L3',
          text: 'derived: a significant change therefore ends new supply on the directive basis: certify anew under the EU MDR, or for the UK mark.',
          cite: own('UK-L3'),
          confidence: 'D',
          answer: 'yes',
          when: 'legacy_significant_change_made',
        },
        {
          id: 'UK-L4',
          text: 'from memory: security patches, and servicing updates of the operating system that alter neither design nor purpose, are not significant (chart C); a new operating system may be, where it alters design.',
          cite: citing('mdcg_2020_3_r1')('Chart C'),
          confidence: 'M',
        },
        {
          id: 'UK-L5',
          text: 'derived: units already in a hospital are not withdrawn by this; ask which software version the certificate covers.',
          cite: own('UK-L5'),
          confidence: 'D',
        },
      ],
      note: 'The answer is the result of EU-MDCG-2020-3-R1, the older changes counted. A significant result is carried over; a result of not significant is not, because earlier changes are not known from it.',
    },
    'UK-M6': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Is it a class I device self-declared under Directive 93/42/EEC before 26 May 2021 that needs a notified body under the EU MDR, supplied by 30 June 2028?',
      short: 'class I, upclassified, by June 2028?',
      cite: amending('summaries of MDSS and SCC'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'declaration of conformity with date; classification under the EU MDR',
      rule: {
        yes: 'gb_marking = ce_mdd and directive_device_class = I and declaration_date < 2021-05-26 and notified_body_needed_under_eu_regulation and supply_date <= 2028-06-30',
      },
      yes: 'GB-CE-2028',
      no: 'UK-M7',
      subRules: [
        {
          id: 'UK-M6-a',
          text: 'Meant are upclassified devices (class I software, for example) and reusable surgical instruments.',
          cite: summaries('notes of MDSS and SCC'),
          confidence: 'V2',
        },
        {
          id: 'UK-M6-b',
          text: 'derived: a class I device that needs no notified body under the EU MDR either has no directive basis here since 30 June 2023.',
          cite: own('UK-M6, from UK-M notes (b)'),
          confidence: 'D',
          answer: 'no',
          when: 'gb_marking = ce_mdd and directive_device_class = I and not notified_body_needed_under_eu_regulation',
        },
      ],
    },
    'UK-M7': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Is it an in vitro diagnostic CE-marked under Directive 98/79/EC, with a valid certificate or eligible declaration, and supplied by 30 June 2030?',
      short: 'CE under IVDD, by June 2030?',
      cite: amending('summaries'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: CERTIFICATE,
      rule: { yes: 'gb_marking = ce_ivdd and certificate_valid and supply_date <= 2030-06-30' },
      yes: 'GB-CE-2030',
      no: 'UK-M8',
      subRules: [
        {
          id: 'UK-M7-a',
          text: 'The regulations that accept in vitro diagnostics of the old directive end with those for the new regulations, at 23:59 on 30 June 2030.',
          cite: law('reg 1ZA(2)'),
          confidence: 'V',
          answer: 'no',
          when: 'gb_marking = ce_ivdd and (supply_date > 2030-06-30 or not certificate_valid)',
        },
      ],
    },
    'UK-M8': {
      kind: 'step',
      part: TABLE_M,
      asks: 'Was the unit already in service in the hospital before the date that would end its acceptance?',
      short: 'already in service?',
      cite: law('regs 19B and 19C, "placing on the market"'),
      confidence: 'M',
      who: 'hospital',
      foundIn: 'asset register: date of entry into service',
      rule: { yes: 'unit_already_in_service' },
      yes: 'GB-IN-SERVICE',
      no: 'GB-NOT-ACCEPTED',
      subRules: [
        {
          id: 'UK-M8-a',
          text: 'from memory: the dates bite on placing on the market, not on continued use.',
          cite: law('regs 19B and 19C, "placing on the market"'),
          confidence: 'M',
          answer: 'yes',
          when: 'unit_already_in_service',
        },
        {
          id: 'UK-D5',
          text: 'from memory: a unit is put into service once, when the end user first receives it; a patch does not do it again.',
          cite: law('reg 2(1)'),
          confidence: 'M',
        },
      ],
    },
  },
  outcomes: {
    'GB-NI': {
      tier: 'none',
      meaning: 'Northern Ireland: EU rules govern',
      label: 'Northern Ireland: EU rules',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Follow the European rules, change rules included: CE mark, or CE with the UKNI indication.',
          cite: exemption('introduction'),
          confidence: 'V/M',
          due: null,
        },
        {
          who: 'hospital',
          must: 'Take in-house devices through EU MDR Art. 5(5) with MDCG 2023-1, not through the British exemption.',
          cite: exemption('introduction'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['Place of use', 'CE certificate or declaration; assessment under the EU change rules'],
      notes: [],
    },
    'GB-IN-HOUSE': {
      tier: 'record',
      meaning: 'in-house device: table UK-E',
      label: 'in-house device',
      obligations: [
        {
          who: 'hospital',
          must: 'Run it under the health institution exemption (table UK-E). Part 4A on post-market surveillance does not apply.',
          cite: pms('part A'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['Proof that it was made for own patients and never placed on the market', 'Answers to table UK-E'],
      notes: [],
    },
    'GB-UKCA': {
      tier: 'none',
      meaning: 'UK marking: UK rules and Approved Body',
      label: 'UKCA: UK rules',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Judge the change by the UK rules (UK-MDR-S); the body to turn to is the approved body.',
          cite: law('Schedule 2A paragraph 13'),
          confidence: 'V',
          due: 'before the changed device is placed on the market',
        },
      ],
      evidence: ['UK certificate and declaration of conformity', 'Change assessment under table UK-S'],
      notes: [],
    },
    'GB-CE-2030': {
      tier: 'none',
      meaning: 'CE accepted in GB until 2030-06-30 or earlier certificate end',
      label: 'CE accepted until June 2030',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Judge the change by the EU rules that the certificate stands under, through the notified body (for example EU MDR Annex IX 4.10).',
          cite: law('reg 19C'),
          confidence: 'V/M',
          due: 'before the changed device is placed on the market',
        },
        {
          who: 'manufacturer',
          must: 'Hold a UK basis, or stop supply, when the acceptance or the certificate ends.',
          cite: law('reg 1ZA(2)'),
          confidence: 'V/D',
          due: '30 June 2030, 23:59, or the end of the certificate if that is earlier',
        },
      ],
      evidence: ['CE certificate or eligible declaration with its date', 'Change assessment under the EU rules'],
      notes: [
        'Hold: the consultation of 16 February to 10 April 2026 proposed to recognise devices under the EU MDR and IVDR without an end date. Its result was not found by November 2026; check before the date is relied on (open point 1).',
      ],
    },
    'O-LEGACY-STOP': {
      tier: 'recertify',
      meaning: 'changed device can no longer be placed on the GB market on its directive basis',
      label: 'directive basis ends for new supply',
      obligations: [
        {
          who: 'manufacturer',
          must: 'derived: do not place the changed version on the market of Great Britain on the directive certificate; certify it under the EU MDR or for the UK mark.',
          cite: own('UK-L3'),
          confidence: 'D',
          due: 'before the changed device is placed on the market',
        },
        {
          who: 'hospital',
          must: 'derived: keep the units in service; ask which software version the certificate covers, and do not order the changed version on the old basis.',
          cite: own('UK-L5'),
          confidence: 'D',
          due: 'before the next order',
        },
      ],
      evidence: [
        'Assessment under MDCG 2020-3 Rev.1 with every change since 26 May 2021',
        'Statement of the notified body on the certificate',
        'Software version that the certificate covers',
      ],
      notes: ['derived: the changed device loses its basis for new supply; a unit already supplied does not.'],
    },
    'GB-CE-2028': {
      tier: 'none',
      meaning: 'CE accepted in GB until 2028-06-30 or earlier certificate end',
      label: 'CE accepted until June 2028',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep the conditions that keep the directive certificate alive, above all no significant change of design or purpose, and judge each change by MDCG 2020-3 Rev.1.',
          cite: summaries('note of BSI on Regulation (EU) 2023/607'),
          confidence: 'V2/M',
          due: 'with every change',
        },
        {
          who: 'manufacturer',
          must: 'Hold another basis, or stop supply, when the acceptance or the certificate ends.',
          cite: law('reg 1ZA(1)'),
          confidence: 'V/D',
          due: '30 June 2028, 23:59, or the end of the certificate if that is earlier (second-hand: 31 December 2027 for class III and class IIb implantable devices that are not exempt)',
        },
      ],
      evidence: [
        'Directive certificate, or declaration dated before 26 May 2021, with the confirmation that it is extended',
        'Assessment of this and earlier changes under MDCG 2020-3 Rev.1',
      ],
      notes: [
        'Hold: the consultation of 16 February to 10 April 2026 proposed to move the date to 31 December 2028. Its result was not found by November 2026; check before the date is relied on (open point 1).',
      ],
    },
    'GB-IN-SERVICE': {
      tier: 'none',
      meaning: 'unit in service may stay in use',
      label: 'in service, may stay in use',
      obligations: [
        {
          who: 'hospital',
          must: 'from memory: the unit may stay in use; judge a change on it by table UK-H, and do not pass it on as new supply.',
          cite: law('regs 19B and 19C, "placing on the market"'),
          confidence: 'M',
          due: null,
        },
      ],
      evidence: ['Date of entry into service', 'Software version that its certificate covered'],
      notes: [],
    },
    'GB-NOT-ACCEPTED': {
      tier: 'recertify',
      meaning: 'no valid basis for placing on the GB market',
      label: 'no basis for supply in Great Britain',
      obligations: [
        {
          who: 'manufacturer',
          must: 'from memory: do not place the unit on the market of Great Britain before a current basis exists: UK marking, or an accepted CE mark with a valid certificate.',
          cite: law('regs 19B and 19C'),
          confidence: 'M',
          due: 'before the device is placed on the market',
        },
        {
          who: 'hospital',
          must: 'derived: do not accept new supply without it; ask for the mark, the basis and the certificate.',
          cite: own('UK-M8'),
          confidence: 'D',
          due: 'before delivery',
        },
      ],
      evidence: ['Mark on the label, declaration, certificate with dates', 'Planned basis and its date'],
      notes: [
        'Exceptional use authorisation is a separate route for supplying a non-compliant device (MHRA health institution exemption guidance (2025)).',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'UK-2.1 dates',
      text: 'Already expired on 30 June 2023: reg 19B(4), (5), (8), (9); 19C(8), (9); 30A(4) to (7); 44ZA(4), (5); 44ZB(4), (5).',
      cite: law('reg 1ZA(3)'),
      confidence: 'V',
    },
    {
      id: 'UK-2.1 made',
      text: 'The regulations were made on 20 May 2002 and have been in force since 13 June 2002. Parts: general, general devices, active implantables, in vitro diagnostics, 4A post-market surveillance, approved bodies; then enforcement and schedules.',
      cite: law('preamble; reg 1; arrangement of regulations'),
      confidence: 'V/M',
    },
    {
      id: 'UK-2.1 consultation',
      text: 'Proposed in 2026: 31 December 2028 instead of 30 June 2028 for directive devices; no end date for devices under the EU MDR and IVDR; a reliance route for CE devices that stand in a higher British class.',
      cite: consultation('proposals 1 to 3'),
      confidence: 'V',
    },
    {
      id: 'UK-2.1 reform',
      text: 'A pre-market reform was consulted on from November 2024 to January 2025: reliance on the EU, the United States, Canada and Australia, UKCA marking, in vitro diagnostics, assimilated law. Nothing of it is applied here.',
      cite: citing('uk_device_reform')('pre-market consultation'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'The chart speaks of placing on the market, not of using a unit. A unit in service is not withdrawn by any of its answers.',
    'Dates are those of the law as it stood in November 2026. Both are under consultation; until an amending instrument is found they stand as printed, with the hold named at the outcomes.',
    'derived: UK-M8 is reached only where no basis for new supply was found; it is asked of the unit, all other questions of the product.',
    'from memory: the exact wording of the conditions in regulations 19B and 19C was not seen (open point 5). The number of the amending regulations of 2023 is from memory; a second-hand page prints another (677).',
    'The exact day of July 2023 on which the amendments took effect was not seen; the edition is used from the first.',
    'derived: the sub-date of 31 December 2027 for class III and implantable class IIb devices is shown as a remark; the rule of UK-M5 asks for a valid certificate and does not test the class.',
    'Hold: certificate_valid speaks of a certificate or an eligible declaration. For a class I device self-declared under the directive answer it by a certificate only; otherwise the walk leaves at UK-M5 before UK-M6 asks for the date of the declaration and the need of a notified body.',
    'UK-M8 speaks of the relevant sunset; the fact behind it, unit_already_in_service, asks for service before the date considered.',
  ],
});
