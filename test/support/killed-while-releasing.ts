import { createLedgerStore } from '../../electron/node/ledger-store.ts';
import { releaseToRecord } from './ledger-entries.ts';

/** Begins to record a release in the folder named first and dies while the bundle is being written, as in a power cut. */
const [folder = '', name = ''] = process.argv.slice(2);
const store = createLedgerStore(folder);
const { head } = await store.read('release');
const addition = { head, release: releaseToRecord(name), bytes: new TextEncoder().encode(`bundle ${name}`) };
await store.record('release', addition, async () => void process.kill(process.pid, 'SIGKILL'));
