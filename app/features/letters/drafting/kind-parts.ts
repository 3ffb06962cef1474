/** What single kinds of letter add to the questions: tables of what we know, each with its source. Pure. */
import type { Slot } from '../../../../documents/document';
import type { LifecycleRequest } from '../../../../documents/lifecycle-request/model';
import type { MalwareProtectionRequest } from '../../../../documents/malware-protection-request/model';
import type { NetworkCompatibilityRequest } from '../../../../documents/network-compatibility-request/model';
import type { SecurityDocumentsRequest } from '../../../../documents/security-documents-request/model';
import { dateInWords } from '../../../ui/time';
import { osSupport } from '../../devices/os-lookup';
import { osInWords } from '../../devices/os-support';
import { blank, orBlank } from './devices';
import type { LetterMaterial, ModelFacts } from './material';
import { isStale, wantedIds } from './mds2-asks';

const MOST_COMPONENTS = 30;
const OUR_REGISTER = 'our register';

/** Until when something is supported, as far as we know; the maker corrects it. */
export function lifecycleOf({ models, date }: LetterMaterial): LifecycleRequest['lifecycle'] {
  return models.flatMap((model) => {
    const system = { product: model.osProduct, release: model.osRelease };
    const { lastDay, lastPaidDay } = osSupport(system, date);
    const ends = [
      lastDay ? dateInWords(lastDay) : '',
      lastPaidDay ? `paid updates until ${dateInWords(lastPaidDay)}` : '',
    ].filter(Boolean);
    const parts = model.components.slice(0, MOST_COMPONENTS);
    return [
      {
        what: model.name,
        release: orBlank(model.softwareVersion, 'software version'),
        supportEnds: model.makerSupportEnds ? dateInWords(model.makerSupportEnds) : blank('end of support'),
        source: OUR_REGISTER,
      },
      {
        what: `${model.name}: operating system`,
        release: orBlank(osInWords(system), 'operating system'),
        supportEnds: ends.length > 0 ? ends.join('; ') : blank('end of support'),
        source: ends.length > 0 ? 'dates published by its maker, as collected by endoflife.date' : OUR_REGISTER,
      },
      ...parts.map(({ name, release }) => ({
        what: `${model.name}: ${name}`,
        release: orBlank(release, 'version'),
        supportEnds: blank('end of support'),
        source: 'list of components in our register',
      })),
    ];
  });
}

/** Product and exclusions, as blanks for whoever proposes to fill in, and for the maker to correct. */
export function protectionOf({ matters }: LetterMaterial): Pick<MalwareProtectionRequest, 'product' | 'exclusions'> {
  const change = matters
    .map(({ dossier }) => dossier.change?.title?.trim())
    .filter(Boolean)
    .join('; ');
  return {
    product: [
      ...(change ? [{ label: 'Proposed', value: change }] : []),
      { label: 'Product and version', value: blank('product, version and engine') },
      { label: 'Updates come from', value: blank('server and how often') },
      { label: 'Scans run', value: blank('on access, and at which times') },
    ],
    exclusions: [
      { what: blank('folders of the application'), why: 'a scan while it writes can stop it' },
      { what: blank('database files and their logs'), why: 'locking them can damage them' },
      { what: blank('stores of images and waveforms'), why: 'large files that are written all the time' },
      { what: blank('programs and services of the device'), why: 'they must not be held back at start' },
    ],
  };
}

const PROTOCOL = /\b(TCP|UDP|ICMP|HTTPS?|DICOM|HL7|NTP|DNS|LDAPS?|SMB|RDP|SSH|VNC|MQTT)\b/i;
const PORT =
  /\b(?:ports?|tcp|udp)\s*[:/]?\s*(\d{1,5}(?:\s*(?:[-–,]|and)\s*\d{1,5})*)|\/(\d{1,5})\b|\b(\d{2,5})\/(?:tcp|udp)\b/i;

/** One connection out of what the register says a device needs, each line or sentence one. */
export function flowsOf(models: readonly ModelFacts[]): NetworkCompatibilityRequest['flows'] {
  return models.flatMap(({ name, networkNeeds }) => {
    const needs = networkNeeds
      .split(/[\n;]+/)
      .map((one) => one.trim().replace(/\.$/, ''))
      .filter(Boolean)
      .slice(0, 40);
    const rows: (string | null)[] = needs.length > 0 ? needs : [null];
    return rows.map((need) => {
      const ports = need ? PORT.exec(need) : null;
      return {
        from: name,
        to: blank('peer') as Slot,
        protocol: orBlank(need ? PROTOCOL.exec(need)?.[1]?.toUpperCase() : '', 'protocol'),
        port: orBlank(ports?.[1] ?? ports?.[2] ?? ports?.[3], 'port'),
        purpose: orBlank(need, 'purpose'),
      };
    });
  });
}

/** The documents asked for, with what we hold of each. */
export function documentsOf({ models }: LetterMaterial): SecurityDocumentsRequest['documents'] {
  const one = models.length === 1;
  const lacking = wantedIds(models).length;
  return [
    ...models.flatMap((model) => {
      const of = one ? '' : ` of ${model.name}`;
      const stale =
        isStale(model) && model.softwareReleased
          ? `, older than the software of ${dateInWords(model.softwareReleased)}`
          : '';
      const held = model.mds2Date
        ? `form of ${dateInWords(model.mds2Date)}${stale}`
        : model.mds2Answered.length > 0
          ? `${model.mds2Answered.length} answers, form without a date`
          : 'nothing';
      const parts = model.components.length;
      return [
        { document: `MDS2 form${of}`, held, wanted: 'the 2019 form for the installed software version' },
        {
          document: `List of components${of}`,
          held: parts > 0 ? `${parts} ${parts === 1 ? 'component' : 'components'} in our register` : 'nothing',
          wanted: 'SPDX or CycloneDX for the installed version, with its date',
        },
      ];
    }),
    {
      document: 'Security guide',
      held: blank('edition that we hold'),
      wanted: 'the edition for this version, with default accounts',
    },
    { document: 'Network diagram', held: blank('edition that we hold'), wanted: 'data flows, ports and peers' },
    ...(lacking > 0
      ? [
          {
            document: 'Answers by id',
            held: `${lacking} open, stale or missing`,
            wanted: 'the numbered questions below',
          },
        ]
      : []),
  ];
}

/** Forms in which an answer can be read without a person. */
export const FORMATS = ['CSAF 2.0 (profile VEX)', 'CycloneDX VEX (JSON)', 'OpenVEX (JSON)'];
