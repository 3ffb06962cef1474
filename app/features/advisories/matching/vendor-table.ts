/**
 * Makers that go by several names, and makers that became part of others. A curated list: each row says where it comes
 * from and how sure that is. What is not in it is compared by its letters alone.
 */

/** How sure a row is, in the marks used everywhere. */
export type RowMark = 'seen in source' | 'from memory';

export interface KnownVendor {
  id: string;
  /** As it is shown. */
  name: string;
  /** Other ways in which people write the same firm, folded when compared. */
  spellings: readonly string[];
  source: string;
  mark: RowMark;
}

export interface KnownSuccession {
  from: string;
  to: string;
  /** acquired: bought by; separated: was a part of the other once. */
  kind: 'acquired' | 'separated';
  year: number;
  source: string;
  mark: RowMark;
}

const CISA = 'CISA advisories';
const seen = (id: string, name: string, spellings: string[], source: string): KnownVendor => ({
  ...{ id, name, spellings, source: `${CISA} ${source}` },
  mark: 'seen in source',
});
const recalled = (id: string, name: string, spellings: string[]): KnownVendor => ({
  ...{ id, name, spellings, source: 'names in trade' },
  mark: 'from memory',
});

export const KNOWN_VENDORS: readonly KnownVendor[] = [
  seen(
    'ge',
    'GE HealthCare',
    [
      'GE Healthcare',
      'General Electric (GE)',
      'General Electric',
      'GE',
      'GE Medical Systems',
      'GE Medical',
      'General Electric Healthcare',
    ],
    'ICSMA-18-037-02, ICSMA-19-190-01',
  ),
  seen(
    'philips',
    'Philips',
    [
      'Phillips',
      'Royal Philips',
      'Koninklijke Philips',
      'Philips Healthcare',
      'Philips Medical Systems',
      'Philips Medical',
    ],
    'ICSMA-18-058-02, ICSMA-21-187-01',
  ),
  seen(
    'bd',
    'BD',
    [
      'Becton, Dickinson and Company (BD)',
      'Becton, Dickinson and Company',
      'Becton Dickinson',
      'Becton Dickinson and Co',
    ],
    'ICSMA-17-017-02, ICSMA-22-062-01',
  ),
  seen(
    'bbraun',
    'B. Braun',
    ['B Braun', 'BBraun', 'B. Braun Medical', 'B. Braun Melsungen', 'Braun Melsungen'],
    'ICSMA-17-082-02, ICSMA-21-294-01',
  ),
  seen(
    'draeger',
    'Dräger',
    ['Draeger', 'Drager', 'Drägerwerk', 'Draegerwerk', 'Dräger Medical', 'Draeger Medical'],
    'ICSMA-19-022-01',
  ),
  seen(
    'siemens-healthineers',
    'Siemens Healthineers',
    ['Siemens Healthcare', 'Siemens Medical Solutions', 'Siemens Medical'],
    'ICSA-21-350-16',
  ),
  seen('siemens', 'Siemens', ['Siemens AG'], 'ICSMA-17-215-01, ICSA-21-350-16'),
  seen('hillrom', 'Hillrom', ['Hill-Rom', 'Hill Rom'], 'ICSMA-21-152-01'),
  seen('baxter', 'Baxter', ['Baxter Healthcare', 'Baxter International'], 'ICSMA-20-170-04, ICSMA-24-151-02'),
  seen('spacelabs', 'Spacelabs', ['Spacelabs Healthcare', 'Spacelabs Medical'], 'ICSMA-20-049-01'),
  seen(
    'contec',
    'Contec',
    ['Contec Health', 'Contec Medical Systems', 'Contec Medical'],
    'ICSMA-22-244-01, ICSMA-25-030-01',
  ),
  seen('innokas', 'Innokas', ['Innokas Yhtymä Oy', 'Innokas Yhtymä', 'Innokas Medical'], 'ICSMA-21-007-01'),
  seen('roche', 'Roche Diagnostics', ['Roche', 'F. Hoffmann-La Roche', 'Hoffmann-La Roche'], 'ICSMA-18-310-01'),
  seen('smiths', 'Smiths Medical', ['Smiths Medical ASD'], 'ICSMA-17-250-02A'),
  seen('fresenius-kabi', 'Fresenius Kabi', ['Fresenius'], 'ICSMA-21-355-01'),
  seen('medtronic', 'Medtronic', ['Medtronic MiniMed', 'Medtronic Diabetes'], 'ICSMA-19-178-01, ICSMA-23-061-01'),
  seen('windriver', 'Wind River', ['Wind River Systems'], 'ICSA-19-211-01'),
  seen('stryker', 'Stryker', ['Stryker Medical'], 'ICSMA-19-029-01'),
  recalled('carefusion', 'CareFusion', ['Care Fusion']),
  recalled('welch-allyn', 'Welch Allyn', ['WelchAllyn']),
  recalled('mortara', 'Mortara', ['Mortara Instrument']),
  recalled('icu', 'ICU Medical', []),
  recalled('hospira', 'Hospira', []),
  recalled('varian', 'Varian', ['Varian Medical Systems']),
  recalled('respironics', 'Respironics', ['Philips Respironics']),
  recalled('carestream', 'Carestream', ['Carestream Health']),
  recalled('capsule', 'Capsule', ['Capsule Technologies', 'Capsule Technologie']),
  recalled('covidien', 'Covidien', []),
  recalled('st-jude', 'St. Jude Medical', ['Saint Jude Medical', 'St Jude']),
  recalled('abbott', 'Abbott', ['Abbott Laboratories']),
  recalled('toshiba-medical', 'Toshiba Medical Systems', ['Toshiba Medical']),
  recalled('canon-medical', 'Canon Medical Systems', ['Canon Medical']),
  recalled('microsoft', 'Microsoft', []),
];

const became = (from: string, to: string, year: number, source?: string): KnownSuccession => ({
  ...{ from, to, year, kind: 'acquired' },
  source: source ?? 'announcements of the firms',
  mark: source ? 'seen in source' : 'from memory',
});

export const KNOWN_SUCCESSIONS: readonly KnownSuccession[] = [
  became(
    'hillrom',
    'baxter',
    2021,
    `${CISA} ICSMA-21-152-01 (Hillrom) and ICSMA-24-151-02 (Baxter) on the same product`,
  ),
  became('welch-allyn', 'hillrom', 2015),
  became('mortara', 'hillrom', 2017),
  became('carefusion', 'bd', 2015),
  became('smiths', 'icu', 2022),
  became('hospira', 'icu', 2017),
  became('varian', 'siemens-healthineers', 2021),
  became('respironics', 'philips', 2008),
  became('carestream', 'philips', 2019),
  became('capsule', 'philips', 2021),
  became('covidien', 'medtronic', 2015),
  became('st-jude', 'abbott', 2017),
  became('toshiba-medical', 'canon-medical', 2016),
  {
    from: 'siemens-healthineers',
    to: 'siemens',
    kind: 'separated',
    year: 2018,
    source: `${CISA} ICSA-21-350-16 names both`,
    mark: 'seen in source',
  },
];
