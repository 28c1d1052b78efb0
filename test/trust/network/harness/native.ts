import { setTimeout as wait } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { net } from 'electron';
import { denyNetworkBesideMain } from '../../../../electron/main/lockdown/beside-main.ts';
import { openNativeDatabase } from '../../../../electron/node/native/native-database.ts';
import { type Attempt, fireInNative } from '../vectors/fire.ts';
import type { NativeOrder } from './fired-in-native.ts';

/** A statement that found a way waits for an answer nobody gives. */
const patienceMilliseconds = 500;

// A process made of the product's own stubs and database, in which either can be left out. It stays, so that what was begun goes on.
process.parentPort.once('message', ({ data }) => {
  void answer(data as NativeOrder);
});

async function answer(order: NativeOrder): Promise<void> {
  const attempts = await fire(order);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  process.parentPort.postMessage(attempts);
}

async function fire({ denied, locked }: NativeOrder): Promise<readonly Attempt[]> {
  if (denied) denyNetworkBesideMain(net);
  if (locked) {
    const { connection } = await openNativeDatabase({ paths: [] });
    return fireInNative((statement) => connection.run(statement));
  }
  const open = await DuckDBInstance.create(':memory:');
  const run = async (statement: string): Promise<unknown> => (await open.connect()).run(statement);
  return fireInNative((statement) => Promise.race([run(statement), wait(patienceMilliseconds)]));
}
