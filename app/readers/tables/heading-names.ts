/**
 * Headings that inventories use, and the field of ours that each means. Spellings: Snipe-IT (app/Importer,
 * import_mappings.md), NetBox (device fields), Axonius (asset fields of file-based adapters), a hospital asset template
 * (TJC categories, AAMI risk score), GUDID and openFDA (device/udi), FHIR R4 and R5 Device; those of GLPI, iTop and of
 * maintenance systems, and the German and French ones, are general knowledge. A heading that may mean two things has
 * `or`, and a person decides.
 */
import type { InventoryRecord } from '../records';

export type InventoryField = keyof InventoryRecord;

export interface HeadingNames {
  /** null: we have no field of our own for it; it can be kept among the notes. */
  field: InventoryField | null;
  or?: readonly InventoryField[];
  headings: readonly string[];
}

const split = (text: string): string[] => text.split('|').map((one) => one.trim());
const names = (field: InventoryField | null, text: string, ...or: InventoryField[]): HeadingNames => ({
  field,
  ...(or.length > 0 && { or }),
  headings: split(text),
});

export const HEADING_NAMES: readonly HeadingNames[] = [
  names(
    'assetTag',
    'Asset Tag | Asset ID | Asset ID / Tag Number | Tag Number | Control Number | Equipment Control Number | CE Number | BME Number | Equipment ID | Inventory Number | otherserial | Barcode | Asset Number | Asset No | Inventarnummer | Inventar-Nr | Numéro d’inventaire',
  ),
  names('model', 'Item Name | Asset Name | Device Name | name | Display Name', 'kind', 'hostname', 'notes'),
  names('kind', 'Description | Equipment Description | Bezeichnung', 'model', 'notes'),
  names(
    'supplier',
    'Manufacturer | OEM | Make | Brand | company_name | companyName | Device Manufacturer | device_manufacturer | Hersteller | Fabricant | Marque',
  ),
  names('supplier', 'Vendor | Supplier', 'owner', 'notes'),
  names('model', 'Model | Model Name | Device Model | Modell | Modèle'),
  names(
    'modelNumber',
    'Model Number | Model No. | modelNumber | version_or_model_number | versionModelNumber | Catalog Number | catalog_number | Catalogue Number | REF',
  ),
  names(
    'serial',
    'Serial | Serial Number | Serial No. | S/N | sn | serialNumber | Device Manufacturer Serial | hostserialnumber | deviceserialnumber | serial# | Seriennummer | Serien-Nr | Numéro de série',
  ),
  names('kind', 'Category | Equipment Type | Modality | Geräteart | Gerätetyp'),
  names('kind', 'Device Type | device_type | role | Device Role', 'model'),
  names(
    'kind',
    'UMDNS | UMDNS Code | GMDN | EMDN | EMDN Code | FDA Product Code | product_code | productCode',
    'notes',
  ),
  names('udiDi', 'UDI-DI | DI | Primary DI | Device Identifier | deviceIdentifier | GTIN'),
  names('udiCarrier', 'carrierHRF | UDI Carrier | UDI HRF'),
  names('udiCarrier', 'UDI', 'udiDi'),
  // A Basic UDI-DI names a family of devices and stands on no label.
  names(null, 'Basic UDI-DI', 'notes'),
  names('lot', 'Lot | Lot Number | lotNumber | Batch | Charge'),
  names(
    'softwareVersion',
    'Software Version | SW Version | Firmware | Firmware Version | Application Version | swversion | Software Revision | Softwareversion | Version du logiciel',
  ),
  names('softwareVersion', 'version', 'modelNumber', 'operatingSystem'),
  names(
    'operatingSystem',
    'OS | Operating System | os_name | osname | OS Version | os_version | OS Build | Betriebssystem | Système d’exploitation',
  ),
  names('operatingSystem', 'platform', 'notes'),
  names('ipAddress', 'IP | IP Address | ipaddress | primary_ip4 | Last IP | IPv4 | IP-Adresse'),
  names('macAddress', 'MAC | MAC Address | macaddress | mac_address | MAC-Adresse'),
  names('macAddress', 'Bluetooth Address', 'notes'),
  names('hostname', 'Hostname | host_name | FQDN | DNS Name | machinename | Computer Name'),
  names(null, 'AE Title | AET | DICOM AE Title', 'hostname', 'notes'),
  names('site', 'Site | Facility | Hospital | Standort | Krankenhaus'),
  names('site', 'Company | Entity | tenant', 'owner', 'supplier'),
  names('owner', 'Department | Owner Department | Owning Department | department_id | Abteilung | Service', 'location'),
  names('owner', 'Cost Center | Cost Centre | Kostenstelle', 'notes'),
  names('location', 'Location | Room | Building | Ward | Raum | Gebäude | Emplacement'),
  names('location', 'rack | Unit', 'notes'),
  names(
    null,
    'Status | Equipment Status | Operational Status | commercial_distribution_status | Risk | Risk Class | Risk Score | AAMI Risk Score | Risk Tier | Criticality | Life Support | Life Support Designation | TJC Equipment Category',
    'notes',
  ),
  names('networkZone', 'VLAN | Segment | Network Zone | Network Segment | Zone'),
  names(null, 'Network Connected | Connected | Stores PHI | ePHI', 'notes'),
  names('owner', 'Assigned To | Responsible | Owner | assigned_to | Verantwortlich'),
  names('owner', 'Technician | User | Service Provider', 'notes'),
  names('suppliedOn', 'Purchase Date | Acquisition Date | Install Date | Delivery Date | Kaufdatum | Lieferdatum'),
  names('manufacturedOn', 'manufactureDate | Date of Manufacture | Manufacture Date'),
  names('expiresOn', 'expirationDate | Expiry Date | Use By'),
  names(
    null,
    'Warranty | warranty months | Warranty Expiration | EOL | asset_eol_date | End of Life | End of Support | Expected Replacement | Last PM | Next PM | PM Frequency | Purchase Cost | Acquisition Cost | Replacement Cost | order number',
    'notes',
  ),
  names('notes', 'Notes | Comments | Comment | Remarks | Bemerkung | Remarques'),
];
