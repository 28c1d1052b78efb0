/** A class bound short enough to stand under its colour: exact up to 9,999, then with a unit of the language. */
export function legendLabel(value: number, language: string): string {
  if (value < 10_000) return value.toLocaleString(language);
  return new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(value);
}
