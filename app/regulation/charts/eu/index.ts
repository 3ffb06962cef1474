/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { aiAct } from './ai-act.2026-07';
import { fieldSafetyAction } from './field-safety-action.2025-01';
import { healthInstitutionExemption } from './health-institution-exemption.2021-05-26';
import { operatorChange } from './mdcg-2019-16.rev1-2020-07';
import { mdcg20203First } from './mdcg-2020-3.first-2020-03';
import { mdcg20203Rev1 } from './mdcg-2020-3.rev1-2023-05';
import { mdcg20226 } from './mdcg-2022-6.2022-05';
import { article16 } from './mdr-article-16.2021-05-26';
import { mdrCertificate } from './mdr-certificate.2021-05-26';
import { nbog20143 } from './nbog-2014-3.2014';
import { softwareClass } from './software-class.2021-05-26';
import { udiAfterChange } from './udi.2021-05-26';
import { vigilanceEvent } from './vigilance-event.2025-01';

export const euCharts: readonly Chart[] = [
  mdcg20203Rev1,
  mdcg20226,
  mdrCertificate,
  nbog20143,
  article16,
  healthInstitutionExemption,
  operatorChange,
  udiAfterChange,
  softwareClass,
  vigilanceEvent,
  fieldSafetyAction,
  aiAct,
];

/** Editions that a later one has replaced. */
export const euEarlierEditions: readonly Chart[] = [mdcg20203First];
