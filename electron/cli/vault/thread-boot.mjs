import { workerData } from 'node:worker_threads';

// Node hands the loader of TypeScript on to child processes, not to threads: a thread takes it up itself, and so begins in JavaScript.
const { register } = await import(workerData.loader);
register();
await import(workerData.entry);
