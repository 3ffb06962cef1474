/** Cells that a spreadsheet would compute. What stands in them runs on the desk of whoever opens the table next. */

/** Signs before a number, a telephone number or a measure: "-5", "+44 20 7946 0958", "-20 °C", "- 3,5 %". */
const NUMBER = /^[+-]\s*[\d.,][\d\s.,()/+-]*[\p{L}°µ%‰/²³]{0,12}(\s[\p{L}°%]{1,12})?$/u;

/** Whether a cell begins as a formula does. Dashes that stand for "none" or begin a remark do not. */
export function isFormula(cell: string): boolean {
  const text = cell.trimStart();
  const [first = ''] = text;
  if (first === '=' || first === '@' || first === '＝' || first === '＠') return text.length > 1;
  if (first !== '+' && first !== '-') return false;
  const rest = text.slice(1).trim();
  if (/^[+-]*$/.test(rest)) return false;
  if (NUMBER.test(text.trimEnd())) return false;
  // "- see remark": a dash, a blank, and words that hold nothing a formula needs.
  return !(first === '-' && /^-\s/.test(text) && !/[|!=()@"]/.test(rest));
}
