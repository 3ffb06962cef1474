/** What only IMDRF N70, the Chinese guideline and the Swiss ordinance ask. */
import { askings, closed, oneOf } from '../entry';

const STAGE = {
  development: 'In development, not yet on the market',
  support: 'Support: on the market and fully supported',
  limited_support: 'Limited Support: past its end of life, supported in part',
  end_of_support: 'End of Support: no support any more',
};

const CHINESE_CLASS = { I: 'Class I', II: 'Class II', III: 'Class III' };

export const imdrfAndOthersAskings = askings({
  unsupported_component_affects_patient_safety: {
    question: 'Does it affect the safety of patients that the component is no longer supported?',
    help: 'The risk assessment of the manufacturer decides. An open vulnerability that can reach a clinical function is a yes; a component that no interface can reach may be a no.',
    who: 'manufacturer',
    foundIn: "manufacturer's risk assessment of the component",
    letter: closed(
      'By your risk assessment, does it have an effect on patient safety that the component is no longer supported?',
    ),
  },
  lifecycle_stage: {
    question: 'In which stage of its life is the device, by what the manufacturer has announced?',
    help: 'Look for an announced end of life or end of support. A device still sold and patched is in Support, however old the model is.',
    who: 'manufacturer',
    foundIn: "manufacturer's life-cycle announcement; service contract",
    valueLabels: STAGE,
    letter: oneOf('In which life-cycle stage is this model and version (please give the dates)?', STAGE),
  },
  supported_alternative_removes_risk: {
    question: 'Can an update, or a change to a supported component, take the risk away?',
    help: 'It must exist or be announced with a date. A firewall in front of the device is a compensating control, not an alternative.',
    who: 'manufacturer',
    foundIn: "manufacturer's plan for the component; upgrade offer",
    letter: closed(
      'Can an update or a design change with a supported alternative remove the risk from the unsupported component (if so, when)?',
    ),
  },
  reasonably_protected: {
    question: 'Can the device be reasonably protected against the cyber threats of today with the means at hand?',
    help: 'Count controls in the device and in its environment, and whether care can live with them. Age alone is no reason for a no.',
    who: 'manufacturer',
    foundIn: "manufacturer's risk assessment; recommended compensating controls (MDS2 SGUD-4)",
    letter: closed(
      'With the controls in the device and those you recommend, can it be reasonably protected against current cyber threats?',
    ),
  },
  cn_device_class: {
    question: 'In which class is the device registered in China?',
    help: 'The class on the registration certificate counts. The European or American class does not answer this.',
    who: 'manufacturer',
    foundIn: 'Chinese registration certificate',
    valueLabels: CHINESE_CLASS,
    letter: oneOf('In which class is this device registered in China?', CHINESE_CLASS),
  },
  network_protection_measures_taken: {
    question: 'Are state-of-the-art technical and organisational measures in place that protect the networked device?',
    help: 'Measures against electronic attack and access: zones, access control, updates, monitoring, duties and training. One firewall at the edge of the hospital is rarely all that is state of the art.',
    who: 'hospital',
    foundIn: 'security concept of the hospital network',
  },
  measures_documented_under_risk_management: {
    question: 'Are those measures identified, evaluated and documented by risk management in the quality system?',
    help: 'A dated risk file that names measures and their evaluation counts. A list of settings kept by the IT department alone does not.',
    who: 'hospital',
    foundIn: 'risk file in the quality management system',
  },
});
