/** Incidents in which not the hospital but its supplier was hit. */
import { each, type Incident, type MeasureEffect } from '../incident';

/** A measure on the device, or around it, brings back no service that the supplier can no longer give. */
const SERVICE_LOST: readonly MeasureEffect[] = [
  ...each(
    'slows',
    'D',
    'Keeps what is loose at the supplier from coming in; the service is gone all the same.',
    'network_firewall',
    'segmentation',
    'inline_prevention',
    'host_firewall',
  ),
  ...each('slows', 'D', 'Passwords that the supplier held open nothing here any more.', 'credential_change'),
  ...each('slows', 'D', 'Nothing comes in, and the service is gone all the same.', 'isolation'),
  ...each(
    'none',
    'D',
    'The fault was not on the device.',
    'vendor_patch',
    'os_patch',
    'antivirus',
    'allow_listing',
    'disable_service',
    'upgrade',
  ),
  ...each('none', 'D', 'Another device of a hosted kind hangs on its supplier just so.', 'replacement'),
  ...each('none', 'D', 'It would have been seen, not stopped.', 'passive_monitoring'),
  ...each('none', 'D', 'Nothing is done.', 'accept'),
];

export const SYNNOVIS: Incident = {
  id: 'synnovis-2024',
  title: 'Synnovis: a laboratory supplier under ransomware',
  on: '2024-06-03',
  sort: 'supplier',
  happened: [
    {
      says: 'By 4 July two trusts had put off 4,913 outpatient appointments and 1,391 operations; over 11,000 in all.',
      confidence: 'V',
    },
    { says: 'About 400 GB of data were published; a patient’s death is linked to it.', confidence: 'V' },
    { says: 'It cost about 33 million pounds.', confidence: 'V' },
  ],
  wayIn: 'The systems of the supplier.',
  spread: 'What the supplier no longer does is missing everywhere it did it.',
  needs: [{ kind: 'network' }, { kind: 'supplier' }],
  measures: SERVICE_LOST,
  besides: [
    {
      says: 'A way to go on without the supplier: other laboratories, blood of the common group, paper.',
      confidence: 'D',
    },
  ],
  sources: [
    { title: 'Synnovis cyber incident', publisher: 'NHS England London', on: '2024', confidence: 'V' },
    { title: 'Reports on Synnovis', publisher: 'HSJ; Health Business', on: '2024', confidence: 'V' },
  ],
};

export const ELEKTA: Incident = {
  id: 'elekta-2021',
  title: 'Elekta: radiotherapy’s cloud taken down',
  on: '2021-04-20',
  sort: 'supplier',
  happened: [
    {
      says: 'To stop an attack the maker took down its first cloud system in the United States; some 42 sites lost it.',
      confidence: 'V2',
    },
    {
      says: 'A health system had its treatment machines off for a week; patients were sent elsewhere.',
      confidence: 'V2',
    },
  ],
  wayIn: 'The maker’s own hosted system.',
  spread: 'Linear accelerators worked, and could not be used: what they need to know stood in the cloud.',
  needs: [{ kind: 'network' }, { kind: 'supplier' }],
  measures: SERVICE_LOST,
  besides: [{ says: 'Treatment records that can be reached when the maker’s system is not.', confidence: 'D' }],
  sources: [
    {
      title: 'Cyber attack disrupts cancer care',
      publisher: 'The Atlanta Journal-Constitution',
      on: '2021-04',
      confidence: 'V2',
    },
    {
      title: 'Attack on radiation systems vendor affects cancer treatment',
      publisher: 'HealthInfoSecurity',
      on: '2021-04-26',
      confidence: 'V2',
    },
  ],
};
