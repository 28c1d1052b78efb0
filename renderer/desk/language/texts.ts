type Texts = Record<string, unknown>;

const files = import.meta.glob<Texts>('./{de,en}/*.json', { eager: true, import: 'default' });

/** Every text of a language; the name of a file is the first part of its keys. */
export function textsOf(language: 'de' | 'en'): Texts {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  return Object.fromEntries(own.map(([path, texts]) => [path.slice(5, -'.json'.length), texts]));
}
