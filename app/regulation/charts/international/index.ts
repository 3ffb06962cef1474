/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { certificateAustralia } from './australia-certificate.2021-08';
import { registerAustralia } from './australia-register.2002-10-04';
import { significantChangeCanada } from './canada-significant-change.2026-03-31';
import { softwareChangeCanada2011 } from './canada-software-change.2011-01-20';
import { cybersecurityChina } from './china-cybersecurity.2022-03-09';
import { legacyImdrf } from './imdrf-legacy.2023-04-11';
import { oversightImdrf } from './imdrf-oversight.2020-03-18';
import { softwareChangeSingapore } from './singapore-software-change.2025-07-14';
import { hospitalDutySwitzerland } from './switzerland-hospital-duty.2021-05-26';

export const internationalCharts: readonly Chart[] = [
  significantChangeCanada,
  softwareChangeCanada2011,
  certificateAustralia,
  registerAustralia,
  oversightImdrf,
  legacyImdrf,
  softwareChangeSingapore,
  cybersecurityChina,
  hospitalDutySwitzerland,
];
