const longest = 200;

/** What undo and redo walk along. While something is dragged `present` runs ahead of `settled`. */
export interface History<T> {
  readonly past: readonly T[];
  readonly settled: T;
  readonly present: T;
  readonly future: readonly T[];
}

export function startHistory<T>(first: T): History<T> {
  return { past: [], settled: first, present: first, future: [] };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A dragged value is shown and not remembered; a committed one is remembered if it differs from the last. */
export function changeHistory<T>(history: History<T>, next: T, phase: 'drag' | 'commit'): History<T> {
  if (phase === 'drag') return { ...history, present: next };
  if (same(next, history.settled)) return { ...history, present: history.settled };
  const past = [...history.past, history.settled].slice(-longest);
  return { past, settled: next, present: next, future: [] };
}

export function undoHistory<T>(history: History<T>): History<T> {
  if (!same(history.present, history.settled)) return { ...history, present: history.settled };
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    settled: previous,
    present: previous,
    future: [history.settled, ...history.future],
  };
}

export function redoHistory<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.settled], settled: next, present: next, future };
}

/** Applies a change to every draft undo can reach. */
export function mapHistory<T>(history: History<T>, change: (draft: T) => T): History<T> {
  return {
    past: history.past.map(change),
    settled: change(history.settled),
    present: change(history.present),
    future: history.future.map(change),
  };
}
