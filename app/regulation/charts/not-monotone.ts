/**
 * Boxes where yes may weigh more or less than no, depending on the other answers, because the document says so: they
 * ask which way to go, not how bad something is. All other boxes of all charts weigh one way only, which a test checks:
 * there a worse answer never gives a lighter result. Key: instrument, box.
 */
export const NOT_MONOTONE: Readonly<Record<string, string>> = {
  'AU-ARTG AU-R1':
    'A wrong register entry is corrected whatever else holds; a right one may need a new entry or nothing.',
  'AU-SUBST AU-S0': 'An urgent recall action goes its own way past the test of a substantial change.',
  'CA-SIGCHANGE CA-G1': 'It chooses between the tests for classes III and IV and the reports for class II.',
  'CA-SIGCHANGE CA-MIN':
    'A further own facility with the same specifications is a minor change, past every other test.',
  'EU-MDR-ART16 O16-5': 'Repackaging or translation has duties of its own instead of those of a manufacturer.',
  'EU-MDR-CERT MR-1': 'It chooses between the duties of the two kinds of certificate.',
  'EU-MDR-CERT MR-5': 'A type examination certificate has one test of its own instead of those for the quality system.',
  'EU-MDR-UDI U2': 'It chooses between the identifiers of software and those of other devices.',
  'GB-CE UK-M2': 'A device made in house is only recorded; one that is not may end lower or higher.',
  'GB-CE UK-M5':
    'An accepted directive mark opens the test that can end supply; without it the unit may stay in service.',
  'N60 IM-U1':
    'A routine update needs little oversight; otherwise it is no matter of cybersecurity, or more oversight.',
  'N70 IM-L3': 'It chooses between the stages of a device that can be reasonably protected and of one that cannot.',
  'UK-MDR-H UK-H6':
    'An emergency is acted on and told; without one the answer lies between asking and a full manufacturer.',
  'UK-MDR-S UK-S9': 'A field action is notified and ends the walk before the test for a substantial change.',
  'US-FDA-GEN510K-2017 A1':
    'A label change of the indications is judged by its own boxes, past those for the instructions.',
  'US-FDA-GEN510K-2017 B1': 'Diagnostics are judged by their own chart of technology.',
  'US-FDA-GEN510K-2017 C1': 'Diagnostics are judged by their own chart of materials.',
  'US-FDA-GEN510K-2017 G3':
    'A change of technology is judged by its own charts, past the one for materials where it is a diagnostic.',
  'US-FDA-PCCP-GENERAL-DRAFT-2024 K6.2': 'Not appropriate for a plan weighs nothing, not needing one is recorded.',
  'US-FDA-PCCP-GENERAL-DRAFT-2024 K7.2': 'Not appropriate for a plan weighs nothing, not needing one is recorded.',
  'US-FDA-PCCP-GENERAL-DRAFT-2024 R8': 'It chooses between the tests for premarket approval and for clearance.',
  'US-FDA-REMAN-2024 RP4': 'It chooses between the tests for software and for hardware.',
};
