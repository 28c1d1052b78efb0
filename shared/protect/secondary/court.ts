import type { Block } from './block.ts';
import { boundsOf, openedBounds, type Bounds, type Reader } from './bounds.ts';
import type { ProtectionRule } from './protection-rule.ts';
import { openReach, type End, type Reach } from './reach.ts';
import type { Solving } from './solving.ts';
import { tolerance, witnessFrom, type Witness } from './witness.ts';

/** Both ends of a group's range. */
export interface Ends {
  readonly most: End;
  readonly least: End;
}

/** How far ranges are known to reach, by group; the true numbers lie within. */
export interface Found {
  readonly most: Float64Array;
  readonly least: Float64Array;
}

/** Where the needs of one block are decided: whatever the solver finds for one of them is kept for the others. Close it after use. */
export class Court {
  readonly block: Block;
  readonly rule: ProtectionRule;
  private readonly solving: Solving;
  private readonly reaches = new Map<string, Reach>();
  private readonly found = new Map<Reader, Found>();
  private readonly witnesses = new Map<Reader, Witness[]>();

  constructor(block: Block, rule: ProtectionRule, solving: Solving) {
    this.block = block;
    this.rule = rule;
    this.solving = solving;
  }

  /** What has been found of all ranges of a reader. */
  foundFor(reader: Reader): Found {
    const { persons } = this.block;
    const found = this.found.get(reader) ?? { most: persons.slice(), least: persons.slice() };
    this.found.set(reader, found);
    return found;
  }

  /** Whether some numbers found so far change a group and leave another one as it is. */
  hasMoved(reader: Reader, group: number, known: number): boolean {
    const witnesses = this.witnesses.get(reader) ?? [];
    return witnesses.some(({ isMoved, isStill }) => isMoved[group] === 1 && isStill[known] === 1);
  }

  /** One end of a group's range as the release stands. */
  end(reader: Reader, group: number, which: keyof Ends): End {
    const reach = this.kept(`${reader} shown`, () => boundsOf(this.block, this.rule, reader));
    const end = reach[which](group);
    if (end.kind === 'at' && end.numbers !== undefined) this.note(reader, end.numbers);
    return end;
  }

  /** The range there would be if nothing of the block were published: what the rule and the sums alone leave. */
  endsWithoutFigures(reader: Reader, group: number): Ends {
    const reach = this.kept(`${reader} opened`, () => openedBounds(this.block, this.rule, reader));
    return { most: reach.most(group), least: reach.least(group) };
  }

  /** The block for a reader who knows the number of one group besides; close it after use. */
  openedKnowing(reader: Reader, known: number): Reach {
    return this.opened(knowing(this.block, boundsOf(this.block, this.rule, reader), known));
  }

  /** The same if nothing of the block were published. */
  openedWithoutFigures(reader: Reader, known: number): Reach {
    return this.opened(knowing(this.block, openedBounds(this.block, this.rule, reader), known));
  }

  /** Takes in numbers that a reader must consider. */
  note(reader: Reader, numbers: Float64Array): void {
    const { most, least } = this.foundFor(reader);
    numbers.forEach((number, group) => {
      most[group] = Math.max(most[group] ?? 0, Math.floor(number + tolerance));
      least[group] = Math.min(least[group] ?? 0, Math.ceil(number - tolerance));
    });
    const witnesses = this.witnesses.get(reader) ?? [];
    witnesses.push(witnessFrom(this.block.persons, numbers));
    this.witnesses.set(reader, witnesses);
  }

  close(): void {
    for (const reach of this.reaches.values()) reach.close();
  }

  private kept(key: string, bounds: () => Bounds): Reach {
    const reach = this.reaches.get(key) ?? this.opened(bounds());
    this.reaches.set(key, reach);
    return reach;
  }

  private opened(bounds: Bounds): Reach {
    return openReach(this.block, bounds, this.solving.solver, this.solving.iterationLimit);
  }
}

function knowing({ persons }: Block, bounds: Bounds, known: number): Bounds {
  bounds.low[known] = bounds.high[known] = persons[known] ?? 0;
  return bounds;
}
