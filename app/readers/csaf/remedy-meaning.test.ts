import { expect, it } from 'vitest';
import { remedyMeaning } from './remedy-meaning';

/** Sentences in the manner of published advisories; those of CISA are public domain. */
it.each([
  ['fix', 'Update to V2.4.8 or later version'],
  ['fix', 'Stryker has released software updates for affected products to mitigate the KRACK vulnerabilities.'],
  [
    'fix',
    'Smiths Medical has released update Version 1.6.1 to mitigate the vulnerabilities in the Medfusion 4000 Wireless Syringe Infusion Pump.',
  ],
  ['fix', 'An app update is available as of February 23, 2023 that will fix the vulnerability.'],
  [
    'fix',
    'Philips released a security fix for Speech in Nov 2021 that remediates CWE-665 and CWE-327 and recommends contacting support below.',
  ],
  ['fix', 'The firmware update (Version 2.0.3) is available for download.'],
  [
    'fix',
    'Medtronic recommends updating the Paceart Optima system to v1.12. Contact Medtronic to schedule the update.',
  ],
  [
    'no_fix',
    'BIOTRONIK reports they will not be issuing a product security update; however, BIOTRONIK has identified compensating controls.',
  ],
  [
    'no_fix',
    'BD has not developed a product fix to address these vulnerabilities, but has issued compensating controls to reduce the risk of exploitation.',
  ],
  ['no_fix', 'There is no fix planned for this product.'],
  ['no_fix', 'The product has reached end-of-life and is no longer supported.'],
  ['no_fix', 'No update is available.'],
  [
    'fix_planned',
    'Philips plans an update to correct these issues in a release scheduled for the third quarter of 2020.',
  ],
  ['fix_planned', 'Philips will release a fix for PACS that remediates CWE-522 with low score of 3.7 in Q3 2023.'],
  [
    'fix_planned',
    'For all affected products, Roche Diagnostic has scheduled release of new software updates with availability beginning November 2018.',
  ],
  [
    'fix_planned',
    'All Alaris System software versions less than 9.19 are end of life. BD recommends users upgrade Alaris System software when BD releases its next version of software, upon 510(k) clearance.',
  ],
  [
    'workaround',
    'Siemens has identified the following specific workarounds and mitigations that customers can apply to reduce the risk:',
  ],
  [
    'workaround',
    'Users should always monitor for and/or block unexpected traffic, such as FTP, at network boundaries.',
  ],
  ['unclear', 'Medtronic has released additional patient focused information.'],
  ['unclear', 'BD has released a security bulletin for the Alaris PC unit model 8015.'],
  ['unclear', 'For additional information, see the Baxter Product Security Bulletin.'],
  ['unclear', 'https://www.medtronic.com/security'],
  ['unclear', 'Welch Allyn Service Tool: v1.10'],
  [
    'unclear',
    "GE has produced product updates that are available upon request. GE's product updates are not available for the Optima 680.",
  ],
  [
    'unclear',
    'Medtronic has developed mitigating patches for some models. Patches for additional models will be deployed through future updates.',
  ],
  ['unclear', ''],
])('%s: %s', (meaning, text) => expect(remedyMeaning('vendor_fix', text)).toBe(meaning));

it.each([
  ['no_fix_planned', 'Currently no fix is planned', 'no_fix'],
  ['none_available', 'Currently no fix is available', 'no_fix'],
  ['none_available', 'We are working to integrate the upstream patches in our code.', 'fix_planned'],
  ['none_available', 'Vendor has released version 2.0, which fixes this.', 'unclear'],
  ['workaround', 'Turn it off.', 'workaround'],
  [
    'mitigation',
    'Baxter has released a software update for all impacted devices and software to address this vulnerability.',
    'fix',
  ],
])('%s with “%s” comes to %s', (category, text, meaning) => expect(remedyMeaning(category, text)).toBe(meaning));

it('takes no time over long texts', () => {
  const began = performance.now();
  for (const piece of ['update ', 'will ', 'has released a ', 'when releases ', 'no ', 'a. ', 'upgrade to ']) {
    remedyMeaning('vendor_fix', piece.repeat(30_000));
  }
  expect(performance.now() - began).toBeLessThan(4_000);
});
