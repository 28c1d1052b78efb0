import type { RandomBytes } from '../../ports/random-bytes.ts';
import type { GroupTable } from '../../products/group-table.ts';
import { blockLayout, type BlockLayout } from './block-layout.ts';
import { ByteStream } from './byte-stream.ts';
import type { TableNoise } from './noise-plan.ts';
import { noisyEveryBlock, noisyPresentBlocks, type CountedBlock, type NoisyBlock } from './noisy-blocks.ts';

/** A table of people kept within their limits; groups that are totals are not read. */
export type BoundedTable = Pick<GroupTable, 'dimensions' | 'at' | 'persons'>;

/**
 * Figures with noise. `at[i]` is the place of group i in the cube, ascending; `figure[i]` is 0 or more and adds up over
 * bands, ages and genders; it is released where `published[i]` is 1. A group that is not listed was not released, whether
 * anybody is in it or not.
 */
export interface NoisyTable {
  readonly at: Float64Array;
  readonly figure: Int32Array;
  readonly published: Uint8Array;
}

/** How a table is protected: its noise, and the fewest persons of a published figure, by the noisy count. */
export interface NoiseParameters {
  readonly noise: TableNoise;
  readonly minimumPersons: number;
}

/**
 * Gives a table its noise, makes it free of negatives and adding up, and withholds figures below the threshold. After the
 * draw nothing looks at the counts again. Each call draws anew: draw once, when the candidate is fixed.
 */
export function protectWithNoise(
  table: BoundedTable,
  { noise, minimumPersons }: NoiseParameters,
  randomBytes: RandomBytes,
): NoisyTable {
  const layout = blockLayout(table.dimensions);
  if (noise.kind === 'everyGroup' && layout.hasTotalKeys) throw new Error('totals over keys get no noise');
  const bytes = new ByteStream(randomBytes);
  const counted = countedBlocks(table, layout);
  const blocks =
    noise.kind === 'everyGroup'
      ? noisyEveryBlock(counted, layout, noise, bytes)
      : noisyPresentBlocks(counted, noise, bytes);
  const { at, figure } = written(blocks, layout);
  return { at, figure, published: Uint8Array.from(figure, (persons) => (persons >= minimumPersons ? 1 : 0)) };
}

/** The blocks with somebody in them, by ascending key, without totals. */
function* countedBlocks(table: BoundedTable, layout: BlockLayout): Generator<CountedBlock> {
  let key = -1;
  let counts = new Float64Array(layout.leaves.length);
  for (const [i, at] of table.at.entries()) {
    const place = at % layout.size;
    if (layout.isTotalKey((at - place) / layout.size)) continue;
    if (key >= 0 && (at - place) / layout.size !== key) {
      yield { key, counts };
      counts = new Float64Array(layout.leaves.length);
    }
    key = (at - place) / layout.size;
    const leaf = layout.leafAt[place] ?? -1;
    if (leaf >= 0) counts[leaf] = table.persons[i] ?? 0;
  }
  if (key >= 0) yield { key, counts };
}

function written(blocks: Iterable<NoisyBlock>, layout: BlockLayout): Pick<NoisyTable, 'at' | 'figure'> {
  const keys: number[] = [];
  const figures: Int32Array[] = [];
  for (const block of blocks) {
    const places = new Int32Array(layout.size);
    block.figures.forEach((persons, leaf) => {
      for (const place of layout.sums[leaf] ?? []) places[place] = (places[place] ?? 0) + persons;
    });
    keys.push(block.key);
    figures.push(places);
  }
  const at = new Float64Array(keys.length * layout.size);
  const figure = new Int32Array(at.length);
  figures.forEach((places, block) => {
    const start = block * layout.size;
    figure.set(places, start);
    for (let place = 0; place < layout.size; place++) {
      at[start + place] = (keys[block] ?? 0) * layout.size + place;
    }
  });
  return { at, figure };
}
