/** The form of a unit's network details. */
import { z } from 'zod';
import { MEASURE_IDS, type MeasureId, measureOf } from '../../regulation/options/measures';
import { versionField } from '../devices/model-form';
import { addressInWords } from '../placement/networks';
import { optionalDate, optionalText } from '../text-input';
import type { DetailValues } from './detail-values';
import { isHostname, macInWords } from './mac-address';

/** Controls that stand around or on a unit: measures of the rule library that can be in place. */
export const CONTROL_IDS: readonly MeasureId[] = MEASURE_IDS.filter(
  (id) => !['vendor_patch', 'os_patch', 'upgrade', 'replacement', 'accept'].includes(id),
);

export const controlLabel = (id: string): string => {
  const known = CONTROL_IDS.find((one) => one === id);
  return known ? measureOf(known).label : id;
};

const spelled = (read: (text: string) => string | null, wrong: string) =>
  optionalText().transform((text, context) => {
    if (text === '') return '';
    const found = read(text);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });

const known = () =>
  z
    .enum(['yes', 'no', ''], { error: 'Choose from the list.' })
    .optional()
    .transform((said) => (said ? said === 'yes' : null));

export const DetailForm = z.object({
  version: versionField,
  ipAddress: spelled(addressInWords, 'Give one address, such as 10.20.30.40 or fd00::1.'),
  macAddress: spelled(macInWords, 'Give an address such as 00:1b:44:11:3a:b7.'),
  hostname: spelled((text) => (isHostname(text) ? text : null), 'Give a host name such as ct-07.ward.example.'),
  holdsPatientData: known(),
  internetReachable: known(),
  behind: optionalText(),
  controls: z
    .array(z.enum(MEASURE_IDS, { error: 'Choose from the list.' }))
    .default([])
    .transform((given) => CONTROL_IDS.filter((id) => given.includes(id)) as string[]),
  contractEnds: optionalDate(),
  lot: optionalText(),
  manufacturedOn: optionalDate(),
});
export type DetailInput = z.output<typeof DetailForm>;

const said = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

/** The fields of the form as they are saved. */
export const detailShown = (values: DetailValues): Record<string, string | string[] | null> => ({
  ...{ ipAddress: values.ipAddress, macAddress: values.macAddress, hostname: values.hostname },
  ...{ holdsPatientData: said(values.holdsPatientData), internetReachable: said(values.internetReachable) },
  ...{ behind: values.behind, controls: values.controls, contractEnds: values.contractEnds },
  ...{ lot: values.lot, manufacturedOn: values.manufacturedOn },
});
