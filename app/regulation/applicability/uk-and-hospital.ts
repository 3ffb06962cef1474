/** When the instruments of one book apply. United Kingdom, the health service in England, hospital networks. */
import type { ApplicabilityRow } from './row';

const NATION_NAMES: Readonly<Record<string, string>> = { england: 'England', scotland: 'Scotland', wales: 'Wales' };

const ACTOR_NAMES: Readonly<Record<string, string>> = {
  health_institution: 'the hospital',
  servicing_entity: 'an independent servicer',
  integrator: 'an integrator',
  importer_or_distributor: 'the importer or distributor',
};

export const ukAndHospitalRows: readonly ApplicabilityRow[] = [
  {
    instrument: 'UK-MDR-H',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'places includes GB and OPERATOR and not kind = decommission',
    hintWhen: null,
    says: (known) => {
      const where = NATION_NAMES[known.value('nation') ?? ''] ?? 'Great Britain';
      return `installed unit in ${where}, changed by ${ACTOR_NAMES[known.value('actor') ?? ''] ?? 'somebody other than its manufacturer'}`;
    },
    hintBecause: '',
    speaksTo: 'it speaks to whoever, other than the manufacturer, changes a unit in England, Scotland or Wales',
    confidence: 'V',
  },
];
