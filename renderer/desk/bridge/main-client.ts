import { Refusal } from '../../../shared/base/failure.ts';
import { bundleAttackMessage, openMessage, vaultGoneMessage } from '../../../shared/ipc/channels.ts';
import { BundleAttackProgress } from '../../../shared/ipc/bundle-calls.ts';
import { Opening, VaultGone, contract } from '../../../shared/ipc/contract.ts';
import type { Channel, DeskMessage } from '../../../shared/ipc/channels.ts';
import type { ChosenSource, Request, Value } from '../../../shared/ipc/contract.ts';
import type { FileKind } from '../../../shared/extract/source.ts';

/** What the preload hangs on the window; nothing else of it is used. */
export interface Preload {
  readonly call: (channel: Channel, request: unknown) => Promise<unknown>;
  readonly dropped: (files: readonly File[], kind: FileKind) => Promise<unknown>;
  readonly on: (message: DeskMessage, then: (payload: unknown) => void) => void;
}

export interface MainClient {
  /** Calls main and gives back the value; a failure is thrown as `Refusal`. */
  readonly call: <C extends Channel>(channel: C, request: Request<C>) => Promise<Value<C>>;
  /** Hands main files or folders of one kind that were dropped on the window. */
  readonly dropped: (files: readonly File[], kind: FileKind) => Promise<ChosenSource>;
  /** Main asks a running desk to open something. */
  readonly onOpen: (then: (opening: Opening) => void) => void;
  /** The vault ended without being asked to. */
  readonly onVaultGone: (then: (gone: VaultGone) => void) => void;
  /** How far attacks on a bundle are. */
  readonly onBundleAttack: (then: (progress: BundleAttackProgress) => void) => void;
}

function valueOf<C extends Channel>(channel: C, answer: unknown): Value<C> {
  const parsed = contract[channel].response.parse(answer);
  if (parsed.ok) return parsed.value;
  const { code, message, detail } = parsed.failure;
  throw new Refusal(code, message, detail);
}

export function createMainClient(preload: Preload): MainClient {
  return {
    call: async (channel, request) =>
      valueOf(channel, await preload.call(channel, contract[channel].request.parse(request))),
    dropped: async (files, kind) => valueOf('files.dropped', await preload.dropped(files, kind)),
    onOpen(then) {
      preload.on(openMessage, (payload) => then(Opening.parse(payload)));
    },
    onVaultGone(then) {
      preload.on(vaultGoneMessage, (payload) => then(VaultGone.parse(payload)));
    },
    onBundleAttack(then) {
      preload.on(bundleAttackMessage, (payload) => then(BundleAttackProgress.parse(payload)));
    },
  };
}
