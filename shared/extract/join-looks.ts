import { Refusal } from '../base/failure.ts';
import type { FirstLook } from './first-look.ts';
import type { Dialect, Encoding } from './profile.ts';

/** The first look at one file of several. `plain` says that no byte of it is over 127, so that most encodings read it alike. */
export interface PartLook {
  readonly name: string;
  readonly look: FirstLook;
  readonly plain: boolean;
}

/** From how many files the rows of a joined look are taken at most, spread over all of them. */
const filesShown = 64;

/**
 * One look over files that are read as if they were one: the dialect of the first, and rows of all. Refuses (`part-differs`) the
 * first file that has other columns, or is written otherwise; the message names it, and shows nothing of what is in it.
 */
export function joinLooks(parts: readonly PartLook[]): FirstLook {
  const [first, ...others] = parts;
  if (!first) throw new Error('There is no file to look at.');
  for (const other of others) refuseOther(first, other);
  const step = Math.ceil(parts.length / filesShown);
  const shown = parts.filter((_, i) => i % step === 0).map(({ look }) => look);
  return {
    dialect: { ...first.look.dialect, encoding: commonEncoding(parts) },
    names: first.look.names,
    rows: shown.flatMap(({ rows }) => rows),
    ragged: shown.reduce((sum, { ragged }) => sum + ragged, 0),
  };
}

function refuseOther(first: PartLook, other: PartLook): void {
  const [is, was] = [other.look, first.look];
  if (is.dialect.container !== was.dialect.container) throw differs(first, other, 'kind');
  if (is.names.length !== was.names.length) throw differs(first, other, 'columns');
  if (was.dialect.header && is.names.some((name, i) => name !== was.names[i]))
    throw differs(first, other, 'names');
  if (!was.dialect.header && looksNamed(is, was.dialect)) throw differs(first, other, 'header');
}

/** Whether the first row has no field that looks like those of other files do: no digit where all other rows have one. */
function looksNamed({ rows }: FirstLook, { header }: Dialect): boolean {
  const digit = /\d/;
  const first = rows[0] ?? [];
  const others = rows.slice(1, 100);
  if (header || others.length === 0) return false;
  return first.every((field) => !digit.test(field)) && others.every((row) => row.some((f) => digit.test(f)));
}

const because = {
  kind: 'it is another kind of file',
  columns: 'it has another number of columns',
  names: 'its columns have other names or another order',
  header: 'it begins with the names of columns, and the first file does not',
  encoding: 'it is in another encoding',
} as const;

function differs(first: PartLook, other: PartLook, what: keyof typeof because): Refusal {
  return new Refusal(
    'part-differs',
    `${other.name} is not written like ${first.name}: ${because[what]}. Open it by itself, or leave it out.`,
    { file: other.name, first: first.name, what },
  );
}

/** The encoding of the files that have one to be told by; plain files fit any but UTF-16. */
function commonEncoding(parts: readonly PartLook[]): Encoding {
  const telling = parts.filter(({ plain, look }) => !plain || look.dialect.encoding.startsWith('utf-16'));
  const [first = parts[0]] = telling;
  const encoding = first?.look.dialect.encoding ?? 'utf-8';
  const wide = encoding.startsWith('utf-16');
  const other = (wide ? parts : telling).find(({ look }) => look.dialect.encoding !== encoding);
  if (first && other) throw differs(first, other, 'encoding');
  return encoding;
}
