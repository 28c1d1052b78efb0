import { particularTexts, placeTexts } from './particular-texts.ts';

/** The name of one thing that can be the matter. */
export type What = keyof typeof particularTexts;

type NamesIn<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type ValuesOf<Key extends What> = Readonly<Record<NamesIn<(typeof particularTexts)[Key]>, string | number>>;

/** Where something is the matter: a file of the bundle, and a line (from 1) or an entry such as `terms.purpose` in it. */
export interface Place {
  readonly path: string;
  readonly line?: number;
  readonly field?: string;
}

/** One thing that is the matter: what, the values its sentence names, and where. No text of any language is in it. */
export interface Particular {
  readonly what: What;
  readonly values: Readonly<Record<string, string | number>>;
  readonly place?: Place;
}

const longestValue = 2000;

/**
 * A particular with just the values its text names. Values come from files of anybody: control characters become U+FFFD, and
 * what is longer than 2,000 characters is cut.
 */
export function particular<Key extends What>(what: Key, values: ValuesOf<Key>, place?: Place): Particular {
  const shown = Object.fromEntries(
    Object.entries<string | number>(values).map(([name, value]) => [name, readable(value)]),
  );
  return { what, values: shown, ...(place === undefined ? {} : { place: readablePlace(place) }) };
}

/** The English sentence of a particular, its place before it, as the command line and refusals say it. */
export function inEnglish({ what, values, place }: Particular): string {
  const before = place === undefined ? '' : filled(placeTexts[placeKind(place)], { ...place });
  return `${before}${filled(particularTexts[what], values)}`;
}

/**
 * What a `Refusal` carries of a particular: `reason`, the English sentence, and what makes it up, so that a window can say it
 * in its own language.
 */
export function refusalDetail(told: Particular): Readonly<Record<string, string | number>> {
  return { ...told.values, ...told.place, what: told.what, reason: inEnglish(told) };
}

type LoosePlace = { readonly [Part in keyof Place]?: Place[Part] | undefined };

/** Which of `placeTexts` says a place. */
export function placeKind({ line, field }: LoosePlace): keyof typeof placeTexts {
  if (line !== undefined) return 'line';
  return field === undefined ? 'file' : 'field';
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => `${values[name] ?? hole}`);
}

function readablePlace({ path, line, field }: Place): Place {
  return {
    path,
    ...(line === undefined ? {} : { line }),
    ...(field === undefined ? {} : { field: `${readable(field)}` }),
  };
}

function readable(value: string | number): string | number {
  if (typeof value === 'number') return value;
  const text = value.replaceAll(/\p{Cc}/gu, '\uFFFD');
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
