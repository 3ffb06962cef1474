/** What a letter is made from, gathered from the register and the assessments, or from a dossier alone. No clock here. */
import type { Deadline, ThemeName } from '../../../../documents/parts/letter-model';
import type { Logo } from '../../../../documents/parts/letterhead';
import type { Dossier } from '../../../regulation/dossier';
import type { AssessmentResult } from '../../../regulation/result';
import type { LetterKind } from '../letter-kinds';
import type { TemplateTexts } from '../templates/fields';

/** One unit for annex A. Empty text: not known. */
export interface LetterUnit {
  serial: string;
  softwareVersion?: string;
  operatingSystem?: string;
  place?: string;
}

/** One change the letter asks for. */
export interface Matter {
  dossier: Dossier;
  result: AssessmentResult;
  reference?: string;
  description?: string;
  /** ISO day by which the change is wanted. */
  neededBy?: string;
  /** How many units, when known, and which. */
  units?: { count?: number; list?: LetterUnit[] };
}

/** One device model as the register knows it. Empty text and null: not known. */
export interface ModelFacts {
  id: string;
  /** "XTR telemetry receiver 96280" */
  name: string;
  udiDi: string;
  softwareVersion: string;
  osProduct: string;
  osRelease: string;
  networkNeeds: string;
  remoteAccess: string;
  makerSupportEnds: string | null;
  mds2Date: string | null;
  /** Day on which the installed software was released, where recorded. */
  softwareReleased: string | null;
  /** Ids of the MDS2 questions that the register has answers to. */
  mds2Answered: readonly string[];
  components: { name: string; release: string }[];
  units: number | null;
}

export interface Person {
  name?: string;
  role?: string;
  telephone?: string;
  email?: string;
}

export interface LetterMaterial {
  kind: LetterKind;
  /** Absent: a blank to fill in. */
  reference?: string;
  yourReference?: string;
  version?: string;
  /** ISO day. */
  date: string;
  /** Null once approved; "DRAFT – not sent" when absent. */
  mark?: string | null;
  theme?: ThemeName;
  sender?: { organisation?: string; lines?: string[]; logo?: Logo };
  recipient?: { name?: string; role?: string; organisation?: string; lines?: string[] };
  contact?: Person;
  signatory?: { name?: string; role?: string };
  matters: Matter[];
  models: ModelFacts[];
  vulnerabilities: { cve: string; cvss?: string; what?: string }[];
  acknowledge: Deadline;
  answer: Deadline;
  /** How the working days were counted, in words. */
  counted: string;
  /** Controls in place, as recorded; without it the usual ones, each with a blank for its state. */
  controls?: { control: string; effect: string; state: string }[];
  /** Address of the reply page, where one is printed. */
  replyAt?: string;
  texts: TemplateTexts;
}
