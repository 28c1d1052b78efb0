import { Refusal } from '../../shared/base/failure.ts';
import { channels, type Channel } from '../../shared/ipc/channels.ts';
import { contract, type Handlers } from '../../shared/ipc/contract.ts';
import type { CallFailure } from '../../shared/ipc/call-failure.ts';

/** The part of an IPC event that says who called. `origin` is null-safe: a frame may be gone when the call arrives. */
export interface Caller {
  readonly senderFrame: { readonly origin: string } | null;
  readonly sender: { readonly mainFrame: unknown };
}

/** The part of `ipcMain` that is used. */
export interface CallBinder {
  readonly handle: (channel: string, listener: (caller: Caller, request: unknown) => Promise<Answer>) => void;
}

export type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: CallFailure };

export interface Served {
  readonly handlers: Handlers;
  /** Told of what must not happen; the desk only reads that it did. */
  readonly reportDefect: (channel: Channel, error: unknown) => void;
}

const deskOrigin = 'app://desk';

/** Binds every channel of the contract once. An answer never rejects and never carries a path or a stack. */
export function serveChannels(binder: CallBinder, served: Served): void {
  for (const channel of channels)
    binder.handle(channel, (caller, request) =>
      isDesk(caller)
        ? answerCall(channel, request, served)
        : Promise.resolve(
            failed('foreign-caller', 'This call came from elsewhere than the window of Freigabe.'),
          ),
    );
}

function isDesk(caller: Caller): boolean {
  const frame = caller.senderFrame;
  return frame !== null && frame === caller.sender.mainFrame && frame.origin === deskOrigin;
}

async function answerCall(channel: Channel, raw: unknown, served: Served): Promise<Answer> {
  try {
    const request = contract[channel].request.safeParse(raw);
    if (!request.success) return failed('bad-request', `The call ${channel} is malformed.`);
    const handler = served.handlers[channel] as (request: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(request.data) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    served.reportDefect(channel, error);
    return failed('defect', 'Something went wrong that should not. Nothing was signed or overwritten.');
  }
}

function failed(code: string, message: string): Answer {
  return { ok: false, failure: { code, message, detail: {} } };
}
