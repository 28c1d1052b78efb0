import type { LaunchedFreigabe } from './launch.ts';

/** The id of the process that holds an extract with native DuckDB; undefined where there is none. */
export async function nativeProcess(freigabe: LaunchedFreigabe): Promise<number | undefined> {
  const all = await freigabe.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, name = '', serviceName = '' }) => ({ pid, name, serviceName })),
  );
  return all.find((each) => [each.name, each.serviceName].some((name) => name.includes('freigabe-native')))
    ?.pid;
}
