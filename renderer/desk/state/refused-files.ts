import { FileKind } from '../../../shared/extract/source.ts';
import type { Failure } from '../../../shared/base/failure.ts';
import type { DeskState } from './desk-state.ts';

type Chosen = Pick<DeskState, 'sources' | 'refused'>;

/** Why a chosen file could not be looked at; nothing where it could, or where another was chosen since. */
export function refusalOf({ sources, refused }: Chosen, kind: FileKind): Failure | undefined {
  const found = refused[kind];
  return found !== undefined && found.source === sources[kind] ? found.failure : undefined;
}

/** The kinds of chosen files that could not be looked at. */
export function refusedKinds(state: Chosen): readonly FileKind[] {
  return FileKind.options.filter((kind) => refusalOf(state, kind) !== undefined);
}
