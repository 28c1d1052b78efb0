import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first; their order decides only how long all workers are busy. */
const long = [
  'trust/network/packets.test.ts',
  'engine/cancel/cancel.test.ts',
  'trust/kill/kill.test.ts',
  'engine/hostile/hostile.test.ts',
  'trust/shell/packaged.test.ts',
  'statistical/attacks/membership.test.ts',
  'statistical/attacks/corpus.test.ts',
  'statistical/attacks/recovery.test.ts',
  'property/workflow/protected.test.ts',
  'engine/attacks.test.ts',
];

/** Files in a process of their own first, since a process that is shared ends when another kind of file is next; then the longest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted(
      (a, b) =>
        Number(isShared(a)) - Number(isShared(b)) ||
        rank(a) - rank(b) ||
        a.moduleId.localeCompare(b.moduleId),
    );
  }
}

function isShared({ project }: TestSpecification): boolean {
  return !project.config.isolate;
}

function rank({ moduleId }: TestSpecification): number {
  const at = long.findIndex((path) => moduleId.endsWith(path));
  return at === -1 ? long.length : at;
}
