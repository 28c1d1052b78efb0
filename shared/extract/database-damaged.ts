import { Refusal } from '../base/failure.ts';

/** The refusal of a DuckDB file that cannot be opened, or not be read to its end. */
export function databaseDamaged(file: string): Refusal {
  return new Refusal(
    'database-damaged',
    `${file} cannot be read as a DuckDB file: it is damaged, cut short, encrypted or of a newer version. Copy it again, or export its table as Parquet or CSV.`,
    { file },
  );
}
