/** The devices and vulnerabilities a letter is about, in words and as annexes. Pure. */
import type { Blank, Slot } from '../../../../documents/document';
import type { Annexes } from '../../../../documents/parts/letter-model';
import type { Dossier } from '../../../regulation/dossier';
import { dateInWords } from '../../../ui/time';
import { osInWords } from '../../devices/os-support';
import { systemInWords } from '../letter-words';
import type { LetterMaterial } from './material';

export const blank = (what: string): Blank => ({ blank: what });
/** The text, or a blank that says what is missing. */
export const orBlank = (text: string | null | undefined, what: string): Slot =>
  text?.trim() ? text.trim() : blank(what);

/** "Telemetry receiver TR-96"; empty when the dossier names none. */
export const deviceOf = ({ device }: Dossier): string =>
  [...new Set([device?.name?.trim(), device?.model?.trim()].filter(Boolean))].join(' ');

/** "12 units" */
export const unitsInWords = (count: number): string => `${count} ${count === 1 ? 'unit' : 'units'}`;

/** How many units are concerned, where every device says so; null where one does not. */
export function unitsOf({ matters, models }: LetterMaterial): number | null {
  const counts =
    matters.length === 1
      ? matters.map(({ units }) => units?.count ?? units?.list?.length ?? null)
      : models.map(({ units }) => units);
  if (counts.length === 0) return null;
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

const MOST_NAMED = 3;

/** The devices in words: three by name, the others by their number. */
export function devicesInWords({ matters, models }: LetterMaterial): string {
  const names = [
    ...new Set(models.length > 0 ? models.map(({ name }) => name) : matters.map(({ dossier }) => deviceOf(dossier))),
  ].filter(Boolean);
  if (names.length <= MOST_NAMED) return names.join(', ');
  return `${names.slice(0, MOST_NAMED - 1).join(', ')} and ${names.length - MOST_NAMED + 1} other models`;
}

/** The vulnerabilities at hand, each once: those of the letter, then those of its changes. */
export function vulnerabilitiesOf({ vulnerabilities, matters }: LetterMaterial): LetterMaterial['vulnerabilities'] {
  const byId = new Map(vulnerabilities.map((one) => [one.cve, one]));
  for (const { dossier } of matters) {
    for (const { cve, cvss } of dossier.vulnerabilities ?? []) {
      const id = cve?.trim() || 'not named';
      if (!byId.has(id)) byId.set(id, { cve: id, ...(cvss ? { cvss } : {}) });
    }
  }
  return [...byId.values()];
}

/** Ids of the vulnerabilities that can be asked about by name. */
export const vulnerabilityIds = (material: LetterMaterial): string[] =>
  vulnerabilitiesOf(material).flatMap(({ cve }) => (cve === 'not named' ? [] : [cve]));

function certificates({ device }: Dossier): string {
  const all = (device?.certifications ?? []).map((one) =>
    [
      one.market,
      one.basis?.toUpperCase(),
      one.class && `class ${one.class}`,
      one.body && `body ${one.body}`,
      one.certificate ?? one.number,
      one.expires && `expires ${dateInWords(one.expires)}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
  return all.length > 0 ? all.join('; ') : 'none';
}

/** Annex A: the units of one change where they are listed, else one row a model with its number of units. */
export function devicesAnnex(material: LetterMaterial): Annexes['devices'] {
  const { matters, models } = material;
  const [only] = matters.length === 1 && models.length < 2 ? matters : [];
  const note = matters
    .map((matter) => {
      const device = matters.length > 1 ? ` (${deviceOf(matter.dossier)})` : '';
      return `Certificates on our record${device}: ${certificates(matter.dossier)}.`;
    })
    .filter((line, index, all) => all.indexOf(line) === index)
    .join(' ');
  const noted = note ? { note } : {};
  if (only) {
    const { device } = only.dossier;
    const system = systemInWords(only.dossier);
    const list = only.units?.list ?? [];
    if (list.length > 0) {
      return {
        heads: ['Serial number', 'Software', 'Operating system', 'Place'],
        rows: list.map((unit) => [
          orBlank(unit.serial, 'serial number'),
          orBlank(unit.softwareVersion ?? device?.software?.version, 'version'),
          orBlank(unit.operatingSystem ?? system, 'operating system'),
          orBlank(unit.place, 'place'),
        ]),
        ...noted,
      };
    }
    const count = only.units?.count;
    return {
      heads: ['Model', 'UDI-DI', 'Software', 'Operating system', count === undefined ? 'Serial numbers' : 'Units'],
      rows: [
        [
          orBlank(device?.model ?? device?.name, 'model'),
          orBlank(device?.udi_di, 'UDI-DI'),
          orBlank(device?.software?.version, 'version'),
          orBlank(system, 'operating system and build'),
          count === undefined ? blank('serial numbers') : `${count}`,
        ],
      ],
      ...noted,
    };
  }
  return {
    heads: ['Model', 'UDI-DI', 'Software', 'Operating system', 'Units'],
    rows: models.map((model) => [
      model.name,
      orBlank(model.udiDi, 'UDI-DI'),
      orBlank(model.softwareVersion, 'version'),
      orBlank(osInWords({ product: model.osProduct, release: model.osRelease }), 'operating system'),
      model.units === null ? blank('number of units') : `${model.units}`,
    ]),
    ...noted,
  };
}
