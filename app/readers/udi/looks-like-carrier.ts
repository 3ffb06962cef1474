/** Whether a line looks like the text of a UDI carrier: enough to tell a list of carriers from a table. */
const SHAPES = [
  /^\(\d{2,4}\)\S/, // GS1 as people read it
  /^(\](d2|C1|e0|Q3))?\p{Cc}?01\d{14}/u, // GS1 as a scanner sends it
  /^\d{14}$/, // a device identifier alone
  /^\+[A-Z][A-Z0-9]{3}/, // HIBCC
  /^=[/)]/, // ICCBBA
];

export const looksLikeCarrier = (line: string): boolean => SHAPES.some((shape) => shape.test(line.trim()));
