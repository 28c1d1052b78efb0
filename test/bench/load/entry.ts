import { Worker } from 'node:worker_threads';
import { DuckDBInstance } from '@duckdb/node-api';
import { threadOfWorker } from '../../../electron/node/thread-of-worker.ts';
import { ourTimes } from '../ours.ts';
import { peakBytes } from '../peak-memory.ts';
import { presenceColumns } from '../recount.ts';
import type { LoadJob, MeasuredLoad } from './measured-load.ts';

const job = JSON.parse(process.argv[2] ?? '') as LoadJob;
process.send?.(await (job.reader === 'table' ? table(job) : ours(job)));

async function table({ extract, format }: LoadJob): Promise<MeasuredLoad> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const from =
    format === 'parquet'
      ? `read_parquet('${extract.parquet}')`
      : `read_csv('${extract.events}', header = true, delim = ',', ignore_errors = true, auto_detect = false,
         columns = {'event_ts': 'TIMESTAMP', 'subscriber_id': 'VARCHAR', 'cell_id': 'VARCHAR', 'event_type': 'VARCHAR'})`;
  const [started, used] = [performance.now(), process.cpuUsage()];
  await connection.run(`CREATE TABLE events AS SELECT * FROM ${from}`);
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  const counted = await connection.runAndReadAll('SELECT count(*) FROM events');
  const rows = Number(counted.getRows()[0]?.[0]);
  return { milliseconds, firstLook: 0, processor: (user + system) / 1000, peakBytes: peakBytes(), rows };
}

async function ours({ reader, extract, format }: LoadJob): Promise<MeasuredLoad> {
  const events = format === 'parquet' ? extract.parquet : extract.events;
  const engine = reader === 'native' ? 'native' : 'wasm';
  const loaded = await ourTimes({ ...extract, events }, engine, () =>
    threadOfWorker(new Worker(new URL('loader-thread.js', import.meta.url))),
  );
  const rows = presenceColumns(loaded.extract).zone.length;
  const { load, firstLook, processor, peakBytes: bytes } = loaded;
  return { milliseconds: load, firstLook, processor, peakBytes: bytes, rows };
}
