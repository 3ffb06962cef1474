/** Where the units of the demonstration organisations stand, by what they are for. All invented. */
import type { DemoSite, PlaceKind } from './types';

export interface Place {
  site: string;
  location: string;
  /** '' where nobody knows. */
  zone: string;
  owner: string;
}

const at = (site: string, zone: string, owner: string, ...locations: string[]): Place[] =>
  locations.map((location) => ({ site, location, zone, owner }));

const GENERAL = 'General Hospital';
const WOMEN = 'Women’s and Children’s Hospital';
const RIVERSIDE = 'Riverside Day Centre';
const LAB = 'Trent Lane Laboratories';

const NORTHBRIDGE: Record<PlaceKind, Place[]> = {
  telemetry: [
    ...at(GENERAL, 'MED-MONITORING', 'Cardiology', 'Cardiology ward 7', 'Step-down ward 9', 'Coronary care unit'),
  ],
  monitoring: [
    ...at(
      GENERAL,
      'MED-MONITORING',
      'Critical care',
      'Intensive care north',
      'Intensive care south',
      'High dependency unit',
    ),
    ...at(GENERAL, 'CLINICAL-SHARED', 'Emergency department', 'Resuscitation room', 'Emergency majors'),
    ...at(WOMEN, 'MED-MONITORING', 'Paediatrics', 'Children’s intensive care', 'Neonatal unit'),
  ],
  theatre: [
    ...at(GENERAL, 'MED-THEATRE', 'Theatres', 'Theatre 1', 'Theatre 2', 'Theatre 3', 'Theatre 4', 'Recovery'),
    ...at(RIVERSIDE, 'MED-THEATRE', 'Theatres', 'Day theatre A', 'Day theatre B'),
  ],
  infusion: [
    ...at(
      GENERAL,
      'MED-INFUSION',
      'Medical physics',
      'Equipment library',
      'Ward 3 surgical',
      'Ward 5 oncology',
      'Ward 11 renal',
    ),
    ...at(WOMEN, 'MED-INFUSION', 'Women’s and children’s services', 'Delivery suite', 'Neonatal unit'),
    ...at(RIVERSIDE, '', 'Day care', 'Chemotherapy day unit'),
  ],
  imaging: [
    ...at(GENERAL, 'MED-IMAGING', 'Radiology', 'Radiology 1', 'Radiology 2', 'Emergency radiology'),
    ...at(RIVERSIDE, 'MED-IMAGING', 'Radiology', 'Riverside imaging'),
  ],
  nuclear: at(GENERAL, 'ISOLATED-LEGACY', 'Nuclear medicine', 'Nuclear medicine', 'Nuclear medicine control room'),
  cardiology: [
    ...at(
      GENERAL,
      'CLINICAL-SHARED',
      'Cardiology',
      'Cardiology clinic',
      'Cardiology ward 7',
      'Acute medical unit',
      'Pacing clinic',
    ),
    ...at(RIVERSIDE, 'CLINICAL-SHARED', 'Cardiology', 'Rapid access clinic'),
  ],
  laboratory: at(LAB, 'MED-LAB', 'Genomics laboratory', 'Sequencing room'),
  bedside: [
    ...at(
      GENERAL,
      'MED-WIRELESS',
      'Point-of-care testing',
      'Acute medical unit',
      'Ward 3 surgical',
      'Ward 5 oncology',
      'Emergency majors',
    ),
    ...at(WOMEN, 'MED-WIRELESS', 'Point-of-care testing', 'Delivery suite', 'Children’s ward'),
  ],
  pharmacy: [
    ...at(
      GENERAL,
      'CLINICAL-SHARED',
      'Pharmacy',
      'Theatre 1',
      'Theatre 2',
      'Theatre 3',
      'Theatre 4',
      'Intensive care north',
    ),
    ...at(WOMEN, 'CLINICAL-SHARED', 'Pharmacy', 'Delivery suite'),
  ],
  server: at(GENERAL, 'MED-SERVERS', 'Clinical computing', 'Data room A', 'Data room B'),
  outpatients: [
    ...at(RIVERSIDE, 'CLINICAL-SHARED', 'Outpatients', 'Outpatients 1', 'Outpatients 2', 'Diabetes clinic'),
    ...at(GENERAL, '', 'Pacing clinic', 'Pacing clinic'),
  ],
};

const HAUS = 'Haupthaus';
const MVZ = 'MVZ am Markt';

const ANSELM: Record<PlaceKind, Place[]> = {
  telemetry: at(HAUS, 'MT-MONITORING', 'Kardiologie', 'Station 4 Kardiologie'),
  monitoring: at(HAUS, 'MT-MONITORING', 'Intensivmedizin', 'Intensivstation', 'Intermediate Care', 'Notaufnahme'),
  theatre: at(HAUS, 'MT-OP', 'Anästhesie', 'OP-Saal 1', 'OP-Saal 2', 'Aufwachraum'),
  infusion: at(HAUS, 'MT-INFUSION', 'Medizintechnik', 'Intensivstation', 'Station 2 Chirurgie', 'Station 6 Onkologie'),
  imaging: [...at(HAUS, 'MT-BILD', 'Radiologie', 'Radiologie'), ...at(MVZ, 'MT-BILD', 'Radiologie', 'Röntgen MVZ')],
  nuclear: at(HAUS, 'INSEL-ALTGERÄTE', 'Nuklearmedizin', 'Nuklearmedizin'),
  cardiology: at(HAUS, 'KLINIK-NETZ', 'Kardiologie', 'Herzschrittmacher-Ambulanz', 'Station 4 Kardiologie'),
  laboratory: at(HAUS, 'MT-LABOR', 'Labor', 'Molekularlabor'),
  bedside: at(HAUS, 'MT-FUNK', 'Pflege', 'Station 2 Chirurgie', 'Station 4 Kardiologie', 'Station 6 Onkologie'),
  pharmacy: at(HAUS, 'KLINIK-NETZ', 'Apotheke', 'Zentralapotheke'),
  server: at(HAUS, 'MT-SERVER', 'IT', 'Serverraum'),
  outpatients: at(MVZ, '', 'Ambulanz', 'Diabetologie MVZ'),
};

export const PLACES: Record<DemoSite, Record<PlaceKind, Place[]>> = { northbridge: NORTHBRIDGE, anselm: ANSELM };
