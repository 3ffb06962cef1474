/** The check digits and characters of the three agencies that issue device identifiers. */

/** GS1 General Specifications 7.9: weights 3 and 1 from the right, the check digit brings the sum to a multiple of ten. */
export function gs1CheckDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

const HIBC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** The check character of a HIBC (mod 43 over all before it); null when it holds what no HIBC holds. */
export function hibcCheckCharacter(text: string): string | null {
  let sum = 0;
  for (const character of text) {
    const value = HIBC.indexOf(character);
    if (value < 0) return null;
    sum += value;
  }
  return HIBC.charAt(sum % 43);
}
