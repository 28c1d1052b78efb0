import type { Field } from '../room.ts';
import { keptFor } from './kept-for.ts';
import { classesIn, type Classes } from './stack.ts';

/** Classes of a layer that go up and those that go down when two leaves trade places. */
interface Trade {
  readonly rising: readonly number[];
  readonly falling: readonly number[];
}

const tradesOfClasses = new WeakMap<Classes, (Trade | undefined)[]>();

/** Trades by their two leaves, filled in as they are asked for. */
function tradesOf({ all }: Classes): (Trade | undefined)[] {
  return Array.from<Trade | undefined>({ length: (all + 2) ** 2 });
}

function tradeOf({ totalsOf }: Classes, up: number, down: number): Trade {
  const risen = up >= 0 ? [up, ...(totalsOf[up] ?? [])] : [];
  const fallen = down >= 0 ? [down, ...(totalsOf[down] ?? [])] : [];
  return {
    rising: risen.filter((at) => at === up || !fallen.includes(at)),
    falling: fallen.filter((at) => at === down || !risen.includes(at)),
  };
}

/** A change of a stack's numbers, put together leaf by leaf with the sums within its layers, then made as often as bounds allow. */
export class StackChange {
  private readonly field: Field;
  private readonly touched: number[];
  private readonly classes: Classes;
  private readonly trades: (Trade | undefined)[];
  private readonly groups: number[] = [];
  private readonly by: number[] = [];

  constructor(field: Field, touched: number[]) {
    this.field = field;
    this.touched = touched;
    this.classes = classesIn(field.frame);
    this.trades = keptFor(tradesOfClasses, this.classes, tradesOf);
  }

  /** Starts anew. */
  begin(): void {
    this.groups.length = 0;
    this.by.length = 0;
  }

  /** Whether a leaf of a layer, all else aside, can go up (`sign` 1) or down (-1). */
  may(layer: number, leaf: number, sign: number): boolean {
    const group = layer * this.field.frame.classes + leaf;
    const now = this.field.numbers[group] ?? 0;
    return sign > 0 ? now < (this.field.bounds.high[group] ?? 0) : now > (this.field.bounds.low[group] ?? 0);
  }

  /** Whether in one layer leaf `up` can go up while leaf `down` goes down, sums over both included; -1 stands for none. */
  mayTrade(layer: number, up: number, down: number): boolean {
    const { classes } = this.field.frame;
    const { rising, falling } = (this.trades[(up + 1) * (classes + 1) + down + 1] ??= tradeOf(
      this.classes,
      up,
      down,
    ));
    const { numbers, bounds } = this.field;
    const base = layer * classes;
    for (let i = 0; i < rising.length; i++) {
      const group = base + (rising[i] ?? 0);
      if ((numbers[group] ?? 0) >= (bounds.high[group] ?? 0)) return false;
    }
    for (let i = 0; i < falling.length; i++) {
      const group = base + (falling[i] ?? 0);
      if ((numbers[group] ?? 0) <= (bounds.low[group] ?? 0)) return false;
    }
    return true;
  }

  /** Adds `sign` to a leaf of a layer and to all sums of the layer that hold it. */
  add(layer: number, leaf: number, sign: number): void {
    const base = layer * this.field.frame.classes;
    this.put(base + leaf, sign);
    for (const total of this.classes.totalsOf[leaf] ?? []) this.put(base + total, sign);
  }

  private put(group: number, sign: number): void {
    const at = this.groups.indexOf(group);
    if (at < 0) {
      this.groups.push(group);
      this.by.push(sign);
    } else this.by[at] = (this.by[at] ?? 0) + sign;
  }

  /** Makes the change up to `most` times, as often as every group has room for. @returns how often. */
  make(most: number): number {
    const { bounds, numbers } = this.field;
    let times = most;
    for (let i = 0; i < this.groups.length && times > 0; i++) {
      const group = this.groups[i] ?? 0;
      const by = this.by[i] ?? 0;
      const now = numbers[group] ?? 0;
      if (by > 0) times = Math.min(times, Math.floor(((bounds.high[group] ?? 0) - now) / by));
      else if (by < 0) times = Math.min(times, Math.floor((now - (bounds.low[group] ?? 0)) / -by));
    }
    if (times <= 0) return 0;
    for (let i = 0; i < this.groups.length; i++) {
      const by = this.by[i] ?? 0;
      if (by === 0) continue;
      const group = this.groups[i] ?? 0;
      numbers[group] = (numbers[group] ?? 0) + by * times;
      this.touched.push(group);
    }
    return times;
  }
}
