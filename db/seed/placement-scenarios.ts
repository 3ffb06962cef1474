/** Baselines, communication matrices, words on anti-virus and patches of three demonstration models. All invented. */
import type { BaselineSource } from '../schema/placement.server';

type Said = [document: string, page: string, date: string];

export interface PlacementScenario {
  model: string;
  /** Subject, document, words. */
  baseline: [subject: string, source: BaselineSource, says: string, ...from: Said][];
  /** Subject, what was found, on which units (none: on some, taken for all). */
  found: [subject: string, found: string, on: string, how: string, serials: string][];
  /** Lines as people paste them. */
  flows: { lines: string; from: Said } | null;
  antivirus: {
    fields: Record<string, string>;
    from: Said;
    hours: { label: string; windows: string; source: string };
  } | null;
  patches: { fields: Record<string, string>; from: Said }[];
}

export const PLACEMENTS: readonly PlacementScenario[] = [
  {
    model: 'XTR telemetry receiver',
    baseline: [
      ['os', 'instructions', 'Windows 7 Embedded Standard SP1', 'Instructions for use 070-2113', '6', '2019-11-04'],
      ['os', 'technical_summary', 'Windows 7 Embedded Standard SP1', 'Technical summary TS-96280', '3', '2019-05-20'],
      ['software', 'certificate', '4.2.x', 'Certificate of conformity', '2', '2019-05-27'],
      ['antivirus', 'instructions', 'none', 'Instructions for use 070-2113', '41', '2019-11-04'],
      ['ports', 'instructions', 'tcp 2000, udp 123', 'Instructions for use 070-2113', '38', '2019-11-04'],
    ],
    found: [
      ['antivirus', 'none', '2026-09-14', 'Read from the screen', ''],
      ['ports', 'tcp 2000, udp 123, tcp 3389', '2026-09-14', 'Passive look at the network', ''],
    ],
    flows: {
      lines: [
        'Central station; 10.44.8.0/24; out; tcp; 2000-2005; Waveforms and alarms; yes',
        'Time server; 10.1.0.9; out; udp; 123; Keeps the clock; no',
        'Maker’s service; ; in; tcp; 3389; Remote service; no',
        'Central station; 10.44.8.0/24; in; ; ; Settings of the receiver;',
      ].join('\n'),
      from: ['Network guide 070-2140', '4', '2019-11-04'],
    },
    antivirus: null,
    patches: [
      {
        fields: {
          patch: 'KB4012212',
          title: 'March 2017 security update',
          published: '2017-03-14',
          cves: 'CVE-2017-0144',
          state: 'validated',
          validatedOn: '2017-06-12',
        },
        from: ['Patch list 2017-06', '1', '2017-06-12'],
      },
      {
        fields: {
          patch: 'KB4499175',
          title: 'May 2019 security update',
          published: '2019-05-14',
          supersedes: 'KB4012212',
          cves: 'CVE-2019-0708',
          state: 'not_said',
        },
        from: ['', '', ''],
      },
    ],
  },
  {
    model: 'Patient Information Center iX',
    baseline: [
      ['os', 'instructions', 'Windows 10 Enterprise LTSC 2016', 'Instructions for use C.03', '11', '2020-12-01'],
      ['software', 'instructions', 'C.03', 'Instructions for use C.03', '2', '2020-12-01'],
      [
        'remote_access',
        'instructions',
        'Opened by the hospital for each session',
        'Security guide C.03',
        '22',
        '2020-12-01',
      ],
    ],
    found: [['remote_access', 'Always on', '2026-08-03', 'Rules of the firewall read', '']],
    flows: {
      lines: [
        'Bedside monitors; 10.44.0.0/22; in; tcp; 24105; Alarms and waves; yes',
        'Patient records; 10.20.5.10; out; tcp; 6661; Admissions and results; yes',
        'Time server; 10.1.0.9; out; udp; 123; Keeps the clock; no',
        'Maker’s service; ; out; tcp; 443; Remote service; no',
        'Printers; 10.60.0.0/16; out; tcp; 9100; Strips and reports;',
      ].join('\n'),
      from: ['Network preparation guide C.03', '9', '2020-12-01'],
    },
    antivirus: null,
    patches: [],
  },
  {
    model: 'Vue PACS',
    baseline: [['antivirus', 'instructions', 'Allowed with exclusions', 'Security guide 12.2', '17', '2021-04-12']],
    found: [],
    flows: null,
    antivirus: {
      fields: {
        allowed: 'yes',
        products: 'Trend Micro Apex One\nMicrosoft Defender',
        exclusions: 'D:\\VueData\nC:\\Program Files\\Vue\\*.mdf\n%ProgramData%\\Vue\\Cache',
        scanRule: 'Full scans outside of reporting hours only',
        cpuCap: '25',
        updatesRule: 'From a server inside the hospital',
      },
      from: ['Security guide 12.2', '17', '2021-04-12'],
      hours: {
        label: 'Reporting, radiology',
        windows: 'Mon-Fri 07:30-20:00\nSat 08:00-13:00',
        source: 'Radiology, September 2026',
      },
    },
    patches: [],
  },
];
