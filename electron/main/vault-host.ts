import type { BrowserWindow } from 'electron';
import { Refusal } from '../../shared/base/failure.ts';
import { vaultGoneMessage, vaultPortMessage } from '../../shared/ipc/channels.ts';
import type { VaultGone } from '../../shared/ipc/contract.ts';
import { vaultGone } from '../../shared/ipc/vault-client.ts';
import { type EngineChoice, engineFor } from '../../shared/policy/engine-choice.ts';
import type { Clock } from '../handlers/ports/clock.ts';
import type { Journal } from '../handlers/ports/journal.ts';
import type { ReviewQuestion, Vault } from '../handlers/ports/vault.ts';
import { inTurn } from './in-turn.ts';
import type { LiveVault } from './live-vault.ts';
import type { LookUpWindow } from './look-up-window.ts';
import type { StartNative } from './native/native-starter.ts';
import type { VaultWindows } from './vault-window.ts';

export interface VaultHostPorts {
  readonly windows: VaultWindows;
  readonly desk: () => BrowserWindow;
  readonly lookUpWindow: LookUpWindow;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly startNative: StartNative;
  /** The choice of an engine; that of the policy and the files, unless a test has another. */
  readonly choose?: typeof engineFor;
  /** Takes back what the vault was allowed to read. */
  readonly revokeFiles: () => void;
}

export interface VaultHost extends Vault {
  /** Starts the page of the first review before it is asked for. It holds nothing until it is opened. */
  readonly prepare: () => void;
  /** Names further files the open vault may read, token to path; resolves when it may, or when there is none. */
  readonly allow: (files: ReadonlyMap<string, string>) => Promise<void>;
}

/** Keeps at most one vault, a hidden page or a process with native DuckDB; its process ends with the review. */
export function createVaultHost(ports: VaultHostPorts): VaultHost {
  let live: LiveVault | undefined;
  const { windows } = ports;
  const turn = inTurn();

  const need = (): LiveVault => {
    if (live === undefined) throw vaultGone();
    return live;
  };

  const destroy = async (): Promise<void> => {
    const ending = live;
    live = undefined;
    if (ending === undefined) return;
    ports.lookUpWindow.close();
    ending.client.end();
    await ending.end();
  };

  const adopt = (vault: LiveVault): void => {
    live = vault;
    ports.desk().webContents.postMessage(vaultPortMessage, null, [vault.toDesk]);
    vault.onGone((reason) => {
      if (live !== vault) return;
      live = undefined;
      vault.client.end();
      ports.lookUpWindow.close();
      tellGone(ports, reason);
    });
  };

  return {
    prepare: windows.prepare,
    allow: async (files) => {
      await turn(() => Promise.resolve());
      await live?.allow(files);
    },
    open: (question) =>
      turn(async () => {
        const wanted = (ports.choose ?? engineFor)(question);
        await destroy();
        const native = await nativeFor(wanted, question, ports);
        const choice = native === undefined ? withoutNative(wanted) : wanted;
        if (native !== undefined) await windows.discard();
        adopt(native ?? (await windows.start()));
        return choice;
      }),
    close: () =>
      turn(async () => {
        await destroy();
        await windows.discard();
        ports.revokeFiles();
        return ports.clock.now();
      }),
    candidate: async (request) => {
      mustBeAllowed(need(), request.policy);
      return need().client.call('candidate', request);
    },
    rejects: async (request) => need().client.call('rejects', request),
    nameEarlier: async (request) => need().client.call('nameEarlier', request),
    handEarlier: async (request) => need().client.call('handEarlier', request),
    lookUp: (recipe) => turn(async () => ports.lookUpWindow.open(need().joinLookUp, recipe)),
  };
}

function tellGone({ clock, journal, desk }: VaultHostPorts, reason: string): void {
  const gone: VaultGone = { at: clock.now(), reason };
  void journal.record('vault.gone', gone);
  if (!desk().isDestroyed()) desk().webContents.send(vaultGoneMessage, gone);
}

/** A vault with native DuckDB where it is wanted and to be had. */
async function nativeFor(
  { engine }: EngineChoice,
  { policy }: ReviewQuestion,
  { startNative }: VaultHostPorts,
): Promise<LiveVault | undefined> {
  return engine === 'native' ? startNative(policy.spill === true) : undefined;
}

/** What is left when native DuckDB was wanted and is not to be had. */
function withoutNative({ engine, why }: EngineChoice): EngineChoice {
  if (engine === 'wasm') return { engine, why };
  if (why !== 'database') return { engine: 'wasm', why: 'missing' };
  throw new Refusal(
    'native-missing',
    'A DuckDB file is read by the native engine alone, and that does not start on this machine. Export its table as Parquet or CSV.',
  );
}

/** What no policy may sign: an extract that was read in a way it forbids. */
function mustBeAllowed(
  { engine, spills }: LiveVault,
  policy: { readonly nativeEngine?: boolean; readonly spill?: boolean },
): void {
  if (engine === 'native' && policy.nativeEngine === false)
    throw new Refusal(
      'native-forbidden',
      'The policy forbids the native engine, which holds this extract: read the extract again under this policy.',
    );
  if (spills && policy.spill !== true)
    throw new Refusal(
      'spill-forbidden',
      'The policy forbids temporary files, which the process that holds this extract may write: read the extract again under this policy.',
    );
}
