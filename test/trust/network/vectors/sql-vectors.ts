import type { Target } from './target.ts';
import type { sqlVectorNames } from './targets.ts';

/** Ways out of native DuckDB, as statements of somebody who could run any. */
export const sqlVectors: Readonly<Record<(typeof sqlVectorNames)[number], (target: Target) => string>> = {
  install: ({ host }) => `INSTALL httpfs FROM 'http://${host}'`,
  installAddress: ({ address }) => `INSTALL spatial FROM 'http://${address}'`,
  load: () => 'LOAD httpfs',
  readText: ({ host }) => `SELECT * FROM read_csv('https://${host}/a.csv')`,
  readParquet: ({ host }) => `SELECT * FROM read_parquet('http://${host}/a.parquet')`,
  attach: ({ host }) => `ATTACH 'https://${host}/a.duckdb' AS far`,
  copy: ({ host }) => `COPY (SELECT 1) TO 'http://${host}/a.csv'`,
  bucket: ({ host }) => `SELECT * FROM read_parquet('s3://${host}/a.parquet')`,
  unlock: () => 'SET enable_external_access = true',
};
