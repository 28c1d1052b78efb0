const sameText =
  /^(VARCHAR|BOOLEAN|DECIMAL\(.*\)|FLOAT|DOUBLE|UUID|ENUM\(.*\)|BLOB|DATE|TIME|TIMESTAMP(_S|_MS|_NS)?)$/;
const wholeTypes = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/;

/** Whether values of a type are the same text for the reader in chunks as for DuckDB; the tests of Parquet hold both to it. */
export function isTextEverywhere(type: string): boolean {
  return sameText.test(type) || wholeTypes.test(type);
}
