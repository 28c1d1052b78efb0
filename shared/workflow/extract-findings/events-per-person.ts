import type { PersonsBin } from '../../ipc/extract-findings.ts';

/** Bins by powers of two: 1, 2 to 3, 4 to 7 and so on. */
export function binOfEvents(events: number): number {
  return 31 - Math.clz32(events);
}

/**
 * A histogram in which no bin tells of fewer persons than `minimumPersons`, none at all included: small bins are joined with the next larger
 * one, and what is left over at the upper end with the bin before. So no hidden number follows from the total. `personsOfBin` counts persons by
 * `binOfEvents`. Empty where there are fewer persons than the minimum in all.
 */
export function joinedBins(personsOfBin: readonly number[], minimumPersons: number): readonly PersonsBin[] {
  const bins: { from: number; to: number; persons: number }[] = [];
  let open = { from: 1, persons: 0 };
  personsOfBin.forEach((persons, bin) => {
    open.persons += persons;
    if (open.persons < minimumPersons) return;
    bins.push({ ...open, to: 2 ** (bin + 1) - 1 });
    open = { from: 2 ** (bin + 1), persons: 0 };
  });
  const last = bins.pop();
  if (last === undefined) return [];
  return [...bins, { from: last.from, persons: last.persons + open.persons }];
}
