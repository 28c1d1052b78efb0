/** A stretch of work, milliseconds: of the clock, and of the processor. */
interface Moment {
  readonly clock: number;
  readonly processor: number;
}

/** A signal that nobody raises, and what became of it. */
export interface Watched {
  readonly signal: AbortSignal;
  /** Ends watching. The longest stretch, milliseconds, from when a call to stop could have come in to the look that would have heard it. */
  readonly end: () => { readonly longest: number; readonly looks: number };
}

/**
 * Watches how often work looks at a signal. A call to stop that comes in while the thread is busy waits for the next turn of the event
 * loop, and then for the next look: so a stretch begins at a turn and ends at the first look behind the turn after it. While
 * somebody listens to the signal, as whoever waits for an engine does to interrupt it, each turn is a look. Of
 * clock and processor the lesser counts, since other work on the machine and threads of an engine each add to one of them.
 */
export function watched(): Watched {
  const { signal } = new AbortController();
  let turn = now();
  let unheard: Moment | undefined;
  let longest = 0;
  let looks = 0;
  let listening = 0;
  const look = (): void => {
    looks++;
    if (unheard) longest = Math.max(longest, since(unheard));
    unheard = undefined;
  };
  const timer = setInterval(() => {
    unheard ??= turn;
    turn = now();
    if (listening > 0) look();
  }, 1);
  Object.defineProperties(signal, {
    throwIfAborted: { value: look },
    addEventListener: { value: () => listening++ },
    removeEventListener: { value: () => listening-- },
  });
  return {
    signal,
    end: () => {
      clearInterval(timer);
      unheard ??= turn;
      look();
      return { longest, looks };
    },
  };
}

function now(): Moment {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

function since(before: Moment): number {
  const { clock, processor } = now();
  return Math.min(clock - before.clock, processor - before.processor);
}
