/** Incidents that spread by themselves from machine to machine. */
import { each, type Incident } from '../incident';

export const WANNACRY: Incident = {
  id: 'wannacry-2017',
  title: 'WannaCry',
  on: '2017-05-12',
  sort: 'worm',
  happened: [
    { says: '80 of 236 English trusts were affected: 34 infected, 46 disrupted.', confidence: 'V' },
    { says: 'At least 1,220 pieces of diagnostic equipment were infected.', confidence: 'V' },
    {
      says: 'Almost 20,000 appointments and operations were cancelled (an estimate); five emergency departments diverted patients.',
      confidence: 'V',
    },
    {
      says: 'Every infected organisation had unpatched or unsupported Windows, most of it Windows 7.',
      confidence: 'V',
    },
    { says: 'Makers’ patches for devices on Windows came about six months later.', confidence: 'V' },
  ],
  wayIn: 'An open file-sharing service (SMB version 1, port 445), reached from the internet or from a neighbour.',
  spread: 'From machine to machine by the same fault, without anybody doing anything.',
  needs: [
    { kind: 'network' },
    { kind: 'windows', of: ['xp', 'vista', '7', '8', '8.1', '10_first'] },
    { kind: 'listens', port: 445, usual: true },
    { kind: 'fault', cves: ['CVE-2017-0144'], patch: 'MS17-010 of 14 March 2017' },
  ],
  measures: [
    ...each('stops', 'V', 'Infected organisations had not put the patch on; with it the fault is gone.', 'os_patch'),
    ...each('stops', 'D', 'Where the maker’s patch brings the system’s own; it came months later.', 'vendor_patch'),
    ...each('slows', 'D', 'Knows the program once it is known: not in the first hours.', 'antivirus'),
    ...each('slows', 'D', 'The dropped program does not start; the fault itself is still attacked.', 'allow_listing'),
    ...each('stops', 'D', 'With port 445 shut on the device, the worm does not reach the fault.', 'host_firewall'),
    ...each('stops', 'D', 'With SMB version 1 off, the fault is not there to be attacked.', 'disable_service'),
    ...each('stops', 'D', 'Releases of 2017 and later hold the fix from the start.', 'upgrade', 'replacement'),
    ...each(
      'stops',
      'V',
      'Firewalls kept well would have protected even unpatched organisations; port 445 must not be let through.',
      'network_firewall',
    ),
    ...each('slows', 'D', 'The worm stays in its segment, but takes that whole.', 'segmentation'),
    ...each('slows', 'D', 'Drops the known attack where its signature is switched to block.', 'inline_prevention'),
    ...each('stops', 'D', 'Without a network nothing reaches it; nor does what it needs.', 'isolation'),
    ...each('none', 'D', 'It would have been seen, not stopped.', 'passive_monitoring'),
    ...each('none', 'D', 'No password was needed.', 'credential_change'),
    ...each('none', 'D', 'Nothing is done.', 'accept'),
  ],
  besides: [
    {
      says: 'The health service’s own warning of March and April 2017 had gone out; nobody checked who followed it.',
      confidence: 'V',
    },
    { says: 'On Windows XP the attack mostly crashed the machine instead of infecting it.', confidence: 'M' },
  ],
  sources: [
    {
      title: 'Investigation: WannaCry cyber attack and the NHS',
      publisher: 'National Audit Office',
      on: '2017-10',
      confidence: 'V',
    },
    {
      title: 'Cyber-attack on the NHS (HC 787)',
      publisher: 'Public Accounts Committee',
      on: '2018-04',
      confidence: 'V',
    },
    { title: 'Report of a talk by Patrick Maw, UCLH', publisher: 'IoT Tech News', on: '2023-12-18', confidence: 'V' },
  ],
};

export const NOTPETYA: Incident = {
  id: 'notpetya-2017',
  title: 'NotPetya',
  on: '2017-06-27',
  sort: 'wiper',
  happened: [
    {
      says: 'A health system in Pennsylvania was hit as a whole; its services were restored by 3 July.',
      confidence: 'V2',
    },
    { says: 'A supplier of dictation to most hospitals of the United States was down for weeks.', confidence: 'V2' },
    { says: 'What it encrypted could not be brought back.', confidence: 'M' },
  ],
  wayIn: 'An update of accounting software (M.E.Doc) that its maker’s update server handed out.',
  spread:
    'By the faults of SMB version 1 (MS17-010), and with passwords taken from memory through the system’s own tools: machines with every patch fell too.',
  needs: [
    { kind: 'network' },
    { kind: 'windows', of: ['xp', 'vista', '7', '8', '8.1', '10_first', '10', '11'] },
    {
      kind: 'either',
      of: [
        { kind: 'fault', cves: ['CVE-2017-0144', 'CVE-2017-0145'], patch: 'MS17-010' },
        { kind: 'unasked', what: 'whether it takes log-ons of the hospital’s own domain' },
      ],
    },
  ],
  measures: [
    ...each(
      'slows',
      'D',
      'Shuts one of two ways: stolen passwords go on working.',
      'os_patch',
      'vendor_patch',
      'disable_service',
      'upgrade',
      'replacement',
    ),
    ...each(
      'slows',
      'D',
      'Administrators’ passwords that differ from machine to machine open only one of them.',
      'credential_change',
    ),
    ...each('slows', 'D', 'Knows the program once it is known.', 'antivirus'),
    ...each('slows', 'D', 'The program itself does not start; the tools it uses are listed ones.', 'allow_listing'),
    ...each(
      'stops',
      'D',
      'With remote administration and file sharing shut on the device, neither way reaches it.',
      'host_firewall',
    ),
    ...each(
      'stops',
      'D',
      'As long as neither file sharing nor remote administration is let through.',
      'network_firewall',
    ),
    ...each('slows', 'D', 'It stays in its segment, and in what is let through.', 'segmentation'),
    ...each(
      'slows',
      'D',
      'Drops the known attack; a log-on with a good password looks like any other.',
      'inline_prevention',
    ),
    ...each('stops', 'D', 'Without a network nothing reaches it.', 'isolation'),
    ...each('none', 'D', 'It would have been seen, not stopped.', 'passive_monitoring'),
    ...each('none', 'D', 'Nothing is done.', 'accept'),
  ],
  besides: [{ says: 'Working on paper when a hosted service of a supplier is gone.', confidence: 'V2' }],
  sources: [
    {
      title: 'Nuance still down, Heritage Valley systems restored',
      publisher: 'Healthcare Informatics',
      on: '2017-07-06',
      confidence: 'V2',
    },
  ],
};

export const CONFICKER: Incident = {
  id: 'conficker-2008',
  title: 'Conficker in the hospitals of Sheffield',
  on: '2008-12-29',
  sort: 'worm',
  happened: [
    {
      says: '800 of some 7,000 computers at five hospitals were infected; a small number of appointments was cancelled.',
      confidence: 'V2',
    },
    {
      says: 'Automatic updates had been switched off for all, after computers in theatres had restarted by themselves.',
      confidence: 'V2',
    },
    { says: 'The patch had been out since October 2008.', confidence: 'V2' },
  ],
  wayIn: 'A fault of the server service (MS08-067, port 445), shares with weak passwords, removable media.',
  spread: 'By the same three ways.',
  needs: [
    { kind: 'network' },
    { kind: 'windows', of: ['2000', 'xp', 'vista'] },
    {
      kind: 'either',
      of: [
        { kind: 'fault', cves: ['CVE-2008-4250'], patch: 'MS08-067 of October 2008' },
        { kind: 'unasked', what: 'whether it has shares with weak passwords, or takes removable media' },
      ],
    },
  ],
  measures: [
    ...each(
      'slows',
      'D',
      'Shuts the first of three ways.',
      'os_patch',
      'vendor_patch',
      'host_firewall',
      'network_firewall',
    ),
    ...each('slows', 'D', 'Shuts the second of three ways.', 'credential_change'),
    ...each('slows', 'D', 'Knows the program once it is known.', 'antivirus'),
    ...each('stops', 'D', 'A program that is not listed does not start, whichever way it came.', 'allow_listing'),
    ...each(
      'slows',
      'D',
      'It stays in its segment; media carry it across.',
      'segmentation',
      'inline_prevention',
      'disable_service',
    ),
    ...each('slows', 'D', 'Nothing comes over the network any more; media still do.', 'isolation'),
    ...each('stops', 'D', 'Releases after 2008 hold the fix.', 'upgrade', 'replacement'),
    ...each('none', 'D', 'It would have been seen, not stopped.', 'passive_monitoring'),
    ...each('none', 'D', 'Nothing is done.', 'accept'),
  ],
  besides: [{ says: 'Leaving updates on for all but the few machines that they disturb.', confidence: 'V2' }],
  sources: [
    {
      title: 'Downadup virus hits PCs at five Sheffield hospitals',
      publisher: 'ZDNet',
      on: '2009-01',
      confidence: 'V2',
    },
    {
      title: 'Conficker seizes city’s hospital network',
      publisher: 'The Register',
      on: '2009-01-20',
      confidence: 'V2',
    },
  ],
};
