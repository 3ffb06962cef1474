/** What in the name of a product tells it from others, and what every other product has in its name too. Pure. */
import { compact, wordsOf } from './fold';

/** Words that never carry a match: kinds of devices, parts of them, and filling words. */
const COMMON = new Set(
  `patient patients monitor monitors monitoring pump pumps infusion system systems server servers station stations central
  software control controls medical device devices wireless telemetry receiver vital signs sign unit units module modules
  workstation workstations workplace workplaces portal information center centre clinical hospital handheld point of care bed
  beds ultrasound ct mr mri pet spect x ray xray imaging image images scanner scanners viewer analyzer analyzers analyser
  analysers gateway programmer programmers insulin syringe volumetric large volume lvp defibrillator ventilator anesthesia
  anaesthesia pacs cardiograph cardiographs ecg ekg network data link app apps application tool service operating firmware
  model models number numbers series version versions family with without and or the for all only incl including enabled based
  installed integrated part parts product products new base management remote controller controllers electronic
  digital mobile transport bedside ward meter glucose windows linux license processing review variants to in on by no under
  current support stack library kit development integration suite engine wall extended vital home health healthcare clinician
  icu ccu med surg medsurg battery pack standard edition diagnostic diagnostics
  laboratory lab blood gas chemistry communicator reader console host client interface driver acquisition planning radiation
  therapy surgical robot endoscope camera display dose dispensing cabinet refrigerator warmer ventilation that have been
  which an earlier prior later software hardware i.e. e.g. been series`
    .split(/\s+/)
    .filter(Boolean),
);

/** Kinds of devices that a maker may name instead of models: "all SPECT/CT systems". */
const KINDS = new Set(
  'spect ct pet mr mri xray ultrasound infusion pump pumps syringe monitor monitors ventilator defibrillator telemetry insulin'.split(
    ' ',
  ),
);

/** Numbers that count nothing: a token of digits alone, or letters with digits, is a model's number. */
export const hasDigit = (word: string): boolean => /\d/.test(word);

/** Enough to stand for one product by itself: letters and digits, or four digits and more. */
export const isModelNumber = (word: string): boolean =>
  hasDigit(word) && ((/\p{L}/u.test(word) && word.length >= 3) || /^\d{4,}/.test(word));

export interface ProductWords {
  written: string;
  /** All words but those of makers. */
  words: readonly string[];
  /** Those that tell products apart. */
  telling: ReadonlySet<string>;
  /** "(CSM)", "(PICiX)": what people call it. */
  short: ReadonlySet<string>;
  /** Letters and digits alone, without words of makers. */
  compact: string;
}

const SHORT = /^[A-Z][A-Za-z0-9+-]{1,9}$/;

/** Words that tell products of one family apart, though they carry nothing alone: Roman numbers, letters, variants. */
const VARIANTS = new Set('plus pro light lite mini max advanced professional mri wifi xl new'.split(' '));
const isSmall = (word: string) => /^(?:[ivx]{1,4}|\p{L})$/u.test(word) || VARIANTS.has(word);

/** Versions in a name are read as versions; field strengths stand in the names of half of all magnets. */
const isMeasure = (word: string) => /^\d+(?:\.(?:\d+|x))+$/.test(word) || /^\d(?:\.\d)?t$/.test(word);

const takenApart = new WeakMap<ReadonlySet<string>, Map<string, ProductWords>>();

/** Takes a name apart. @param makers words to leave out: see vendorWords */
export function productWords(name: string, makers: ReadonlySet<string>): ProductWords {
  const kept = takenApart.get(makers) ?? new Map<string, ProductWords>();
  takenApart.set(makers, kept);
  const found = kept.get(name) ?? takeApart(name, makers);
  if (kept.size < 20_000) kept.set(name, found);
  return found;
}

function takeApart(name: string, makers: ReadonlySet<string>): ProductWords {
  const short = new Set<string>();
  const outside = name.replace(/\(([^()]*)\)/g, (_, inside: string) => {
    if (SHORT.test(inside.trim())) short.add(compact(inside));
    // Part numbers stand in brackets too; phrases there only explain.
    return ` ${wordsOf(inside).filter(isModelNumber).join(' ')} `;
  });
  const words = wordsOf(outside.replace(/[®™©]/g, ' ')).filter((word) => !makers.has(word));
  return {
    written: name.trim(),
    words,
    telling: new Set(
      words.filter((word) => !isMeasure(word) && (hasDigit(word) || (!COMMON.has(word) && !isSmall(word)))),
    ),
    short,
    compact: words.join('').replaceAll('.', ''),
  };
}

/** "CT540" and "540": a kind of device before the number changes nothing. */
export const withoutKind = (word: string): string => {
  const [, letters = '', digits = ''] = /^(\p{L}+)(\d{3,})$/u.exec(word) ?? [];
  return digits && COMMON.has(letters) ? digits : word;
};

/** Words of a name that say what kind of device it is: "SPECT", "CT"; without those that say nothing. */
export const kindWords = ({ words }: ProductWords): string[] => words.filter((word) => KINDS.has(word));

/** Small words by which two names of one family differ: "Concerto" and "Concerto II", "IntelliVue X2" is no case. */
export const smallWords = ({ words }: ProductWords): Set<string> => new Set(words.filter(isSmall));
