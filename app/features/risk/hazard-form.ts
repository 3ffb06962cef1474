/** One line of the hazard log, as a form and as fields of a record (the columns of a DCB0160 hazard log). */
import { z } from 'zod';
import { versionField } from '../devices/model-form';
import { type FactField, textFact } from '../provenance/statements';
import { optionalText, requiredText } from '../text-input';
import { clinicalLevel, HIGHEST_ACCEPTABLE } from './clinical-matrix';
import { levelField } from './level-field';

export const HAZARD_STATUSES = ['open', 'controlled', 'accepted', 'closed'] as const;

export type HazardStatus = (typeof HAZARD_STATUSES)[number];

export const HAZARD_STATUS_LABELS: Record<HazardStatus, string> = {
  open: 'open',
  controlled: 'controlled',
  accepted: 'accepted',
  closed: 'closed',
};

export interface HazardValues {
  title: string;
  cause: string;
  effect: string;
  existingControls: string;
  beforeConsequence: number | null;
  beforeLikelihood: number | null;
  furtherControls: string;
  afterConsequence: number | null;
  afterLikelihood: number | null;
  status: HazardStatus;
  ownerName: string;
}

export const HazardParams = z.object({ changeId: z.uuid(), hazardId: z.union([z.uuid(), z.literal('new')]) });

const fields = z.object({
  version: versionField,
  title: requiredText('Name the hazard.'),
  cause: optionalText(),
  effect: optionalText(),
  existing_controls: optionalText(),
  before_consequence: levelField(),
  before_likelihood: levelField(),
  further_controls: optionalText(),
  after_consequence: levelField(),
  after_likelihood: levelField(),
  status: z.enum(HAZARD_STATUSES, { error: 'Choose a status.' }),
  owner_name: optionalText(),
});

export const HazardForm = fields.superRefine((form, context) => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  for (const moment of ['before', 'after'] as const) {
    const [severity, likelihood] = [form[`${moment}_consequence`], form[`${moment}_likelihood`]];
    if ((severity === null) === (likelihood === null)) continue;
    refuse(
      severity === null ? `${moment}_consequence` : `${moment}_likelihood`,
      'Choose severity and likelihood, or neither.',
    );
  }
  if (form.status === 'open') return;
  const [consequence, likelihood] = [form.after_consequence, form.after_likelihood];
  if (consequence === null || likelihood === null) {
    refuse('after_consequence', 'Say what is left of the risk first: a hazard nobody judged stays open.');
  } else if (form.status !== 'controlled' && clinicalLevel({ consequence, likelihood }) > HIGHEST_ACCEPTABLE) {
    refuse('status', 'A level of 4 or 5 cannot be accepted or closed: control it further, or do not go ahead.');
  }
});

export type HazardInput = z.output<typeof HazardForm>;

/** What a form says of the hazard. */
export const hazardValues = (form: HazardInput): HazardValues => ({
  title: form.title,
  cause: form.cause,
  effect: form.effect,
  existingControls: form.existing_controls,
  beforeConsequence: form.before_consequence,
  beforeLikelihood: form.before_likelihood,
  furtherControls: form.further_controls,
  afterConsequence: form.after_consequence,
  afterLikelihood: form.after_likelihood,
  status: form.status,
  ownerName: form.owner_name,
});

export const NO_HAZARD: HazardValues = {
  title: '',
  cause: '',
  effect: '',
  existingControls: '',
  beforeConsequence: null,
  beforeLikelihood: null,
  furtherControls: '',
  afterConsequence: null,
  afterLikelihood: null,
  status: 'open',
  ownerName: '',
};

export const HAZARD_FIELDS: readonly FactField<HazardValues>[] = [
  { field: 'title', label: 'Hazard', of: ({ title }) => textFact(title) },
  { field: 'cause', label: 'Cause', of: ({ cause }) => textFact(cause) },
  { field: 'effect', label: 'Effect on patients', of: ({ effect }) => textFact(effect) },
  { field: 'existing_controls', label: 'Controls in place', of: ({ existingControls }) => textFact(existingControls) },
  { field: 'before_consequence', label: 'Severity before', of: ({ beforeConsequence }) => beforeConsequence },
  { field: 'before_likelihood', label: 'Likelihood before', of: ({ beforeLikelihood }) => beforeLikelihood },
  { field: 'further_controls', label: 'Further controls', of: ({ furtherControls }) => textFact(furtherControls) },
  { field: 'after_consequence', label: 'Severity after', of: ({ afterConsequence }) => afterConsequence },
  { field: 'after_likelihood', label: 'Likelihood after', of: ({ afterLikelihood }) => afterLikelihood },
  { field: 'status', label: 'Status', of: ({ status }) => status },
  { field: 'owner_name', label: 'Owner', of: ({ ownerName }) => textFact(ownerName) },
];

const shown = (level: number | null): string => (level === null ? '' : String(level));

/** A record as the fields of the form. */
export const hazardFields = (values: HazardValues): Record<string, string> => ({
  title: values.title,
  cause: values.cause,
  effect: values.effect,
  existing_controls: values.existingControls,
  before_consequence: shown(values.beforeConsequence),
  before_likelihood: shown(values.beforeLikelihood),
  further_controls: values.furtherControls,
  after_consequence: shown(values.afterConsequence),
  after_likelihood: shown(values.afterLikelihood),
  status: values.status,
  owner_name: values.ownerName,
});
