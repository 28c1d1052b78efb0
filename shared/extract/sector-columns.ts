/** Words that tell one sector of a row from the next, in their order; numbers do so as well. */
const series: readonly (readonly string[])[] = [
  ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'],
  ['a', 'b', 'c', 'd', 'e', 'f'],
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'],
  ['beginning', 'ending'],
  ['begin', 'end'],
  ['start', 'end'],
];
/** No site has more sectors. */
const mostSectors = 64;

/** A name in words and numbers, in small letters: `Sector 1 ID`, `sector1_id` and `SECTOR_1_ID` are the same. */
function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/\d+|[\p{L}]+/gu) ?? [];
}

/** A name without the word that tells which sector it is about. */
interface Numbered {
  readonly rest: string;
  readonly by: string;
  readonly sector: number;
}

function numberings(name: string): readonly Numbered[] {
  const words = wordsOf(name);
  return words.flatMap((word, at) => {
    const rest = words.toSpliced(at, 1);
    const key = words.toSpliced(at, 1, '#').join('_');
    if (rest.length === 0) return [];
    if (/^\d{1,2}$/.test(word)) return [{ rest: rest.join('_'), by: key, sector: Number(word) }];
    return series.flatMap((all, i) => {
      const sector = all.indexOf(word);
      return sector === -1 ? [] : [{ rest: rest.join('_'), by: `${key} ${i}`, sector }];
    });
  });
}

/** What the name of a column would be without a word that tells one sector from others, in every way to leave one out. */
export function namesOfAnySector(name: string): readonly string[] {
  return numberings(name).map(({ rest }) => rest);
}

/**
 * The columns that say of further sectors what a column says of one, in the order of the sectors: their names differ in nothing but a
 * number or a word such as `beta`. Empty where there is none, or where the column is not that of the first.
 */
export function furtherColumns(names: readonly string[], column: number): readonly number[] {
  for (const { by, sector } of numberings(names[column] ?? '')) {
    const all = names.flatMap((name, other) =>
      numberings(name)
        .filter((one) => one.by === by)
        .map((one) => ({ column: other, sector: one.sector })),
    );
    const others = all.filter((one) => one.column !== column);
    const isFirst = others.every((one) => one.sector > sector);
    if (others.length > 0 && others.length < mostSectors && isFirst)
      return others.toSorted((a, b) => a.sector - b.sector).map((one) => one.column);
  }
  return [];
}
