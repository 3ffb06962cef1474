import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advisory } from '../../../readers/records';
import { component, model, published, publishedBy } from '../testing';
import { repaired } from './fold';
import { type FoundMatch, indexComponents, matchAdvisory } from './match-advisory';
import { modelIndex } from './model-index';
import type { RegisteredComponent, RegisteredModel } from './register';
import { vendorRelation } from './vendors';
import { versionLines } from './verdicts';

const XTR = model('Spacelabs Healthcare', 'XTR telemetry receiver', {
  modelNumber: '96280',
  systems: ['windows 7-sp1'],
});
const REGISTER: RegisteredModel[] = [
  XTR,
  model('GE HealthCare', 'Aisys CS2', { kind: 'anaesthesia machine' }),
  model('GE HealthCare', 'CARESCAPE Monitor B650', { kind: 'patient monitor' }),
  model('GE HealthCare', 'Optima CT540'),
  model('Philips', 'IntelliVue MX750', { modelNumber: '866471', kind: 'patient monitor' }),
  model('Philips', 'IntelliSpace Portal'),
  model('Philips', 'Patient monitor', { kind: 'patient monitor' }),
  model('Philips', 'PageWriter TC70'),
  model('Philips', 'Vue PACS'),
  model('BD', 'Alaris 8015 PC Unit'),
  model('Baxter', 'Connex Spot Monitor', { kind: 'vital signs monitor' }),
  model('Baxter', 'Sigma Spectrum', { modelNumber: '35700BAX2' }),
  model('Innokas', 'VC150'),
  model('Draeger', 'Infinity Delta', { kind: 'patient monitor' }),
  model('Siemens Healthineers', 'Biograph mCT PET/CT', { kind: 'PET/CT scanner', systems: ['windows 7-sp1'] }),
  model('Medtronic', 'InterStim X Clinician app', { modelNumber: 'A51300' }),
  model('Roche Diagnostics', 'CoaguChek Pro II'),
  model('Contec Medical Systems', 'CMS8000'),
  model('Northbridge Clinical Computing', 'Ward round viewer'),
];
const id = (name: string) => REGISTER.find((one) => one.name === name)?.id ?? '';
const COMPONENTS: RegisteredComponent[] = [
  component(id('Ward round viewer'), 'Orthanc', '1.5.6'),
  component(id('Infinity Delta'), 'VxWorks', '6.4', { supplier: 'Wind River Systems' }),
];
const VERSIONS = ['', '1.0.2', '2.1', '8.0.3', '9.7', '12.2.8'];

const index = modelIndex(REGISTER);
const components = indexComponents(COMPONENTS);
const found = (advisory: Advisory) => matchAdvisory(advisory, index, components);

function explained({ modelId, confidence, how, group, reasons, ...match }: FoundMatch): string {
  const running = VERSIONS.map((version) => ({ version, units: 1, systems: { 'windows 7-sp1': 1 } }));
  const lines = versionLines({ ...match, lines: group.lines }, match.cves, running).filter(({ cve }) => cve === '');
  const weights = { for: '+', against: '-', open: '?' };
  return [
    `  ${confidence}, ${how}: ${modelId} <- ${group.vendor} / ${group.name} (${match.cves.length} vulnerabilities)`,
    ...reasons.map(({ weighs, says }) => `    ${weights[weighs]} ${says}`),
    ...lines.map(
      ({ version, verdict, because }) => `    ${version || '(not known)'}: ${verdict.replace('_', ' ')}. ${because}`,
    ),
  ].join('\n');
}

describe('matching published advisories', () => {
  it('explains itself', async () => {
    const text = published()
      .map((advisory) => ({ advisory, matches: found(advisory) }))
      .filter(({ matches }) => matches.length > 0)
      .map(({ advisory, matches }) => `${advisory.id}: ${advisory.title}\n${matches.map(explained).join('\n')}\n`);
    expect(text.length).toBeGreaterThanOrEqual(14);
    await expect(text.join('\n')).toMatchFileSnapshot('golden/explanations.txt');
  });

  it('never loses a product whose number is ours to one that has the name', () => {
    const named = found(publishedBy('ICSMA-20-170-04')).filter(({ modelId }) => modelId === id('Sigma Spectrum'));
    const running = [{ version: '8.0.3', units: 1, systems: {} }];
    const verdicts = named.map(
      (match) => versionLines({ ...match, lines: match.group.lines }, match.cves, running)[0]?.verdict,
    );
    expect(verdicts).toContain('affected');
  });

  it('never matches by one common word', () => {
    const named = published()
      .flatMap(found)
      .map(({ modelId }) => modelId);
    expect(named).not.toContain(id('Patient monitor'));
  });

  it('of any names never fails, and says the same twice', () => {
    const words = fc.array(
      fc.constantFrom('Vue', 'PACS', 'Patient', 'Monitor', 'MX750', 'II', '4', 'Alaris', '8015', '(CSM)', 'é', '-'),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...published()), words, fc.string(), (advisory, name, supplier) => {
        const own = modelIndex([model(supplier, name.join(' ')), model(advisory.vendors[0] ?? '', name.join(' '))]);
        const once = matchAdvisory(advisory, own, new Map());
        expect(matchAdvisory(advisory, own, new Map())).toEqual(once);
        for (const { reasons, cves } of once) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(cves.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('speaks of every vulnerability it lists for a product', () => {
    for (const advisory of published()) {
      for (const { cves } of found(advisory)) {
        const known = new Set(advisory.vulnerabilities.map(({ cve }) => cve));
        expect(cves.every((cve) => known.has(cve))).toBe(true);
      }
    }
  });
});

describe('makers', () => {
  it.each([
    ['GE Healthcare', 'General Electric (GE)', 'same_firm'],
    ['Phillips', 'Philips', 'same_firm'],
    ['Medtronic ', 'Medtronic', 'same'],
    ['Innokas YhtymÃ¤ Oy', 'Innokas Yhtymä', 'same'],
    ['Dräger', 'Draeger', 'same'],
    ['Becton, Dickinson and Company (BD)', 'BD', 'same_firm'],
    ['Hillrom', 'Baxter', 'acquired'],
    ['Siemens', 'Siemens Healthineers', 'separated'],
    ['Silex Technology and GE Healthcare', 'GE HealthCare', 'same_firm'],
    ['Acme Medical GmbH', 'ACME', 'trade_words'],
  ])('%s and %s: %s', (theirs, ours, kind) => expect(vendorRelation(theirs, ours)?.kind).toBe(kind));

  it('that nothing connects are two', () => {
    expect(vendorRelation('Philips', 'BD')).toBeNull();
    expect(vendorRelation('', 'BD')).toBeNull();
    expect(vendorRelation('Medical GmbH', 'Medical Inc.')).toBeNull();
  });

  it('broken letters are repaired for comparing, and nothing else is touched', () => {
    expect(repaired('YhtymÃ¤')).toBe('Yhtymä');
    expect(repaired('DrÃ¤ger')).toBe('Dräger');
    expect(repaired('Ã')).toBe('Ã');
    expect(repaired('Dräger')).toBe('Dräger');
  });
});

describe('what sits in a device', () => {
  const vex = (purl: string, version: string): Advisory => ({
    ...publishedBy('ICSMA-25-037-02'),
    products: [
      {
        id: 'P',
        name: 'log4j-core',
        vendor: 'Apache',
        product: 'log4j-core',
        version,
        versionIsRange: true,
        purl,
        cpe: '',
        identifiers: [],
      },
    ],
    statements: [
      {
        vulnerability: 'CVE-2021-44228',
        productId: 'P',
        product: 'log4j-core',
        status: 'known_not_affected',
        justificationFlags: ['component_not_present'],
        impact: 'The class was removed.',
      },
    ],
  });

  it('is found by its package address, and the justification of "not affected" stays', () => {
    const inside = [
      component(XTR.id, 'log4j', '2.14.1', { purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1' }),
    ];
    const [match] = matchAdvisory(
      vex('pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1', '<= 2.14'),
      index,
      indexComponents(inside),
    );
    expect(match).toMatchObject({ how: 'component', confidence: 'certain', modelId: XTR.id });
    const lines =
      match &&
      versionLines({ ...match, lines: match.group.lines }, match.cves, [{ version: '4', units: 1, systems: {} }]);
    expect(lines).toMatchObject([{ verdict: 'unclear' }]);
    const [all] = matchAdvisory(
      vex('pkg:maven/org.apache.logging.log4j/log4j-core', 'vers:all/*'),
      index,
      indexComponents(inside),
    );
    const said =
      all && versionLines({ ...all, lines: all.group.lines }, all.cves, [{ version: '4', units: 1, systems: {} }]);
    expect(said).toMatchObject([
      {
        verdict: 'not_affected',
        because: expect.stringContaining('not hit. component not present; The class was removed.'),
      },
    ]);
  });

  it('of another name, or called by a common word, is not', () => {
    const others = [component(XTR.id, 'log4j-api', '2.14.1'), component(XTR.id, 'server', '1')];
    expect(matchAdvisory(vex('', '<= 2.14'), index, indexComponents(others))).toEqual([]);
    expect(matchAdvisory(publishedBy('ICSMA-25-037-02'), modelIndex([]), indexComponents(others))).toEqual([]);
  });
});
