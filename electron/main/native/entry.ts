import { randomBytes } from 'node:crypto';
import { net, type MessageEvent, type MessagePortMain } from 'electron';
import { Review } from '../../../shared/workflow/review.ts';
import { poolOfThread } from '../../../shared/workflow/second-thread/pool-of-thread.ts';
import { serveVault, type VaultCaller, type VaultPort } from '../../../shared/workflow/serve-vault.ts';
import { startSolver } from '../bench/start-solver.ts';
import { denyNetworkBesideMain } from '../lockdown/beside-main.ts';
import { type FromNative, ToNative } from './messages.ts';
import { sourceReader } from '../../node/read-source.ts';
import { startNativeEngine } from '../../node/native/start-native-engine.ts';
import { threadStarter } from './start-thread.ts';

type Start = Extract<ToNative, { readonly kind: 'start' }>;

let solver = new Uint8Array();
const startThread = threadStarter(() => solver);
denyNetworkBesideMain(net);

const paths = new Map<string, string>();
let review: Promise<Review> | undefined;

process.parentPort.on('message', (event) => {
  const message = ToNative.parse(event.data);
  switch (message.kind) {
    case 'start':
      return void begin(message, event);
    case 'allow':
      allow(message.files);
      return say({ kind: 'allowed' });
    case 'lookUp':
      return void serve(event.ports[0], 'lookUp');
  }
});

async function begin(start: Start, { ports }: MessageEvent): Promise<void> {
  if (review !== undefined) throw new Error('This process was started already.');
  ({ solver } = start);
  allow(start.files);
  review = reviewOn(start.spill);
  try {
    await review;
  } catch {
    return say({ kind: 'missing' });
  }
  await serve(ports[0], 'desk');
  await serve(ports[1], 'main');
  say({ kind: 'ready' });
}

function allow(files: Start['files']): void {
  for (const [token, path] of files) paths.set(token, path);
}

async function reviewOn(spill: string | undefined): Promise<Review> {
  return new Review({
    engine: await startNativeEngine({ paths, spill }),
    reader: sourceReader(paths),
    solver: async () => startSolver(solver),
    blockPool: startThread && poolOfThread(startThread),
    random: { take: (count) => randomBytes(count) },
    breathe: async () => new Promise((resolve) => setImmediate(resolve)),
    newKey: () => randomBytes(16).toString('hex'),
    now: () => performance.now(),
  });
}

async function serve(port: MessagePortMain | undefined, who: VaultCaller): Promise<void> {
  if (port === undefined || review === undefined) throw new Error('There is nobody to serve, or nothing.');
  serveVault(await review, vaultPort(port), who, () => new AbortController());
}

function vaultPort(port: MessagePortMain): VaultPort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
  };
}

function say(message: FromNative): void {
  // A process, not a window: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  process.parentPort.postMessage(message);
}
