import { describe, expect, it } from 'vitest';
import { changed, readJsonContent } from '../testing';

const R4 = {
  resourceType: 'Device',
  id: 'pump',
  udiCarrier: [{ deviceIdentifier: '00812345678901', carrierHRF: '(01)00812345678901(11)240115(10)LOT7(21)SN-1' }],
  status: 'active',
  manufacturer: 'ExampleMed Inc.',
  _manufacturer: { extension: [{ url: 'https://example.org/x', valueString: 'y' }] },
  serialNumber: 'SN-1',
  deviceName: [
    { name: 'Granny’s pump', type: 'patient-reported-name' },
    { name: 'IP-2000', type: 'manufacturer-name' },
  ],
  modelNumber: 'IP-2000',
  type: { text: 'Infusion pump' },
  version: [{ value: '4.2' }],
  note: [{ text: 'Belongs to Mrs Shaw' }],
  patient: { reference: 'Patient/example', display: 'Amy Shaw' },
};
const R5 = {
  resourceType: 'Device',
  udiCarrier: [{ deviceIdentifier: '1', issuer: 'http://hl7.org/fhir/NamingSystem/gs1-di' }],
  name: [{ value: 'Oximeter', type: 'registered-name' }],
  type: [{ coding: [{ code: '65573', display: 'Pulse oximeter' }] }],
  version: [
    { type: { text: 'Hardware revision' }, value: 'r1' },
    { type: { text: 'MDC_ID_PROD_SPEC_SW: Software revision' }, value: '9.7' },
  ],
  identifier: [
    { type: { coding: [{ code: 'SNO' }] }, value: 'SER' },
    { system: 'http://hl7.org/fhir/sid/eui-48', value: '00-1C-05-FF-E8-74' },
  ],
  property: [{ type: { text: 'x' }, valueCodeableConcept: { text: 'y' } }],
};

describe('a Device', () => {
  it('of R4 gives a unit, filled from its carrier, and leaves the patient out', async () => {
    const { head, records } = await readJsonContent(R4);
    expect(head).toMatchObject({ format: 'FHIR Device (R4)', valid: true, facts: { device_count: 1 } });
    expect(records[0]).toMatchObject({
      kind: 'device',
      value: {
        supplier: 'ExampleMed Inc.',
        model: 'IP-2000',
        kind: 'Infusion pump',
        serial: 'SN-1',
        lot: 'LOT7',
        manufacturedOn: '2024-01-15',
        softwareVersion: '4.2',
      },
    });
    expect(JSON.stringify([head, records])).not.toMatch(/Shaw|Granny|Patient\/example/);
    expect(head.warnings.map(({ message }) => message).join(' ')).toMatch(/patient.*notes/s);
  });

  it('of R5 is told by its shape', async () => {
    const { head, records } = await readJsonContent(R5);
    expect(head).toMatchObject({ format: 'FHIR Device (R5)', valid: true });
    expect(records[0]).toMatchObject({
      warnings: ['DI is not 14 digits'].slice(1),
      value: {
        model: 'Oximeter',
        kind: 'Pulse oximeter',
        serial: 'SER',
        macAddress: '00-1C-05-FF-E8-74',
        softwareVersion: '9.7',
      },
    });
  });

  it('whose fields differ from its carrier says so', async () => {
    const { records } = await readJsonContent(
      changed(changed(R4, '/serialNumber', 'SN-2'), '/udiCarrier/0/deviceIdentifier', '00844588018923'),
    );
    expect(records[0]?.warnings).toEqual(
      expect.arrayContaining([
        'deviceIdentifier is 00844588018923, and the carrier says 00812345678901',
        'serialNumber is SN-2, and the carrier says SN-1',
      ]),
    );
    expect(records[0]).toMatchObject({ value: { serial: 'SN-2', udiDi: '00844588018923' } });
  });

  it.each([
    [R4, '/status', 'on', '/status'],
    [R4, '/udiCarrier', {}, '/udiCarrier'],
    [R4, '/udiCarrier', [], '/udiCarrier'],
    [R4, '/manufacturer', '', '/manufacturer'],
    [R4, '/manufacturer', null, '/manufacturer'],
    [R4, '/serialNumber', 7, '/serialNumber'],
    [R4, '/deviceName/0/type', undefined, '/deviceName/0/type'],
    [R4, '/type', {}, '/type'],
    [R4, '/expirationDate', '2026-02-30', '/expirationDate'],
    [R4, '/expirationDate', '30.02.2026', '/expirationDate'],
    [R4, '/colour', 'red', ''],
    [R4, '/name', [{ value: 'x', type: 'registered-name' }], ''],
    [R5, '/udiCarrier/0/issuer', undefined, '/udiCarrier/0/issuer'],
    [R5, '/property/0/valueString', 'z', '/property/0'],
    [R5, '/type/0/coding', 'x', '/type/0/coding'],
  ] as const)('is refused %#', async (device, pointer, value, place) => {
    const { head, records } = await readJsonContent(changed<Record<string, unknown>>(device, pointer, value));
    expect({ valid: head.valid, records }).toEqual({ valid: false, records: [] });
    expect(head.errors.map((one) => one.place)).toContain(place);
  });
});

describe('a Bundle', () => {
  const bundle = (...resources: unknown[]) => ({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ fullUrl: 'urn:uuid:1', resource })),
  });

  it('gives its Devices, and says what it left out', async () => {
    const { head, records } = await readJsonContent(bundle(R4, { resourceType: 'Patient', id: 'x' }, R5));
    expect(head).toMatchObject({ format: 'FHIR Device (R4 and R5)', valid: true, facts: { device_count: 2 } });
    expect(head.warnings.map(({ message }) => message).join(' ')).toContain('1 Patient');
    expect(records.map(({ place }) => place)).toEqual(['/entry/0/resource', '/entry/2/resource']);
  });

  it.each([
    [bundle(), '/entry'],
    [bundle({ resourceType: 'Patient' }), '/entry'],
    [{ ...bundle(R4), type: 'heap' }, '/type'],
    [{ ...bundle(R4), entry: R4 }, '/entry'],
    [bundle(R4, { id: 'x' }), '/entry/1/resource/resourceType'],
    [bundle(changed(R4, '/status', 1)), '/entry/0/resource/status'],
    [{ resourceType: 'Patient' }, '/resourceType'],
  ])('is refused %#', async (json, place) => {
    const { head } = await readJsonContent(json);
    expect(head.valid).toBe(false);
    expect(head.errors.map((one) => one.place)).toContain(place);
  });
});
