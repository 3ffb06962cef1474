/** What changes in the software. */
import { askings, closed, oneOf } from './entry';

const OS_CHANGE = {
  none: 'Operating system not changed',
  patch: 'Patch of the installed release',
  same_family_version: 'Newer version of the same family',
  different_family: 'Another operating system family',
  additional_family: 'A further operating system beside the present one',
};

const COMPONENT_CHANGE = {
  none: 'No component changed',
  minor: 'Minor update of a component',
  major: 'Major update of a component',
  new: 'A new component',
  new_security_component: 'A new security component (anti-malware, agent, allow-listing)',
};

const THREE = { none: 'None', minor: 'Minor', major: 'Major' };

const UI_CHANGE = {
  none: 'User interface not changed',
  appearance_only: 'Appearance only',
  enhancement_without_performance_change: 'More convenient use of what exists',
  new_interface: 'Another way of operating the device',
};

const NEW_FEATURE = {
  none: 'No function added',
  non_medical: 'Added function without medical purpose (print, report, language)',
  medical: 'Added function that may change diagnosis or therapy',
};

const WIRELESS = {
  none: 'Wireless not changed',
  other_change: 'Change of existing wireless',
  introduced: 'Wireless introduced',
  introduced_for_control: 'Wireless introduced to control the device',
};

export const softwareAskings = askings({
  os_change: {
    question: 'What changes in the operating system under the device software?',
    help: 'Take the largest change. A security update of the same release is a patch; Windows 10 to Windows 11 is a newer version of the same family; Windows to Linux is another family.',
    who: 'manufacturer',
    foundIn: 'release note; MDS2 CSUP-2, SBOM-2',
    valueLabels: OS_CHANGE,
    letter: oneOf('What changes in the operating system under your device software?', OS_CHANGE),
  },
  os_is_standard_third_party: {
    question: 'Is the operating system a standard product of a third party?',
    help: 'Windows, a common Linux distribution or Android as its maker supplies it. An own real-time kernel or a custom build is a no.',
    who: 'manufacturer',
    foundIn: 'MDS2 CSUP-2, SBOM-2',
    letter: closed('Is the operating system of the device a standard third-party product, not an own or custom build?'),
  },
  device_software_change_needed: {
    question: 'Does the device software have to be modified for the new operating system or component?',
    help: 'Changes in its code or in its interface to the component count. Rebuilding or reinstalling it unchanged does not.',
    who: 'manufacturer',
    foundIn: 'release note; change request',
    letter: closed(
      'Does your device software, or its interface to the changed component, have to be modified for this change?',
    ),
  },
  component_change: {
    question: 'What is the largest change of another software component?',
    help: 'Library, runtime, database engine, driver or agent; not the operating system. Minor: same product line, interfaces and behaviour unchanged, already documented. A first anti-malware installation is a new security component.',
    who: 'manufacturer',
    foundIn: 'software bill of materials before and after (MDS2 SBOM-1, SBOM-2); release note',
    valueLabels: COMPONENT_CHANGE,
    letter: oneOf(
      'What is the largest change of a software component other than the operating system (library, runtime, database engine, driver, agent)?',
      COMPONENT_CHANGE,
    ),
  },
  component_same_product_line: {
    question: 'Is the changed component of the same supplier, product and major version line?',
    help: 'Or the supplier states that it is a drop-in replacement. Example: OpenSSL 3.0.8 to 3.0.14 is a yes, MySQL to PostgreSQL a no.',
    who: 'manufacturer',
    foundIn: 'software bill of materials before and after',
    letter: closed(
      'Is the changed component from the same supplier and product, in the same major version line, or stated to be drop-in compatible?',
    ),
  },
  component_already_documented: {
    question: 'Is the component already listed in the technical documentation or software bill of materials?',
    help: 'The product counts, not the exact version. A tool that is introduced with this change is a no.',
    who: 'manufacturer',
    foundIn: 'software bill of materials (MDS2 SBOM-1)',
    letter: closed('Is this component already listed in your technical documentation or software bill of materials?'),
  },
  regression_tests_unchanged: {
    question: 'Do regression tests show unchanged timing, resource use and results?',
    help: 'All three, on this version. Tests not yet run are unknown, not yes.',
    who: 'manufacturer',
    foundIn: 'regression test summary',
    letter: closed(
      'Do your regression tests show unchanged timing, resource use and results within the specification?',
      {
        no: 'No, differences found',
        unknown: 'Not yet tested',
      },
    ),
  },
  adds_listener_or_privileged_process: {
    question: 'Does the change add a network listener or a privileged process on clinical data paths?',
    help: 'A service that opens a port, or a process with system rights that sees clinical data. An agent that scans files in the background usually is one.',
    who: 'manufacturer',
    foundIn: 'release note; MDS2 CONN-2',
    letter: closed('Does this change add a network listener or a privileged process that acts on clinical data paths?'),
  },
  third_party_product_in_release: {
    question: 'Does the release contain a product of a third party?',
    help: "Operating-system patches, libraries and runtimes count. A release of the manufacturer's own code only is a no.",
    who: 'manufacturer',
    foundIn: 'release note; software bill of materials',
    letter: closed('Does this release contain a third-party product?'),
  },
  architecture_change: {
    question: 'Does the overall structure of the software change?',
    help: 'Major: another platform, middleware, a split into services, a move to another host. Minor: local restructuring. A patch that leaves the structure alone is none.',
    who: 'manufacturer',
    foundIn: 'software architecture document',
    valueLabels: THREE,
    letter: oneOf('How far does this change alter the overall structure of the software?', {
      none: 'Not at all',
      minor: 'Local restructuring only',
      major: 'Major change of the architecture',
    }),
  },
  infrastructure_change: {
    question: 'Do compiler, language, drivers or libraries change, and how much?',
    help: 'Judge by complexity. Minor: updated drivers or libraries with the same interfaces. Major: another language or toolchain with large rewrites.',
    who: 'manufacturer',
    foundIn: 'release note; list of tools and libraries',
    valueLabels: THREE,
    letter: oneOf('How far do the support systems of the software change (compiler, language, drivers, libraries)?', {
      none: 'Not at all',
      minor: 'Minor change',
      major: 'Major change',
    }),
  },
  code_restructuring: {
    question: 'Is code restructured without a functional purpose?',
    help: 'Minor: refactoring for easier maintenance. Major: re-engineering or a rewrite of old software.',
    who: 'manufacturer',
    foundIn: 'change request; release note',
    valueLabels: THREE,
    letter: oneOf('Is code restructured without a functional purpose?', {
      none: 'No',
      minor: 'Refactoring only',
      major: 'Re-engineering or rewrite',
    }),
  },
  hardware_platform_changed: {
    question: 'Is the computer or hardware platform under the software exchanged or extended?',
    help: 'Another processor family, computer model, virtual machine or cloud counts. A disk of the same type does not.',
    who: 'manufacturer',
    foundIn: 'platform list of the manufacturer; MDS2 DOC-11',
    letter: closed('Is the computing or hardware platform on which the software runs exchanged or extended?'),
  },
  database_structure_changed: {
    question: 'Does the structure of a database of the device change?',
    help: 'New or altered tables, fields or relations count. A newer database engine with the same structure, or new entries, do not.',
    who: 'manufacturer',
    foundIn: 'release note; MDS2 MPII-2.4 (database on the device)',
    letter: closed('Does the structure of a database of the device change?'),
  },
  algorithm_changed: {
    question: 'Is any algorithm of the device new or modified?',
    help: 'Calculations, filters, control and detection logic of the device. Encryption routines are no algorithm of its function.',
    who: 'manufacturer',
    foundIn: 'release note; design specification',
    letter: closed('Is any algorithm of the device new or modified?'),
  },
  core_algorithm_changed: {
    question: 'Is an algorithm that serves the intended use directly new, modified or rewritten?',
    help: 'For example alarm detection, dose or motor control, measurement, image reconstruction. Log handling is none.',
    who: 'manufacturer',
    foundIn: 'release note; design specification',
    letter: closed(
      'Is an algorithm that contributes directly to the intended use (alarm, control, measurement, diagnosis) new, modified or rewritten?',
    ),
  },
  affects_device_control: {
    question: 'Does the changed software take part in controlling the device?',
    help: 'It drives or limits what the device does to the patient: pump rate, ventilation, radiation. Display of stored data does not control it.',
    who: 'manufacturer',
    foundIn: 'software architecture document',
    letter: closed('Does the changed algorithm or software take part in controlling the device?'),
  },
  may_alter_diagnosis_or_therapy: {
    question: 'Because of the change, may a diagnosis or treatment come out differently?',
    help: 'A different value, image, alarm or recommendation that staff act on counts. The same result shown faster does not.',
    who: 'manufacturer',
    foundIn: 'clinical evaluation; risk management file',
    letter: closed('Because of this change, may a diagnosis or a treatment come out differently?'),
  },
  user_input_replaced_by_closed_loop: {
    question: 'Does closed-loop control replace an input a user had to give?',
    help: 'Only an input that was required counts. Example: a value typed by staff now comes from a sensor loop. A saved default does not count.',
    who: 'manufacturer',
    foundIn: 'functional description; release note',
    letter: closed('Does closed-loop control replace an input that a user had to give?'),
  },
  ui_change: {
    question: 'What changes in the user interface?',
    help: 'Appearance only: colours or layout without loss of usability or a new function. A log-in or lock screen in front of clinical use is another way of operating the device.',
    who: 'manufacturer',
    foundIn: 'instructions for use of both versions; release note',
    valueLabels: UI_CHANGE,
    letter: oneOf('What changes in the user interface?', UI_CHANGE),
  },
  new_feature: {
    question: 'Is a function added?',
    help: 'Medical: it may change diagnosis or therapy. Not medical: printing, reports, languages. Security settings that users do not see are no function.',
    who: 'manufacturer',
    foundIn: 'release note',
    valueLabels: NEW_FEATURE,
    letter: oneOf('Does this release add a function?', NEW_FEATURE),
  },
  new_interoperability_channel: {
    question: 'Is a new channel of data exchange with another device or system added?',
    help: 'A new wireless link, interface or cloud connection counts. Encrypting or filtering an existing channel does not; an agent that reports to a console of its own usually does.',
    who: 'manufacturer',
    foundIn: 'MDS2 CONN-1 to CONN-8; data-flow diagram (DOC-10)',
    letter: closed('Does this change add a new channel of data exchange with another device or system?', {
      no: 'No (existing channels only, secured or filtered)',
    }),
  },
  new_data_presentation: {
    question: 'Do medical data appear in a format, dimension or unit that is new for this device?',
    help: 'Example: mg/dl instead of mmol/l, a trend curve where a number stood. A new colour scheme does not count.',
    who: 'manufacturer',
    foundIn: 'instructions for use of both versions',
    letter: closed('Do medical data appear in a format, dimension, unit or presentation that is new for this device?'),
  },
  changes_interpretation_of_data: {
    question: 'Will users read or interpret the data of the device differently?',
    help: 'The meaning they take from it counts, not the look. Example: a threshold now marks another risk group.',
    who: 'manufacturer',
    foundIn: 'instructions for use of both versions; usability file',
    letter: closed('Will users read or interpret the data of the device differently than before?'),
  },
  wireless_change: {
    question: 'What changes in wireless communication?',
    help: 'Introduced: the device had no radio in use before. Introduced for control: wireless now controls what the device does. Switching an existing radio off is another change.',
    who: 'manufacturer',
    foundIn: 'MDS2 CONN-1.1; release note',
    valueLabels: WIRELESS,
    letter: oneOf('What changes in wireless communication?', WIRELESS),
  },
  software_service_activity: {
    question: 'Which kind of software service is it?',
    help: 'Choose the one that fits exactly. Installing a patch or an agent is none of the listed ones: choose other.',
    who: 'hospital',
    foundIn: 'work order',
    valueLabels: {
      hardware_diagnostics: 'Hardware diagnostics by software',
      security_assessment: 'Looking for malware or weaknesses',
      reinstall_manufacturer_software: "Reinstalling the manufacturer's software",
      revert_configuration: 'Going back to an earlier configuration',
      toggle_connectivity_as_intended: 'Switching connectivity on or off as intended',
      backup_or_recovery: 'Backup or recovery of data',
      software_inventory: 'Listing installed software',
      collect_logs: 'Collecting system logs',
      manage_accounts: 'Managing user accounts',
      access_repair_information: 'Reading diagnostic or repair information',
      other: 'None of these',
    },
  },
});
