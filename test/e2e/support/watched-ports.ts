import type { LaunchedFreigabe } from './launch.ts';

interface Watched {
  freigabeMessages?: string[];
}

/** Keeps what crosses the ports of vaults that are opened from now on, as text: in the desk's page and in main. */
export async function watchPorts(freigabe: LaunchedFreigabe): Promise<void> {
  const page = await freigabe.window('desk');
  await freigabe.app.evaluate(({ MessageChannelMain }) => {
    const kept: string[] = [];
    (globalThis as Watched).freigabeMessages = kept;
    const port = new MessageChannelMain().port1;
    const prototype = Object.getPrototypeOf(port) as { on: (...args: unknown[]) => unknown };
    const { on } = prototype;
    prototype.on = function watched(this: unknown, ...args: unknown[]): unknown {
      if (args[0] === 'message')
        on.call(this, 'message', (message: { readonly data: unknown }) =>
          kept.push(JSON.stringify(message.data)),
        );
      return on.apply(this, args);
    };
  });
  await page.evaluate(() => {
    const kept: string[] = ((globalThis as Watched).freigabeMessages = []);
    // oxlint-disable-next-line unbound-method -- called on its own port below
    const add = MessagePort.prototype.addEventListener;
    MessagePort.prototype.addEventListener = function watched(
      this: MessagePort,
      type: string,
      listener: EventListenerOrEventListenerObject,
    ): void {
      add.call(this, type, (event: Event) => kept.push(JSON.stringify((event as MessageEvent).data)));
      add.call(this, type, listener);
    } as typeof MessagePort.prototype.addEventListener;
  });
}

/** Messages the desk received over its port. */
export async function crossedToDesk(freigabe: LaunchedFreigabe): Promise<readonly string[]> {
  const page = await freigabe.window('desk');
  return page.evaluate(() => (globalThis as Watched).freigabeMessages ?? []);
}

/** Events of ports in main. */
export async function crossedToMain(freigabe: LaunchedFreigabe): Promise<readonly string[]> {
  return freigabe.app.evaluate(() => (globalThis as Watched).freigabeMessages ?? []);
}
