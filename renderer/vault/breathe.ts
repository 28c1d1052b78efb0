const pause = new MessageChannel();
pause.port1.start();

/** Lets what waits on the ports be answered; a timer would be slowed down in a hidden window. */
export async function breathe(): Promise<void> {
  return new Promise((resolve) => {
    pause.port1.addEventListener('message', () => resolve(), { once: true });
    pause.port2.postMessage(undefined);
  });
}
