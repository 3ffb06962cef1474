/** Names computed from the dossier that can decide whether an instrument applies. Nobody states them as facts. */
import { askings } from './entry';

const MARKET_LABELS = {
  EU: 'European Union',
  NI: 'Northern Ireland',
  GB: 'Great Britain',
  US: 'United States',
  CA: 'Canada',
  AU: 'Australia',
  SG: 'Singapore',
  CN: 'China',
  CH: 'Switzerland',
};

export const placeAskings = askings({
  markets: {
    question: 'In which markets is the device certified or sold?',
    help: "Taken from the device's certifications. A manufacturer's duty follows the markets where the product is sold.",
    who: 'manufacturer',
    foundIn: 'declarations of conformity; certificates; clearance letters',
    valueLabels: MARKET_LABELS,
  },
  places: {
    question: 'Where is the unit used?',
    help: "Taken from the site of the unit. A hospital's duty follows the law of the place where the unit stands, not the mark on its label.",
    who: 'hospital',
    foundIn: 'asset register',
    valueLabels: MARKET_LABELS,
  },
  tga_certificate: {
    question: 'Does the entry in the Australian register rest on a certificate of the TGA itself?',
    help: "Taken from the device's certifications: an Australian one whose body is the TGA. With evidence from overseas, the body that issued it judges the change.",
    who: 'manufacturer',
    foundIn: 'entry in the Australian register; conformity assessment certificate',
  },
  nation: {
    question: 'In which nation of the United Kingdom does the unit stand?',
    help: 'Taken from the site of the unit. Northern Ireland follows the European rules.',
    who: 'hospital',
    foundIn: 'asset register',
    valueLabels: {
      england: 'England',
      scotland: 'Scotland',
      wales: 'Wales',
      northern_ireland: 'Northern Ireland',
      other: 'Elsewhere',
    },
  },
});
