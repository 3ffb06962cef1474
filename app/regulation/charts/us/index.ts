/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { changeControlPlan515c } from './change-control-plan-515c.2022-12-29';
import { changeControlPlanDraft } from './change-control-plan-draft.2024-08-22';
import { correctionsAndRemovals } from './corrections-and-removals.cfr-2025';
import { cyberDevice524b } from './cyber-device-524b.2026-02-03';
import { generalChange510k } from './general-change.2017-10-25';
import { pmaSupplement } from './pma-supplement.2008-12-11';
import { postmarketCybersecurity } from './postmarket-cybersecurity.2016-12-28';
import { premarketCybersecurity } from './premarket-cybersecurity.2026-02-03';
import { recallOrEnhancement } from './recall-or-enhancement.2014-10-15';
import { remanufacturing } from './remanufacturing.2024-05-10';
import { softwareChange510k } from './software-change.2017-10-25';
import { special510k } from './special-510k.2019-09-13';

export const usCharts: readonly Chart[] = [
  softwareChange510k,
  generalChange510k,
  pmaSupplement,
  special510k,
  changeControlPlan515c,
  changeControlPlanDraft,
  postmarketCybersecurity,
  correctionsAndRemovals,
  recallOrEnhancement,
  remanufacturing,
  cyberDevice524b,
  premarketCybersecurity,
];
