import { readFileSync, readdirSync } from 'node:fs';
import { createInstance } from 'i18next';
import { formatsOf } from '../../../renderer/desk/language/format.ts';
import type { Speech } from '../../../renderer/desk/language/reading.ts';

function textsOf(language: 'de' | 'en'): Record<string, unknown> {
  const folder = new URL(`../../../renderer/desk/language/${language}/`, import.meta.url);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
    ]),
  );
}

/** The desk's own words and formats; a key without a text comes back as itself. */
export async function speechOf(language: 'de' | 'en', timeZone = 'Europe/Berlin'): Promise<Speech> {
  const instance = createInstance();
  const t = await instance.init({
    lng: language,
    resources: { [language]: { translation: textsOf(language) } },
    interpolation: { escapeValue: false },
  });
  return { t, format: formatsOf(language), timeZone };
}
