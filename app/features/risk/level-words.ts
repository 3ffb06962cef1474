/**
 * What the five steps mean on each axis, so that two people rate the same thing. The short words follow the matrix of
 * the NPSA, from memory; the sentences per axis are ours. Pure.
 */
import type { RiskAxis } from './axes';
import type { Level } from './matrix';

export const CONSEQUENCE_LABELS: Record<Level, string> = {
  1: 'negligible',
  2: 'minor',
  3: 'moderate',
  4: 'major',
  5: 'catastrophic',
};

export const LIKELIHOOD_LABELS: Record<Level, string> = {
  1: 'rare',
  2: 'unlikely',
  3: 'possible',
  4: 'likely',
  5: 'almost certain',
};

export const CONSEQUENCE_WORDS: Record<RiskAxis, Record<Level, string>> = {
  patient_safety: {
    1: 'no harm, no treatment',
    2: 'slight harm, watched or treated at once',
    3: 'harm that needs treatment or a longer stay',
    4: 'lasting harm to a patient',
    5: 'death, or lasting harm to several patients',
  },
  security: {
    1: 'an attempt that reaches nothing',
    2: 'one device, no patient data, back within hours',
    3: 'several devices, or data of some patients',
    4: 'spreads through a part of the network, or data of many patients',
    5: 'the whole hospital, or control over therapy',
  },
  regulatory: {
    1: 'a note on file',
    2: 'somebody has to be told',
    3: 'an approval or a report is owed',
    4: 'use restricted, or a certificate in doubt',
    5: 'no basis for use is left: taken out of service',
  },
  continuity: {
    1: 'no session lost',
    2: 'single sessions moved',
    3: 'a day of one service moved',
    4: 'a service lost for days, patients sent elsewhere',
    5: 'a service lost for weeks, with nothing in its place',
  },
};

export const LIKELIHOOD_WORDS: Record<RiskAxis, Record<Level, string>> = {
  patient_safety: {
    1: 'not expected while the device is in use',
    2: 'could happen once in years of use',
    3: 'may happen within a year',
    4: 'expected within months',
    5: 'expected within weeks, or happening now',
  },
  security: {
    1: 'no known way to exploit it that reaches the device',
    2: 'a way is known, several controls stand before it',
    3: 'a way is known, one control stands before it',
    4: 'exploits are public and the device can be reached',
    5: 'exploited now in places like this one',
  },
  regulatory: {
    1: 'a reading nobody has put forward',
    2: 'a strict reading would lead there',
    3: 'published readings differ',
    4: 'the usual reading leads there',
    5: 'printed in the rule',
  },
  continuity: {
    1: 'not expected while the device is in use',
    2: 'could happen once in years of use',
    3: 'may happen within a year',
    4: 'expected within months',
    5: 'expected within weeks, or happening now',
  },
};
