/**
 * Runs one piece of work at a time. Wishes that arrive meanwhile replace one another, so that only the newest is worked
 * on next and answers come in the order in which they were asked.
 */
export function newestOnly<Wish>(work: (wish: Wish) => Promise<void>): (wish: Wish) => void {
  let busy = false;
  let pending: { readonly wish: Wish } | undefined;

  async function run(first: Wish): Promise<void> {
    busy = true;
    let next: { readonly wish: Wish } | undefined = { wish: first };
    while (next !== undefined) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        await work(next.wish);
      } finally {
        next = pending;
        pending = undefined;
      }
    }
    busy = false;
  }

  return (wish) => {
    if (busy) pending = { wish };
    else void run(wish);
  };
}
