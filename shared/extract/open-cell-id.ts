import type { ColumnRole } from './profile.ts';

type Rows = readonly (readonly string[])[];

const columns = 14;
const radio = /^(GSM|UMTS|LTE|NR|CDMA|NBIOT|TDSCDMA)$/i;
const countryCode = /^[2-7]\d\d$/;

/** Roles of the columns of a list of cells as OpenCelliD and Mozilla gave it out, in their order without a line of names. */
export const openCelliDRoles: Readonly<Record<number, ColumnRole>> = {
  3: 'area',
  4: 'cell',
  6: 'longitude',
  7: 'latitude',
  8: 'range',
};

/** Whether rows without names are a list of cells as OpenCelliD gives it out: 14 columns, a kind of radio, a country. */
export function isOpenCelliD(rows: Rows): boolean {
  const some = rows.slice(0, 500);
  return (
    some.length > 0 &&
    some.every(
      (row) =>
        row.length === columns && radio.test(row[0]?.trim() ?? '') && countryCode.test(row[1]?.trim() ?? ''),
    )
  );
}
