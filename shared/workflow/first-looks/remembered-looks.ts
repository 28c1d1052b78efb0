import type { Area } from '../../extract/area.ts';
import type { Dialect, FileProfile } from '../../extract/profile.ts';
import { FileKind, type Source } from '../../extract/source.ts';
import type { LookedFile } from './looked-file.ts';

/** The files that are chosen, and dialects the officer chose, by kind. */
export interface ChosenFiles {
  readonly sources: { readonly [K in FileKind]?: Source | undefined };
  readonly dialects?: { readonly [K in FileKind]?: Dialect | undefined } | undefined;
}

/**
 * What a first look saw of a file: its rows where those of another file are held against them, all that is told of it where no other file matters, or
 * where zones lie.
 */
export type Sight =
  { readonly rows: LookedFile } | { readonly profile: FileProfile } | { readonly area: Area };

/** Rows with more characters than this in all are not remembered: text that is looked at never has as many, wide tables of an engine may. */
const mostCharacters = 8 * 1024 * 1024;

/** A source in its dialect: what is another file, or the same one written in another way, has another key. */
export const keyOf = (source: Source, dialect: Dialect | undefined): string =>
  JSON.stringify([source, dialect]);

/**
 * What first looks saw of the files that are chosen now, one sight for each kind at most. It lives in the memory of the vault alone, and a sight is
 * forgotten as soon as its file is not chosen any more or is said to be written in another way.
 */
export class RememberedLooks {
  private chosen: ReadonlyMap<FileKind, string> = new Map();
  private readonly known = new Map<FileKind, { readonly key: string; readonly sight: Sight }>();

  /** Forgets what was seen of other files than these. */
  keepOnly({ sources, dialects = {} }: ChosenFiles): void {
    this.chosen = new Map(
      FileKind.options.flatMap((kind) => {
        const source = sources[kind];
        return source === undefined ? [] : [[kind, keyOf(source, dialects[kind])] as const];
      }),
    );
    for (const [kind, { key }] of this.known) if (this.chosen.get(kind) !== key) this.known.delete(kind);
  }

  of(kind: FileKind, key: string): Sight | undefined {
    const known = this.known.get(kind);
    return known?.key === key ? known.sight : undefined;
  }

  /** Remembers a sight, unless its file is not chosen any more or it is too large. */
  remember(kind: FileKind, key: string, sight: Sight): void {
    if (this.chosen.get(kind) === key && charactersOf(sight) <= mostCharacters)
      this.known.set(kind, { key, sight });
  }
}

function charactersOf(sight: Sight): number {
  if (!('rows' in sight)) return 0;
  let characters = 0;
  for (const row of sight.rows.look.rows) for (const field of row) characters += field.length;
  return characters;
}
