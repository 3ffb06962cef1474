/** An inventory as a maintenance system writes it, for measurements: 60 models of 12 makers. */
const HEADINGS = [
  ...['Asset Tag', 'Serial Number', 'Manufacturer', 'Model', 'Model Number', 'Equipment Type', 'Software Version'],
  ...['OS', 'Site', 'Location', 'VLAN', 'IP Address', 'MAC Address', 'Hostname', 'Owner', 'Purchase Date', 'Notes'],
];

/** @param rows how many units */
export function inventoryOf(rows: number): string {
  const lines = [HEADINGS.join(',')];
  for (let n = 1; n <= rows; n += 1) {
    const model = n % 60;
    const mac = n
      .toString(16)
      .padStart(6, '0')
      .replace(/(..)(?=.)/g, '$1:');
    lines.push(
      [
        ...[`A${n}`, `SN-${n}`, `Maker ${model % 12} Inc.`, `Model ${model}`, `M-${1000 + model}`, 'infusion pump'],
        ...[`${1 + (n % 4)}.${n % 10}`, 'Windows 7 SP1', `Site ${n % 5}`, `Ward ${n % 90}`, `VLAN ${n % 40}`],
        ...[`10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`, `00:1b:44:${mac}`, `dev-${n}`, 'Medical engineering'],
        ...[`2019-0${1 + (n % 9)}-1${n % 10}`, n % 10 === 0 ? '"checked, in use"' : ''],
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
