/** Makers and their invented contacts; addresses end in `.example`, telephone numbers are those kept for drama. */
import type { DemoSite } from './types';

export interface DemoSupplier {
  name: string;
  country: string;
  address: string[];
  contacts: [name: string, role: string, mailbox: string][];
}

const domain = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.example`;

/** The made-up website and mail domain of a supplier. */
export const websiteOf = ({ name }: DemoSupplier): string => `https://www.${domain(name)}/security`;
export const emailOf = ({ name }: DemoSupplier, mailbox: string): string => `${mailbox}@${domain(name)}`;

const street = (line: string, town: string, country: string): string[] => [line, town, country];

export const SUPPLIERS: DemoSupplier[] = [
  {
    name: 'Spacelabs Healthcare',
    country: 'United States',
    address: street('1 Demonstration Way', 'Snoqualmie, WA 00000', 'United States'),
    contacts: [
      ['R. Delgado', 'regulatory affairs', 'regulatory'],
      ['Product security', 'coordinated disclosure', 'product-security'],
    ],
  },
  {
    name: 'Philips',
    country: 'Netherlands',
    address: street('Voorbeeldlaan 2', '0000 AA Best', 'Netherlands'),
    contacts: [
      ['M. de Wit', 'regulatory affairs', 'regulatory'],
      ['Product security', 'coordinated disclosure', 'productsecurity'],
    ],
  },
  {
    name: 'GE HealthCare',
    country: 'United States',
    address: street('3 Sample Street', 'Chicago, IL 00000', 'United States'),
    contacts: [['Service desk UK', 'service', 'service.uk']],
  },
  {
    name: 'Siemens Healthineers',
    country: 'Germany',
    address: street('Musterstraße 4', '00000 Erlangen', 'Germany'),
    contacts: [['J. Albrecht', 'customer security', 'security']],
  },
  {
    name: 'Dräger',
    country: 'Germany',
    address: street('Beispielallee 5', '00000 Lübeck', 'Germany'),
    contacts: [['Produktsicherheit', 'coordinated disclosure', 'produktsicherheit']],
  },
  {
    name: 'Baxter',
    country: 'United States',
    address: street('6 Placeholder Parkway', 'Deerfield, IL 00000', 'United States'),
    contacts: [['Product security', 'coordinated disclosure', 'product-security']],
  },
  {
    name: 'BD',
    country: 'United States',
    address: street('7 Example Drive', 'Franklin Lakes, NJ 00000', 'United States'),
    contacts: [
      ['S. Okafor', 'account manager', 's.okafor'],
      ['Product security', 'coordinated disclosure', 'product-security'],
    ],
  },
  {
    name: 'B. Braun',
    country: 'Germany',
    address: street('Musterweg 8', '00000 Melsungen', 'Germany'),
    contacts: [['Produktsicherheit', 'coordinated disclosure', 'produktsicherheit']],
  },
  {
    name: 'Fresenius Kabi',
    country: 'Germany',
    address: street('Beispielstraße 9', '00000 Bad Homburg', 'Germany'),
    contacts: [['L. Moreau', 'regulatory affairs', 'l.moreau']],
  },
  {
    name: 'Smiths Medical',
    country: 'United States',
    address: street('10 Sample Avenue', 'Minneapolis, MN 00000', 'United States'),
    contacts: [],
  },
  {
    name: 'Roche Diagnostics',
    country: 'Germany',
    address: street('Musterring 11', '00000 Mannheim', 'Germany'),
    contacts: [['K. Hoffmann', 'point-of-care service', 'poc']],
  },
  {
    name: 'Illumina',
    country: 'United States',
    address: street('12 Demonstration Road', 'San Diego, CA 00000', 'United States'),
    contacts: [['Technical support', 'service', 'support']],
  },
  {
    name: 'Medtronic',
    country: 'United States',
    address: street('13 Example Street', 'Minneapolis, MN 00000', 'United States'),
    contacts: [['Product security', 'coordinated disclosure', 'security']],
  },
  {
    name: 'BIOTRONIK',
    country: 'Germany',
    address: street('Musterufer 14', '00000 Berlin', 'Germany'),
    contacts: [],
  },
  {
    name: 'Contec Medical Systems',
    country: 'China',
    address: street('15 Example Road', 'Qinhuangdao', 'China'),
    contacts: [],
  },
  {
    name: 'Innokas',
    country: 'Finland',
    address: street('Esimerkkikatu 16', '00000 Kempele', 'Finland'),
    contacts: [['A. Virtanen', 'quality', 'quality']],
  },
  {
    name: 'Stryker',
    country: 'United States',
    address: street('17 Placeholder Lane', 'Kalamazoo, MI 00000', 'United States'),
    contacts: [['Service desk', 'service', 'service']],
  },
  {
    name: 'Northbridge Clinical Computing',
    country: 'United Kingdom',
    address: street('Trent Lane', 'Northbridge NB1 4QT', 'United Kingdom'),
    contacts: [['D. Mbeki', 'lead developer', 'wardviewer']],
  },
];

/** Languages of what people write: notes of the German hospital are German. */
export const INVENTORY: Record<DemoSite, string> = {
  northbridge: 'Asset inventory (demonstration)',
  anselm: 'Geräteverzeichnis (Demonstration)',
};
