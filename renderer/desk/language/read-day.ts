const months = ['en', 'de'].flatMap((language) => {
  const named = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, i) => ({
    name: named.format(Date.UTC(2000, i, 1)).toLowerCase(),
    number: i + 1,
  }));
});

/** January is 1; a name may be cut to three letters or more and end in a stop. */
function monthOf(word: string): number | undefined {
  const start = word.toLowerCase().replace('.', '');
  return start.length < 3 ? undefined : months.find(({ name }) => name.startsWith(start))?.number;
}

function real(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return same ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * The day a person wrote, as `YYYY-MM-DD`: 2026-05-04, 4.5.2026, 4 May 2026, 4. Mai 2026. `undefined` for a day that
 * does not exist, and for orders that can be understood in two ways, such as 4/5/2026.
 */
export function readDay(text: string): string | undefined {
  const written = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (iso !== null) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const points = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(written);
  if (points !== null) return real(Number(points[3]), Number(points[2]), Number(points[1]));
  const words = /^(\d{1,2})\.?\s+(\p{L}+\.?)\s+(\d{4})$/u.exec(written);
  const month = monthOf(words?.[2] ?? '');
  return words === null || month === undefined ? undefined : real(Number(words[3]), month, Number(words[1]));
}
