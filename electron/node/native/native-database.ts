import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** What native DuckDB may use of the machine. */
export interface NativeLimits {
  /** Absolute paths of the files it may open, and no others. */
  readonly paths: readonly string[];
  /** An empty private folder for what does not fit into memory; without one nothing is written. */
  readonly spill?: string | undefined;
  readonly threads?: number | undefined;
}

/** Native DuckDB in this process, in memory. */
export interface NativeDatabase {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** How much of a result that is handed out as it is read waits for being fetched; nothing is handed out before so much is there. */
const waiting = '32MiB';

/**
 * Opens native DuckDB: no extension is looked for or loaded, no file but those named is opened, nothing is written but what is spilled,
 * encrypted under a key that lives in memory, and no setting can be changed afterwards.
 */
export async function openNativeDatabase(limits: NativeLimits): Promise<NativeDatabase> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    ...(limits.threads === undefined ? {} : { threads: String(limits.threads) }),
  });
  const connection = await instance.connect();
  for (const setting of settingsOf(limits)) await connection.run(setting);
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function settingsOf({ paths, spill }: NativeLimits): readonly string[] {
  const files = paths.flatMap((path) => [path, `${path}.wal`]).map(quoted);
  return [
    `SET TimeZone = 'UTC'`,
    `SET preserve_insertion_order = true`,
    `SET enable_object_cache = false`,
    `SET streaming_buffer_size = ${quoted(waiting)}`,
    `SET temp_file_encryption = true`,
    `SET temp_directory = ${quoted(spill ?? '')}`,
    `SET allowed_paths = [${files.join(', ')}]`,
    `SET enable_external_access = false`,
    `SET lock_configuration = true`,
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
