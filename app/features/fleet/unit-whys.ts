/** The reasons for which units are counted on the fleet page; each number opens exactly these units. Pure. */

export const UNIT_WHYS = {
  exposed: {
    label: 'Exposed',
    means: 'hit by at least one vulnerability, by a match that is certain or that somebody confirmed',
  },
  exploited: { label: 'Hit by what is known to be exploited', means: 'as above, by a vulnerability in KEV' },
  unclear: {
    label: 'Unclear',
    means: 'not hit for certain, but an advisory may hit them: the match, the version or the maker’s word is open',
  },
  unsupported: { label: 'Unsupported system', means: 'the operating system gets no security updates any more' },
  paid: {
    label: 'Only paid updates',
    means: 'ordinary support has ended and paid updates are sold; whether they were bought is not known',
  },
  support_unknown: { label: 'Support not known', means: 'no operating system recorded, or none whose dates we hold' },
  no_mds2: { label: 'No MDS2', means: 'no MDS2 form of the maker for the model' },
  no_components: { label: 'No component list', means: 'the maker has not disclosed what the software is made of' },
  silent: { label: 'Maker silent', means: 'a letter about the model was sent and has no answer yet' },
} as const;

export type UnitWhy = keyof typeof UNIT_WHYS;

export const isUnitWhy = (value: unknown): value is UnitWhy =>
  typeof value === 'string' && Object.hasOwn(UNIT_WHYS, value);
