import { leavingVectors, pageVectors } from './page-vectors.ts';
import { targetsOf } from './target.ts';
import { workerVectors } from './worker-vectors.ts';

/** Names of the ways out of main, apart from what they do: that needs Electron. */
export const mainVectorNames = [
  'http',
  'https',
  'http2',
  'tcp',
  'tls',
  'udp',
  'look',
  'resolve',
  'fetch',
  'electronRequest',
  'electronFetch',
  'childProcess',
] as const;

/** Names of the ways out of native DuckDB. */
export const sqlVectorNames = [
  'install',
  'installAddress',
  'load',
  'readText',
  'readParquet',
  'attach',
  'copy',
  'bucket',
  'unlock',
] as const;

export const pageTargets = targetsOf(Object.keys({ ...pageVectors, ...leavingVectors }), 'page');
export const workerTargets = targetsOf(Object.keys(workerVectors), 'worker');
export const mainTargets = targetsOf(mainVectorNames, 'main');
export const nativeTargets = targetsOf([...mainVectorNames, ...sqlVectorNames], 'native');
