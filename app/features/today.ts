/** The present day, year-month-day, in universal time: the same for two readers of one record. */
export const today = (): string => new Date().toISOString().slice(0, 10);
