/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { ceRecognition } from './ce-recognition.2023-07';
import { connectedDevices } from './connected-devices.2022';
import { correctiveActionUk } from './corrective-action.2025-06';
import { nhsCyberAlert } from './cyber-alert';
import { dcb0129 } from './dcb0129.v4-2';
import { thirdPartyProducts } from './dcb0129-third-party.v4-2';
import { dcb0160 } from './dcb0160.v3-2';
import { healthInstitutionExemption } from './health-institution-exemption.2025-12';
import { hospitalChangeUk } from './hospital-change.2026-11';
import { iec800011 } from './iec-80001-1.2021';
import { manufacturerChangeUk } from './manufacturer-change.2026-11';
import { networkSegmentation } from './network-segmentation.2023';
import { offLabelUk } from './off-label.2023-07';
import { vigilanceUk } from './vigilance.2025-06';
import { vigilanceClockUk } from './vigilance-clock.2025-06';

export const ukCharts: readonly Chart[] = [
  ceRecognition,
  hospitalChangeUk,
  manufacturerChangeUk,
  correctiveActionUk,
  healthInstitutionExemption,
  offLabelUk,
  vigilanceUk,
  vigilanceClockUk,
  dcb0129,
  thirdPartyProducts,
  dcb0160,
  nhsCyberAlert,
  connectedDevices,
  networkSegmentation,
  iec800011,
];
