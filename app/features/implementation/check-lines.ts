/**
 * The lines of the checklists, each once. A key is kept with what was recorded under it, so it is never used for
 * something else. Words are our own; `from` says what a line was derived from, with how sure we are of that.
 */
import type { Confidence } from '../../regulation/chart';
import type { CheckKey } from './check-groups';

export interface CheckLine {
  /** Says what holds when the line has passed. */
  text: string;
  from: { citation: string; mark: Confidence } | null;
}

const line = (text: string, citation?: string, mark: Confidence = 'D'): CheckLine => ({
  text,
  from: citation ? { citation, mark } : null,
});

const MDCG = 'MDCG 2019-16 §2.6.2, Annex I';
const ENVIRONMENT = 'MDCG 2019-16 §3.6';
const MMD = 'Managing Medical Devices (January 2021), section 8';
const SUPPLIER = 'our questions to suppliers, verification';

export const CHECK_LINES = {
  'before.permission': line(
    'It is on file who allowed this change for this version: document, version and page, or the letter.',
    MDCG,
    'V/i',
  ),
  'before.versions': line('The version on every unit is known, and the version that follows is named.', MDCG, 'V/i'),
  'before.release_note': line(
    'The release note was read: version, vulnerabilities closed, what else changes, how it is installed and removed.',
    'our list of what a maker hands over',
  ),
  'before.regression': line(
    'Regression tests show that timing, use of resources and results stay within the specification.',
    'MDCG 2020-3 rev. 1, check CM-3',
    'M/i',
  ),
  'before.trial': line(
    'It was tried on a spare or test unit of the same version, or it is known why that cannot be done.',
    MMD,
    'M',
  ),
  'before.acceptance': line('The test after which a unit may go back into use is agreed, step by step.', SUPPLIER),
  'before.hazards': line(
    'It was asked whether the change, or its failure, adds a hazard or weakens a control: downtime, delay, lost alarms, wrong patient, wrong data.',
    'DCB0160, question NHS-C4',
    'M',
  ),
  'before.requirements': line(
    'The ports, peers, bandwidth and names that the device needs are listed, with the document they come from.',
    'MDS2 CONN-2; our list of evidence, environment',
  ),
  'before.rules': line('The rule set was compared with that list, line by line.', 'our list of evidence, environment'),
  'before.exclusions': line(
    'Folders, files and hours that must not be scanned are set as the maker says.',
    'MDS2 MLDP-2, CSUP-4',
  ),
  'before.scan_load': line(
    'Load and timing were measured while it works, alarms and acquisition running.',
    'our reading of such changes; MDS2 MLDP-2',
  ),
  'before.signatures_staged': line(
    'The new signatures ran on one unit before they go to all.',
    'our reading of such changes; MDS2 MLDP-2.8',
  ),
  'before.agent_traffic': line(
    'What the agent sends, to whom, and what it may stop by itself is known and bounded.',
    'MDS2 MLDP-5.2, CSUP-9, CSUP-10',
  ),
  'before.service_tools': line(
    "The maker's service and calibration tools are on the list of what may run.",
    'MDS2 MLDP-4, CSUP-10.1',
  ),
  'before.used_functions': line(
    'Whatever is switched off was looked for in use: clinical work, import and export, service.',
    'MDS2 SAHD-7 to SAHD-14, CONN-1.2',
  ),
  'before.accounts_listed': line(
    'Every interface, service and emergency access that uses the account or key is listed.',
    'MDS2 PAUT-1 to PAUT-5, EMRG-1',
  ),
  'before.trust': line(
    'The other side trusts the new certificate, and the day on which it ends is in a calendar.',
    'MDS2 NAUT-3, CONN-7',
  ),
  'before.on_failure': line(
    'It is known what the device does when the other side cannot be reached or proved: it goes on, or it stops.',
    'our reading of such changes; MDS2 CONN-7',
  ),
  'before.emergency_access': line(
    'In an emergency the device can be used at once, and alarms and vital signs stay visible.',
    'MDS2 EMRG-1; our reading of such changes',
  ),
  'before.log_room': line(
    'There is room on the disk, and the load of writing or sending logs was measured.',
    'our reading of such changes; MDS2 AUDT',
  ),
  'before.remote_terms': line(
    'It is agreed who connects, from where, with which second factor, and who lets them in.',
    'MDS2 RMOT; our reading of such changes',
  ),
  'before.false_blocks': line(
    'It ran in a mode that only reports, and no clinical traffic was reported.',
    'our reading of such changes',
  ),
  'before.without_network': line(
    'Those who work with it know how orders, results, alarms and the clock are kept without the connection.',
    'MDS2 CONN-6, DOC-6',
  ),
  'before.scan_allowed': line('The maker documents that the device may be scanned, and how.', 'MDS2 SAHD-13'),
  'before.restore_tried': line(
    'A restore was tried, and what came back was the validated version.',
    'MDS2 DTBK-5, DTBK-6',
  ),
  'before.image': line(
    "Image, version and configuration are the maker's for exactly these units.",
    'our reading of such changes',
  ),
  'before.earlier_supported': line(
    'The earlier state is still supported, and the vulnerabilities it opens again are listed.',
    'our reading of such changes',
  ),
  'before.part': line('The part is one that the maker names for this model, with the same function.', MMD, 'M'),
  'before.calibration': line(
    'Whether it has to be calibrated or tested for electrical safety afterwards is known.',
    SUPPLIER,
  ),
  'before.platform': line(
    'The new host meets what the maker asks of it: processor, memory, storage, time, network.',
    'our questions to suppliers, network',
  ),
  'before.drivers': line(
    'Drivers, database and other components are those that the maker validated with it.',
    'our reading of such changes; MDS2 CSUP-2, SBOM',
  ),
  'before.migration': line(
    'What becomes of settings, licences and stored data is known, and was tried.',
    'our reading of such changes',
  ),
  'before.notice_units': line(
    'The units that the notice is about were found in the register.',
    'our list of evidence, field safety notice',
  ),
  'before.continuity': line(
    'What takes its place, and from when, is agreed with those who use it.',
    'Managing Medical Devices (January 2021), section 10',
    'M',
  ),
  'during.window': line('The device was out of use, and the ward knew.', MMD, 'M'),
  'during.backup': line('Configuration and data were saved just before, and can be restored.', 'MDS2 DTBK-5'),
  'during.source': line(
    'What was installed came from the maker, and its signature or digest was checked.',
    'MDS2 CSUP-11',
  ),
  'during.first_unit': line('One unit was done first, and watched, before the others.', 'our reading of such changes'),
  'during.power': line(
    'Power could not fail, and nobody could switch the device off meanwhile.',
    'our reading of such changes',
  ),
  'during.record': line('Who did what on which unit, when, and every deviation was written down.', MDCG, 'V/i'),
  'during.flows_watched': line(
    'Traffic was watched while the rule took effect; what was blocked was looked at.',
    ENVIRONMENT,
    'V/i',
  ),
  'during.supervised': line('Somebody stood beside the device and could stop it.', 'our reading of such changes'),
  'during.wiped': line('Data were wiped by a method that is named, and it was verified.', 'MDS2 SGUD-2, MPII-2', 'D'),
  'during.users_told': line(
    'Those who use the device have read the notice, and it lies where they need it.',
    'our list of evidence, field safety notice',
  ),
  'after.version': line('Every unit shows the version that was planned.', MDCG, 'V/i'),
  'after.acceptance': line('The agreed test was passed before the unit went back into use.', MMD, 'M'),
  'after.alarms': line('Alarms sound where they should, and within their time.', ENVIRONMENT, 'V/i'),
  'after.interfaces': line('Orders, results, images and the clock arrive, in both directions.', ENVIRONMENT, 'V/i'),
  'after.data': line('Stored patients, settings and results are there and unchanged.', 'our reading of such changes'),
  'after.vulnerability': line(
    'It was checked that the vulnerability is closed, or the traffic it needs is stopped.',
    'our reading of such changes',
  ),
  'after.no_quarantine': line('Nothing clinical was stopped, delayed or put into quarantine.', 'MDS2 MLDP-2.8'),
  'after.users': line('Everybody who has to can sign in, in the emergency way too.', 'MDS2 EMRG-1, PAUT-1'),
  'after.remote': line("The maker's remote support still works, or the new way was tried with them.", 'MDS2 RMOT'),
  'after.logs': line(
    'Logs arrive, with the right time, and hold no more about patients than they should.',
    'MDS2 AUDT',
  ),
  'after.register': line(
    'The register shows the new version, address or state of every unit.',
    'Managing Medical Devices (January 2021), section 2',
    'M',
  ),
  'after.watched': line(
    'It was watched for as long as the plan says, and nothing unexpected was reported.',
    ENVIRONMENT,
    'V/i',
  ),
  'after.calibrated': line('It was calibrated, or tested for electrical safety, where that was asked for.', SUPPLIER),
  'after.confirmed': line(
    'The maker was told, on their form, that the notice was acted upon.',
    'our list of evidence, field safety notice',
  ),
  'after.history': line(
    'Its history went with it, or is kept, and the certificate of destruction is on file.',
    'Managing Medical Devices (January 2021), section 10',
    'M',
  ),
  'back_out.way': line(
    'The way back is written down, for whoever is on duty.',
    'our questions to suppliers, verification; MDS2 DTBK-2, DTBK-5',
  ),
  'back_out.tried': line(
    'The way back was tried, on this model and version.',
    'our list of evidence, environment; our questions to suppliers, verification',
  ),
  'back_out.until': line('It is known until when it can be taken back, what tells that it must be, and who says so.'),
  'back_out.exposed': line('It is known what is open to attack again after taking it back, and what is done about it.'),
  'back_out.cannot': line(
    'It cannot be taken back: what is done instead is written down (replacement, service, loan unit).',
    'our reading of such changes',
  ),
} as const satisfies Record<CheckKey, CheckLine>;

export type CheckLineKey = keyof typeof CHECK_LINES;

/** The line of a key; null for what is none. */
export const lineOf = (key: string): CheckLine | null =>
  Object.hasOwn(CHECK_LINES, key) ? CHECK_LINES[key as CheckLineKey] : null;
