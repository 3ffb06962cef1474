/**
 * TGA guidance on varying an entry in the Australian Register of Therapeutic Goods, in the order of table AU-R: is the
 * entry wrong, is a new application needed, is a variation enough. The order is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const guidance = citing('au_artg_variations');
const act = citing('au_act');
const regulations = citing('au_tg_regulations');
const own = citing('changemark');

const TABLE_R = 'Table AU-R: register entry';
const ENTRY = 'register entry (ARTG public summary); conformity assessment evidence behind it';

export const registerAustralia = chart({
  instrument: 'AU-ARTG',
  name: 'TGA register entry',
  title: 'TGA: varying entries in the Register (table AU-R)',
  jurisdiction: 'AU',
  edition: 'web page, no date seen',
  issued: null,
  inForce: { from: '2002-10-04', to: null },
  source: 'au_artg_variations',
  addressee: 'Sponsors of devices in the Australian Register, and their manufacturers',
  answers: 'law',
  start: 'AU-R1',
  nodes: {
    'AU-R1': {
      kind: 'step',
      part: TABLE_R,
      asks: 'Is the present entry in the Register incomplete or wrong?',
      short: 'entry wrong?',
      cite: act('s.9D(1)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: ENTRY,
      rule: { yes: 'register_entry_wrong' },
      yes: 'AU-CORRECT',
      no: 'AU-R3',
    },
    'AU-R3': {
      kind: 'step',
      part: TABLE_R,
      asks: 'Does the device pass to another manufacturer, change its class, or become a different kind of device?',
      short: 'other manufacturer, class or kind?',
      cite: guidance('when a new entry is needed'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: ENTRY,
      rule: {
        yes: 'risk_class_changes or legal_manufacturer_changes or (sponsor_or_kind_changes and not change_domains within {organisation})',
      },
      yes: 'AU-NEW',
      no: 'AU-R2',
      subRules: [
        {
          id: 'AU-R3a',
          text: 'Where only the sponsor changes no new application is needed: the new sponsor tells the TGA, which updates the entries.',
          cite: regulations('reg 10F'),
          confidence: 'V',
          answer: 'no',
          when: 'sponsor_or_kind_changes and change_domains within {organisation} and not risk_class_changes and not legal_manufacturer_changes',
        },
      ],
    },
    'AU-R2': {
      kind: 'step',
      part: TABLE_R,
      asks: 'Does a detail of the entry change: name or address of the manufacturer, nomenclature code, intended purpose, variants, number of devices, product identifier, list of in vitro diagnostics, the certificate behind it, or the sponsor alone?',
      short: 'detail of the entry changed?',
      cite: guidance('what can be varied'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: ENTRY,
      rule: {
        yes: 'name_or_identifier_changed or change_domains includes intended_purpose or certificate_details_changed or sponsor_or_kind_changes',
      },
      yes: 'AU-VARY',
      no: 'AU-NO-ACTION',
      subRules: [
        {
          id: 'AU-R3a',
          text: 'Only the sponsor changes: notified by the new sponsor within three months, and the entries are updated.',
          cite: regulations('reg 10F'),
          confidence: 'V',
          answer: 'yes',
          when: 'sponsor_or_kind_changes and change_domains within {organisation}',
        },
        {
          id: 'AU-R4',
          text: 'A new certificate in place of expired evidence, further variants of the same kind, or another site: variation.',
          cite: guidance('what can be varied'),
          confidence: 'V2',
          answer: 'yes',
          when: 'certificate_details_changed',
        },
        {
          id: 'AU-R5',
          text: 'derived: a software patch that touches no detail of the entry needs no action in the Register.',
          cite: own('AU-R5'),
          confidence: 'D',
          answer: 'no',
          when: 'change_domains within {software} and not name_or_identifier_changed and not certificate_details_changed and not sponsor_or_kind_changes',
        },
      ],
    },
  },
  outcomes: {
    'AU-CORRECT': {
      tier: 'notify',
      meaning: 'correct the register entry',
      label: 'correct the entry',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Have the sponsor correct the entry that is incomplete or wrong.',
          cite: act('s.9D(1)'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['What is wrong in the entry, and the document that shows it', 'Request of the sponsor'],
      notes: [
        'derived: with the entry put right, walk the chart again: the correction says nothing about the change itself.',
      ],
    },
    'AU-NEW': {
      tier: 'recertify',
      meaning: 'new register application',
      label: 'new register application',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Have the sponsor apply for a new entry.',
          cite: guidance('when a new entry is needed'),
          confidence: 'V2',
          due: 'before the changed device is supplied',
        },
      ],
      evidence: ['Conformity assessment evidence for the resulting device', 'Application of the sponsor'],
      notes: [],
    },
    'AU-VARY': {
      tier: 'approval',
      meaning: 'request a variation of the register entry',
      label: 'vary the entry',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Have the sponsor request the variation.',
          cite: guidance('what can be varied'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'manufacturer',
          must: 'Where only the sponsor changes: the new sponsor notifies the TGA.',
          cite: regulations('reg 10F'),
          confidence: 'V',
          due: 'within three months of the change of sponsor',
        },
        {
          who: 'regulator',
          must: 'Decide on the variation; no statutory time is set.',
          cite: guidance(''),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['Which detail of the entry changes, before and after', 'Request of the sponsor; evidence for it'],
      notes: ['A mere change of sponsor has no code of its own; variation is the nearest one.'],
    },
    'AU-NO-ACTION': {
      tier: 'none',
      meaning: 'no register action',
      label: 'no register action',
      obligations: [
        {
          who: 'manufacturer',
          must: 'derived: note beside the change that no detail of the entry is touched.',
          cite: own('AU-R5'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Comparison of the change with the details of the entry'],
      notes: ['The certificate behind the entry is a question of its own (AU-SUBST, or the body overseas).'],
    },
  },
  aids: [],
  principles: [
    {
      id: 'AU-1',
      text: 'A device has to be in the Register, held by a sponsor; the manufacturer holds the evidence of conformity.',
      cite: act('chapter 4'),
      confidence: 'V2',
    },
    {
      id: 'AU-3',
      text: 'With evidence from overseas the body there judges the change; the sponsor still checks the entry.',
      cite: guidance(''),
      confidence: 'V2/M',
    },
  ],
  readingNotes: [
    'No date of the guidance was seen; the day given is, from memory, the start of the devices chapter of the Act.',
    'derived: the dictionary of facts has one fact for a changed sponsor and a changed kind of device. With organisation as the only thing that changes it is read as the sponsor (AU-R3a), else as another kind (AU-R3).',
    'derived: a changed class and another manufacturer are asked before the details, because they outweigh them.',
    'Further variants of the same kind and another site (AU-R4) were seen second-hand; they are answered here by the fact on details of the certificate.',
  ],
});
