/** Incidents that came by what was meant to protect: scans, definitions, patches. */
import { each, type Incident } from '../incident';

const UNTOUCHED = 'It has nothing to do with the way this came.';

export const MERGE_HEMO: Incident = {
  id: 'merge-hemo-2016',
  title: 'Anti-virus scan during a heart catheter',
  on: '2016-02',
  sort: 'scan',
  happened: [
    {
      says: 'During a cardiac catheterisation the monitor went black; the patient lay sedated for some five minutes until it had started again.',
      confidence: 'V2',
    },
    { says: 'An hourly scan had taken hold of the files that the application was writing.', confidence: 'V2' },
    {
      says: 'The maker pointed to its instructions: which files to leave out, and that scans must not run during procedures.',
      confidence: 'V2',
    },
  ],
  wayIn: 'The hospital’s own anti-virus, set up without the maker’s exclusions.',
  spread: 'It does not spread.',
  needs: [
    { kind: 'windows', of: ['xp', 'vista', '7', '8', '8.1', '10_first', '10', '11'] },
    { kind: 'agent' },
    { kind: 'unasked', what: 'whether scans leave out what the maker lists, and keep out of clinical hours' },
  ],
  measures: [
    ...each(
      'worse',
      'V2',
      'This is what froze the device. With the maker’s exclusions, and scans outside clinical hours, it does not.',
      'antivirus',
    ),
    ...each(
      'none',
      'D',
      UNTOUCHED,
      'vendor_patch',
      'os_patch',
      'allow_listing',
      'host_firewall',
      'disable_service',
      'credential_change',
      'upgrade',
      'network_firewall',
      'segmentation',
      'passive_monitoring',
      'inline_prevention',
      'isolation',
      'replacement',
      'accept',
    ),
  ],
  besides: [
    {
      says: 'Holding the agent’s settings against the maker’s list before anybody signs, and scan times against the theatre lists.',
      confidence: 'D',
    },
    { says: 'Measures that do not sit on the device protect without touching it.', confidence: 'D' },
  ],
  sources: [
    {
      title: 'Adverse event report on Merge Hemo',
      publisher: 'FDA (MAUDE), as reported by the press in May 2016',
      on: '2016',
      confidence: 'V2',
    },
  ],
};

export const DEFINITIONS: Incident = {
  id: 'definitions-2010',
  title: 'Anti-virus definitions that took a system file',
  on: '2010-04-21',
  sort: 'update',
  happened: [
    {
      says: 'Definitions 5958 of McAfee took a file of Windows XP SP3 for malicious; machines lost the network and restarted again and again.',
      confidence: 'M',
    },
    { says: 'Hospitals were among those hit, and put off treatment that could wait.', confidence: 'M' },
  ],
  wayIn: 'The daily update of definitions, taken in by itself.',
  spread: 'Everywhere the update went, within hours.',
  needs: [{ kind: 'windows', of: ['xp'] }, { kind: 'agent' }],
  measures: [
    ...each(
      'worse',
      'M',
      'It came by the agent. Definitions from a local server, tried on a few machines first, would have held it back.',
      'antivirus',
    ),
    ...each('stops', 'D', 'What gets no update gets no faulty one, and no good one.', 'isolation'),
    ...each('stops', 'D', 'Only that one release was hit.', 'upgrade', 'replacement'),
    ...each(
      'none',
      'D',
      UNTOUCHED,
      'vendor_patch',
      'os_patch',
      'allow_listing',
      'host_firewall',
      'disable_service',
      'credential_change',
      'network_firewall',
      'segmentation',
      'passive_monitoring',
      'inline_prevention',
      'accept',
    ),
  ],
  besides: [{ says: 'Letting updates in by stages: first where nobody is on the device.', confidence: 'D' }],
  sources: [{ title: 'Press of 21 and 22 April 2010', publisher: 'several', on: '2010-04', confidence: 'M' }],
};

export const CROWDSTRIKE: Incident = {
  id: 'crowdstrike-2024',
  title: 'CrowdStrike’s faulty content update',
  on: '2024-07-19',
  sort: 'update',
  happened: [
    {
      says: 'A content update crashed Windows machines with the agent that were on line between 04:09 and 05:27 universal time; they did not start again by themselves.',
      confidence: 'V2',
    },
    {
      says: 'Some 8.5 million machines were hit; hospitals cancelled appointments, systems of general practice stood still.',
      confidence: 'V2',
    },
    { says: 'It was no attack.', confidence: 'V2' },
  ],
  wayIn: 'An update of the security agent that no customer could hold back.',
  spread: 'To every agent that was on line, in 78 minutes.',
  needs: [
    { kind: 'network' },
    { kind: 'windows', of: ['7', '8', '8.1', '10_first', '10', '11'] },
    { kind: 'agent' },
    { kind: 'unasked', what: 'whether the agent takes content updates by itself' },
  ],
  measures: [
    ...each('worse', 'V2', 'It came by the agent: security tooling is a change risk of its own.', 'antivirus'),
    ...each('stops', 'D', 'What was off line in those 78 minutes did not take the update.', 'isolation'),
    ...each(
      'slows',
      'D',
      'Only where the agent’s way to its supplier is shut; then it gets no good update either.',
      'network_firewall',
      'segmentation',
    ),
    ...each(
      'none',
      'D',
      UNTOUCHED,
      'vendor_patch',
      'os_patch',
      'allow_listing',
      'host_firewall',
      'disable_service',
      'credential_change',
      'upgrade',
      'passive_monitoring',
      'inline_prevention',
      'replacement',
      'accept',
    ),
  ],
  besides: [{ says: 'A way to start many machines again by hand, and to work until then.', confidence: 'V2' }],
  sources: [
    {
      title: 'Technical details of the update for Windows hosts',
      publisher: 'CrowdStrike',
      on: '2024-07',
      confidence: 'V2',
    },
    {
      title: 'Root cause analysis of channel file 291',
      publisher: 'CrowdStrike, as reported',
      on: '2024-08',
      confidence: 'V2',
    },
  ],
};

export const PACEMAKERS: Incident = {
  id: 'pacemaker-firmware-2017',
  title: 'A maker’s patch with risks of its own',
  on: '2017-08-29',
  sort: 'update',
  happened: [
    {
      says: 'New firmware closed faults through which pacemakers could be reprogrammed by radio. It is put on during a visit, never from home.',
      confidence: 'V2',
    },
    {
      says: 'Risks known beforehand: the former firmware comes back (0.161 %), settings are lost (0.023 %), the device fails altogether (0.003 %).',
      confidence: 'V2',
    },
  ],
  wayIn: 'The maker’s own update, approved by the authority.',
  spread: 'It does not spread.',
  needs: [
    { kind: 'device', words: ['pacemaker', 'implant', 'defibrillator, implantable'], label: 'an implanted device' },
  ],
  measures: [
    ...each(
      'worse',
      'V2',
      'The patch brings the risk, and closes the fault: both are weighed before it is put on.',
      'vendor_patch',
    ),
    ...each(
      'none',
      'D',
      UNTOUCHED,
      'os_patch',
      'antivirus',
      'allow_listing',
      'host_firewall',
      'disable_service',
      'credential_change',
      'upgrade',
      'network_firewall',
      'segmentation',
      'passive_monitoring',
      'inline_prevention',
      'isolation',
      'replacement',
    ),
    ...each('none', 'D', 'Without the patch nothing fails, and the fault stays.', 'accept'),
  ],
  besides: [{ says: 'Patching where temporary pacing is at hand, and watching the first of many.', confidence: 'D' }],
  sources: [
    {
      title: 'Firmware update for certain Abbott (formerly St. Jude Medical) pacemakers: safety communication',
      publisher: 'FDA',
      on: '2017-08-29',
      confidence: 'V2',
    },
  ],
};
