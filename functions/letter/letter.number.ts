/** The number of a letter as it stands in an address. Pure. */

/** Undefined for what cannot be one. */
export const numberFrom = (year: string, serial: string) =>
  /^20\d{2}$/.test(year) && /^[1-9]\d{0,6}$/.test(serial)
    ? { year: Number(year), serial: Number(serial) }
    : undefined;
