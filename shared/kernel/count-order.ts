import type { Presences } from './presences.ts';

/** How slots fall into bins: `binOfSlot[i]` is the bin of slot `firstSlot + i` (slots counted from 1970), -1 for none. */
export interface SlotBins {
  readonly firstSlot: number;
  readonly binOfSlot: Int32Array;
  readonly bins: number;
}

/** Which breakdown class each person is in, -1 for persons who are left out. */
export interface PersonClasses {
  readonly classOfPerson: Int32Array;
  readonly classes: number;
}

/** What persons are counted of. */
export interface CountOrder {
  readonly presences: Presences;
  readonly slotBins: SlotBins;
  readonly groups: PersonClasses;
}

/** Runs `from` to `to - 1` of `Presences.runs`; the first lies in `zone`, and none before it in `pair` or after. */
export interface RunRange {
  readonly from: number;
  readonly to: number;
  readonly zone: number;
  /** Pair of zone and bin, `zone * bins + bin`. */
  readonly pair: number;
}
