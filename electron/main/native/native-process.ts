import { MessageChannelMain, type MessagePortMain, utilityProcess, type UtilityProcess } from 'electron';
import { inTurn } from '../in-turn.ts';
import { processEnded } from '../process-ended.ts';
import { FromNative, type ToNative } from './messages.ts';

/** What the process is started with. */
export interface NativeStart {
  /** Absolute path of the built entry. */
  readonly program: string;
  readonly solver: Uint8Array<ArrayBuffer>;
  /** Token to absolute path of the files it may read. */
  readonly files: ReadonlyMap<string, string>;
  readonly spill: string | undefined;
}

/** The process that holds an extract with native DuckDB. */
export interface NativeProcess {
  readonly pid: number;
  /** The other ends of the ports it serves. */
  readonly toDesk: MessagePortMain;
  readonly toMain: MessagePortMain;
  /** Names further files it may read, token to path; resolves when the process knows. */
  readonly allow: (files: ReadonlyMap<string, string>) => Promise<void>;
  readonly joinLookUp: (port: MessagePortMain) => void;
  /** Called once when it ends without having been ended. */
  readonly onGone: (listener: (reason: string) => void) => void;
  /** Ends it and waits until it is gone. */
  readonly end: () => Promise<void>;
}

/** Starts it and waits until it serves its ports; undefined where native DuckDB does not run on this machine. */
export async function startNativeProcess(start: NativeStart): Promise<NativeProcess | undefined> {
  const child = utilityProcess.fork(start.program, [], {
    serviceName: 'freigabe-native',
    stdio: 'ignore',
    env: scrubbed(process.env),
  });
  const desk = new MessageChannelMain();
  const main = new MessageChannelMain();
  const said = answerOf(child);
  post(child, startMessage(start), [desk.port1, main.port1]);
  const answer = await said;
  const { pid } = child;
  if (answer !== 'ready' || pid === undefined) {
    await endOf(child, pid);
    for (const port of [desk.port2, main.port2]) port.close();
    return undefined;
  }
  return { pid, toDesk: desk.port2, toMain: main.port2, ...controls(child, pid) };
}

function startMessage({ solver, files, spill }: NativeStart): ToNative {
  return { kind: 'start', solver, files: [...files], ...(spill === undefined ? {} : { spill }) };
}

function controls(
  child: UtilityProcess,
  pid: number,
): Pick<NativeProcess, 'allow' | 'joinLookUp' | 'onGone' | 'end'> {
  const turn = inTurn();
  let ended = false;
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  return {
    allow: async (files) =>
      turn(async () => {
        if (gone) return;
        const said = answerOf(child);
        post(child, { kind: 'allow', files: [...files] });
        await said;
      }),
    joinLookUp: (port) => post(child, { kind: 'lookUp' }, [port]),
    onGone: (listener) =>
      void child.once('exit', (code) => {
        if (!ended) listener(`exit ${code}`);
      }),
    end: async () => {
      ended = true;
      await endOf(child, pid);
    },
  };
}

async function endOf(child: UtilityProcess, pid: number | undefined): Promise<void> {
  child.kill();
  if (pid !== undefined) await processEnded(pid);
}

/** What it says next; `gone` when it ends instead. */
function answerOf(child: UtilityProcess): Promise<FromNative['kind'] | 'gone'> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => resolve('gone');
    child.once('exit', onExit);
    child.once('message', (raw: unknown) => {
      child.removeListener('exit', onExit);
      const answer = FromNative.safeParse(raw);
      if (answer.success) resolve(answer.data.kind);
      else reject(new Error('The process of the native engine answered in another form.'));
    });
  });
}

function post(child: UtilityProcess, message: ToNative, ports: MessagePortMain[] = []): void {
  // A process, not a window: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  child.postMessage(message, ports);
}

/** What is left of the environment: what the run-time library of the system needs, and nothing a person set. */
const kept: ReadonlySet<string> = new Set(['TZ', 'SYSTEMROOT', 'WINDIR']);

function scrubbed(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && kept.has(name.toUpperCase()) ? [[name, value] as const] : [],
    ),
  );
}
