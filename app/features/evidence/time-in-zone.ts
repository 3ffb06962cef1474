/** "20 Nov 2026, 09:12 (Europe/London)": a moment as it was on the wall where it was signed. Pure. */
export function timeInZone(iso: string, zone: string): string {
  try {
    const words = new Intl.DateTimeFormat('en-GB', {
      ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone },
    }).format(new Date(iso));
    return `${words.replace('Sept', 'Sep')} (${zone})`;
  } catch {
    return `${iso} (${zone})`;
  }
}
