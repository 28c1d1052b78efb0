import { primary, published, secondary } from './block.ts';
import { isClosed, type BlockResult, type BlockTask } from './block-task.ts';
import type { BlockLayers, Family } from './family.ts';
import { jobKey, type Job } from './jobs.ts';
import { forEachGroup, loadBlock, ruleFor } from './load-block.ts';
import type { OuterBounds } from './outer-bounds.ts';
import type { FinishedBlock } from './sent-block.ts';
import { familyOf, hideEmpty, type Run } from './suppression-run.ts';
import { outcomesOf } from './tally.ts';

/** What is to be done with a block as its tables stand, or how it ends where it gives nothing away. */
export function loadJob(run: Run, { family, block }: Job, outer: OuterBounds): BlockTask | FinishedBlock {
  const own = familyOf(run, family);
  const layers = own.layersOf(block);
  const loaded = loadBlock(run.loading, own, layers, outer.of(family, block));
  const task = { block: loaded, rule: ruleFor(run.loading, layers), isAudit: run.isAudit };
  return isAtRisk(task) ? task : { ...nothingToDo, state: loaded.state };
}

/** Takes in how a block ended; returns whether nothing stayed open. */
export function takeIn(run: Run, job: Job, finished: FinishedBlock): boolean {
  const family = familyOf(run, job.family);
  const layers = family.layersOf(job.block);
  const isSolved = isClosed(finished.settled);
  if (!run.isAudit && (isSolved || run.isLast)) store(run, family, layers, finished);
  if (finished.hidesEmpty) hideEmpty(run, layers);
  run.outcomes.set(jobKey(job), outcomesOf(finished, finished.settled, finished.wholeBlock));
  return isSolved;
}

const nothingToDo: BlockResult = {
  settled: { open: [], notTested: [] },
  wholeBlock: false,
  hidesEmpty: false,
};

/** A block in which nothing is published, not even that nobody is there, and nothing is known from elsewhere gives nothing away. */
function isAtRisk({ block, rule }: BlockTask): boolean {
  if (!block.state.includes(primary)) return false;
  if (rule.zeroGroups === 'shown') return true;
  return block.state.includes(published) || block.outerLow?.some((low) => low > 0) === true;
}

function store(run: Run, family: Family, layers: BlockLayers, { state }: FinishedBlock): void {
  const { release, states } = run.loading;
  forEachGroup(release, family.frame.classes, layers, ({ table, at, group }) => {
    const own = states[table];
    if (own !== undefined && own[at] === published && state[group] !== published) own[at] = secondary;
  });
}
