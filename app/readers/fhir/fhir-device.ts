/** The resource Device of FHIR, as R4 and as R5 describe it. */
import { z } from 'zod';
import {
  annotation,
  code,
  codeableReference,
  concept,
  contactPoint,
  dateTime,
  identifier,
  part,
  quantity,
  range,
  reference,
  resource,
  strings,
} from './fhir-types';

const { text, uri, anyObject } = strings;

const ENTRY_TYPES = ['barcode', 'rfid', 'manual', 'card', 'self-reported', 'unknown'] as const;

/** What both releases have in common. */
const both = {
  ...resource,
  identifier: z.array(identifier).optional(),
  manufacturer: text.optional(),
  manufactureDate: dateTime.optional(),
  expirationDate: dateTime.optional(),
  lotNumber: text.optional(),
  serialNumber: text.optional(),
  modelNumber: text.optional(),
  partNumber: text.optional(),
  owner: reference.optional(),
  contact: z.array(contactPoint).optional(),
  location: reference.optional(),
  url: uri.optional(),
  note: z.array(annotation).optional(),
  parent: reference.optional(),
};

const carrier = {
  jurisdiction: uri.optional(),
  carrierAIDC: text.optional(),
  carrierHRF: text.optional(),
};

export const DeviceR4 = z.strictObject({
  ...both,
  definition: reference.optional(),
  udiCarrier: z
    .array(
      part({
        ...carrier,
        deviceIdentifier: text.optional(),
        issuer: uri.optional(),
        entryType: code(...ENTRY_TYPES).optional(),
      }),
    )
    .optional(),
  status: code('active', 'inactive', 'entered-in-error', 'unknown').optional(),
  statusReason: z.array(concept).optional(),
  distinctIdentifier: text.optional(),
  deviceName: z
    .array(
      part({
        name: text,
        type: code(
          'udi-label-name',
          'user-friendly-name',
          'patient-reported-name',
          'manufacturer-name',
          'model-name',
          'other',
        ),
      }),
    )
    .optional(),
  type: concept.optional(),
  specialization: z.array(part({ systemType: concept, version: text.optional() })).optional(),
  version: z.array(part({ type: concept.optional(), component: identifier.optional(), value: text })).optional(),
  property: z
    .array(part({ type: concept, valueQuantity: z.array(quantity).optional(), valueCode: z.array(concept).optional() }))
    .optional(),
  patient: reference.optional(),
  safety: z.array(concept).optional(),
});

/** A property has one value, of one of these types. */
const propertyR5 = part({
  type: concept,
  valueQuantity: quantity.optional(),
  valueCodeableConcept: concept.optional(),
  valueString: text.optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.int().optional(),
  valueRange: range.optional(),
  valueAttachment: anyObject.optional(),
}).refine((one) => Object.keys(one).filter((key) => key.startsWith('value')).length === 1, 'A property has one value');

export const DeviceR5 = z.strictObject({
  ...both,
  displayName: text.optional(),
  definition: codeableReference.optional(),
  udiCarrier: z
    .array(
      part({
        ...carrier,
        deviceIdentifier: text,
        issuer: uri,
        entryType: code(...ENTRY_TYPES, 'electronic-transmission').optional(),
      }),
    )
    .optional(),
  status: code('active', 'inactive', 'entered-in-error').optional(),
  availabilityStatus: concept.optional(),
  biologicalSourceEvent: identifier.optional(),
  name: z
    .array(
      part({
        value: text,
        type: code('registered-name', 'user-friendly-name', 'patient-reported-name'),
        display: z.boolean().optional(),
      }),
    )
    .optional(),
  category: z.array(concept).optional(),
  type: z.array(concept).optional(),
  version: z
    .array(
      part({
        type: concept.optional(),
        component: identifier.optional(),
        installDate: dateTime.optional(),
        value: text,
      }),
    )
    .optional(),
  conformsTo: z
    .array(part({ category: concept.optional(), specification: concept, version: text.optional() }))
    .optional(),
  property: z.array(propertyR5).optional(),
  mode: concept.optional(),
  cycle: anyObject.optional(),
  duration: anyObject.optional(),
  endpoint: z.array(reference).optional(),
  gateway: z.array(codeableReference).optional(),
  safety: z.array(concept).optional(),
});

type R4 = z.infer<typeof DeviceR4>;
type R5 = z.infer<typeof DeviceR5>;
export type FhirDevice = { release: 'R4'; device: R4 } | { release: 'R5'; device: R5 };

const ONLY_R4 = ['deviceName', 'specialization', 'statusReason', 'distinctIdentifier', 'patient'];
const ONLY_R5 = [
  'displayName',
  'name',
  'availabilityStatus',
  'biologicalSourceEvent',
  'category',
  'conformsTo',
  'mode',
  'cycle',
  'duration',
  'endpoint',
  'gateway',
];

/** Which release a Device is of, told by its fields; null when they are of both. One that fits either is taken for R4. */
export function releaseOf(device: Record<string, unknown>): 'R4' | 'R5' | null {
  const has = (names: readonly string[]): boolean => names.some((name) => name in device);
  const listed = Array.isArray(device.type);
  const r5 = has(ONLY_R5) || listed;
  const r4 = has(ONLY_R4) || ('type' in device && !listed);
  return r4 && r5 ? null : r5 ? 'R5' : 'R4';
}
