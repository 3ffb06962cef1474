/** The four axes of risk. They stand side by side and are never added up or hidden behind one number. Pure. */
import type { RiskAxis, RiskMoment } from '../../../db/schema/risk.server';

export type { RiskAxis, RiskMoment };

export const AXES = ['patient_safety', 'security', 'regulatory', 'continuity'] as const satisfies readonly RiskAxis[];

export const MOMENTS = ['before', 'after'] as const satisfies readonly RiskMoment[];

export const AXIS_LABELS: Record<RiskAxis, string> = {
  patient_safety: 'Patient safety',
  security: 'Security',
  regulatory: 'Regulatory',
  continuity: 'Service continuity',
};

export const MOMENT_LABELS: Record<RiskMoment, string> = { before: 'before the change', after: 'after the change' };

/** What is rated on each axis, so that two people rate the same thing. */
export const AXIS_ASKS: Record<RiskAxis, string> = {
  patient_safety: 'Harm to patients, users or staff.',
  security: 'Loss of confidentiality, integrity or availability through an attack.',
  regulatory: 'Loss of the basis of conformity, or of the permission to use the device.',
  continuity: 'Loss of the service that the device gives.',
};
