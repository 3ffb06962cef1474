/** OpenVEX 0.2.0 as its specification describes it. Nothing is in it that the specification does not name. */
import { z } from 'zod';
import { isMoment } from '../days';

const iri = z.string().regex(/^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/, 'This is no IRI');
const moment = z.string().refine(isMoment, 'This is no moment with its zone (RFC 3339)');
const text = z.string();
const version = z.int().min(1);

const identifiers = z.strictObject({
  purl: text.regex(/^pkg:/, 'This is no package URL').optional(),
  cpe22: text.optional(),
  cpe23: text.optional(),
  '@cpe22': text.optional(),
  '@cpe23': text.optional(),
});
const hashes = z.record(text, text);
const subcomponent = { '@id': iri.optional(), identifiers: identifiers.optional(), hashes: hashes.optional() };
const component = z.strictObject({ ...subcomponent, subcomponents: z.array(z.strictObject(subcomponent)).optional() });

const statement = z
  .strictObject({
    '@id': iri.optional(),
    version: version.optional(),
    vulnerability: z.strictObject({
      '@id': iri.optional(),
      name: text.min(1, 'This is empty'),
      description: text.optional(),
      aliases: z.array(text).optional(),
    }),
    timestamp: moment.optional(),
    last_updated: moment.optional(),
    products: z.array(component).optional(),
    status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
    supplier: text.optional(),
    status_notes: text.optional(),
    justification: z
      .enum([
        'component_not_present',
        'vulnerable_code_not_present',
        'vulnerable_code_not_in_execute_path',
        'vulnerable_code_cannot_be_controlled_by_adversary',
        'inline_mitigations_already_exist',
      ])
      .optional(),
    impact_statement: text.optional(),
    action_statement: text.optional(),
    action_statement_timestamp: moment.optional(),
  })
  .superRefine(({ status, justification, impact_statement, action_statement }, context) => {
    if (status === 'not_affected' && !justification && !impact_statement) {
      context.addIssue({ code: 'custom', message: '“not_affected” needs a justification or an impact statement' });
    }
    if (status !== 'not_affected' && justification) {
      context.addIssue({
        code: 'custom',
        path: ['justification'],
        message: 'A justification goes with “not_affected” only',
      });
    }
    if (status === 'affected' && !action_statement) {
      context.addIssue({ code: 'custom', message: '“affected” needs an action statement' });
    }
  });

export const OpenVex = z.strictObject({
  '@context': z.string().regex(/^https:\/\/openvex\.dev\/ns\/v0\.2\.\d+$/, 'This is not the context of OpenVEX 0.2.0'),
  '@id': iri,
  author: text.min(1, 'This is empty'),
  role: text.optional(),
  timestamp: moment,
  last_updated: moment.optional(),
  version,
  tooling: text.optional(),
  statements: z.array(statement).min(1, 'This list is empty'),
});

export type OpenVexDocument = z.infer<typeof OpenVex>;
export type OpenVexStatement = OpenVexDocument['statements'][number];
