import { cellFlags, type CellFlag, type ExtractFindings } from '../../../shared/ipc/extract-findings.ts';

/** Whether a cell bears a flag. */
export function hasFlag(flags: number, flag: CellFlag): boolean {
  return ((flags >> cellFlags.indexOf(flag)) & 1) === 1;
}

/** Indices of the cells that bear a flag. */
export function cellsWith({ cells }: Pick<ExtractFindings, 'cells'>, flag: CellFlag): readonly number[] {
  return [...cells.flags.keys()].filter((cell) => hasFlag(cells.flags[cell] ?? 0, flag));
}
