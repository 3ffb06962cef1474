/** "12.5 MB", for sentences about limits. */
export function megabytes(bytes: number): string {
  const amount = bytes / (1024 * 1024);
  return `${amount >= 10 || Number.isInteger(amount) ? Math.ceil(amount).toLocaleString('en-GB') : amount.toFixed(1)} MB`;
}
