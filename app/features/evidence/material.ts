/**
 * What was known about changes at one moment, as plain JSON. It is frozen with the request for a pack: rows change
 * afterwards, and a pack that is built again has to be the same bytes. Types only.
 */
import type {
  changeAttachments,
  changeConditions,
  changeOptions,
  changePlans,
  changeStatements,
  changes,
  claims,
  derivedConfirmations,
  dissents,
  documents,
  emergencies,
  hazards,
  implementations,
  letterClocks,
  letters,
  letterVersions,
  planChecks,
  replies,
  replyAnswers,
  replyFiles,
  reportabilityTriages,
  riskAcceptances,
  riskRatings,
  signatures,
  signOffRounds,
  verifications,
} from '../../../db/schema/index.server';
import type { AssessmentResult } from '../../regulation/result';

/** A row as JSON: dates as ISO texts, without the organisation, which is the same for all. */
export type Plain<T> = T extends Date
  ? string
  : T extends (infer One)[]
    ? Plain<One>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

type Row<Table extends { $inferSelect: object }> = Omit<Plain<Table['$inferSelect']>, 'orgId'>;

export type StatementMaterial = Row<typeof changeStatements>;
export type SignatureMaterial = Row<typeof signatures>;
export type RoundMaterial = Row<typeof signOffRounds>;
export type ConditionMaterial = Row<typeof changeConditions>;
export type AttachmentMaterial = Row<typeof changeAttachments>;
export type DocumentMaterial = Omit<Row<typeof documents>, 'model' | 'bytes'>;
export type RatingMaterial = Row<typeof riskRatings>;
export type ImplementationMaterial = Row<typeof implementations> & { serial: string };
export type ConfirmationMaterial = Row<typeof derivedConfirmations>;

export interface ReplyMaterial {
  reply: Row<typeof replies>;
  answers: Omit<Row<typeof replyAnswers>, 'replyId'>[];
  files: Row<typeof replyFiles>[];
}

export interface LetterMaterial {
  letter: Omit<Row<typeof letters>, 'searchKey' | 'nextDueKey'>;
  versions: Omit<Row<typeof letterVersions>, 'model' | 'form' | 'bytes'>[];
  clocks: Row<typeof letterClocks>[];
  replies: ReplyMaterial[];
}

export interface AssessmentMaterial {
  id: string;
  number: number;
  library: string;
  assessedAt: string;
  assessedByName: string;
  dossierSha256: string;
  editions: Record<string, { edition: string; sha256: string }>;
  /** As the chart walk gave them, with trace and citations. */
  result: AssessmentResult;
  /** What a route looks at: classes in every market, and where the change lands. */
  classes: string[];
  location: string | null;
}

/** A derived answer on the path, and who looked at it. */
export interface DerivedMaterial {
  key: string;
  answer: string;
  because: string;
  citation: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
}

/** A place of the route that the change takes, or took for its last decision. */
export interface PlaceMaterial {
  slot: string;
  label: string;
  decides: boolean;
  because: string[];
}

export interface ChangeMaterial {
  change: Omit<Row<typeof changes>, 'searchKey' | 'neededKey'>;
  model: { id: string; name: string; modelNumber: string };
  supplier: { id: string; name: string };
  units: { id: string; serial: string; location: string }[];
  statements: StatementMaterial[];
  assessment: AssessmentMaterial | null;
  derived: DerivedMaterial[];
  options: Row<typeof changeOptions>[];
  route: PlaceMaterial[];
  rounds: RoundMaterial[];
  signatures: SignatureMaterial[];
  snapshots: { id: string; number: number; sha256: string; takenAt: string }[];
  dissents: Row<typeof dissents>[];
  conditions: ConditionMaterial[];
  plan: Row<typeof changePlans> | null;
  checks: Row<typeof planChecks>[];
  implementations: ImplementationMaterial[];
  verifications: Row<typeof verifications>[];
  emergencies: Row<typeof emergencies>[];
  standard: { number: number; title: string; usedAt: string; usedByName: string } | null;
  ratings: RatingMaterial[];
  hazards: Row<typeof hazards>[];
  acceptances: Row<typeof riskAcceptances>[];
  triages: Row<typeof reportabilityTriages>[];
  letters: LetterMaterial[];
  claims: Row<typeof claims>[];
  attachments: AttachmentMaterial[];
  documents: DocumentMaterial[];
}

/** The record as a whole, up to the cut. */
export interface TrailMaterial {
  seq: number;
  hash: string;
  at: string;
  /** The last checkpoint up to the cut; null: none. */
  checkpoint: { seq: number; at: string; keyId: string } | null;
  /** The last time somebody verified it, and what came of it. */
  verified: { seq: number; at: string; by: string; ok: boolean } | null;
  /** The last signed review. */
  review: { number: number; toSeq: number; at: string; by: string; outcome: string } | null;
}

export interface Material {
  organisation: { id: string; name: string; lines: string[] };
  trail: TrailMaterial;
  changes: ChangeMaterial[];
}
