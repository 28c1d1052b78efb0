/**
 * Runs one piece of work at a time. Wishes that arrive meanwhile replace one another, so that only the newest is worked
 * on next and answers come in the order in which they were asked. Work under way is called off by its signal where
 * `ends` says so of the newer wish.
 */
export function newestOnly<Wish>(
  work: (wish: Wish, signal: AbortSignal) => Promise<void>,
  ends: (newer: Wish, underWay: Wish) => boolean = () => false,
): (wish: Wish) => void {
  let underWay: { readonly wish: Wish; readonly abort: AbortController } | undefined;
  let pending: { readonly wish: Wish } | undefined;

  async function run(first: Wish): Promise<void> {
    let next: { readonly wish: Wish } | undefined = { wish: first };
    while (next !== undefined) {
      underWay = { wish: next.wish, abort: new AbortController() };
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        await work(underWay.wish, underWay.abort.signal);
      } finally {
        next = pending;
        pending = undefined;
      }
    }
    underWay = undefined;
  }

  return (wish) => {
    if (underWay === undefined) return void run(wish);
    pending = { wish };
    if (ends(wish, underWay.wish)) underWay.abort.abort();
    return undefined;
  };
}
