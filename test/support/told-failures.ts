import { readFileSync, readdirSync } from 'node:fs';
import { createInstance, type TFunction } from 'i18next';
import { failureText } from '../../renderer/desk/language/failure-text.ts';
import { particularText } from '../../renderer/desk/language/particular-text.ts';
import type { Failure } from '../../shared/base/failure.ts';
import { inEnglish, type Particular } from '../../shared/bundle/particular.ts';
import type { VerificationReport } from '../../shared/bundle/report.ts';

async function translator(language: 'de' | 'en'): Promise<TFunction> {
  const folder = new URL(`../../renderer/desk/language/${language}/`, import.meta.url);
  const texts = readdirSync(folder).map((file) => [
    file.slice(0, -'.json'.length),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
  ]);
  return createInstance().init({
    lng: language,
    resources: { [language]: { translation: Object.fromEntries(texts) as Record<string, string> } },
    interpolation: { escapeValue: false },
  });
}

/** The desk's German. */
export const german = await translator('de');
const english = await translator('en');

/** A particular as the desk says it in German and in English. */
export function told(particular: Particular): { readonly de: string; readonly en: string } {
  const shape = { ...particular, values: { ...particular.values } };
  return { de: particularText(german, shape), en: particularText(english, shape) };
}

/** A failure as the desk says it in German. */
export function toldFailure(failure: Failure): string {
  return failureText(german, failure);
}

/** Failures of a report that say nothing exact, or whose sentence lacks a value in a language or on the command line. */
export function untold({ checks }: VerificationReport): readonly string[] {
  return checks.flatMap((check) => {
    if (check.ok || check.code === 'E_UNSIGNED') return [];
    if (check.particulars.length === 0) return [`${check.code}: nothing`];
    return check.particulars.flatMap((particular) => {
      const { de, en } = told(particular);
      const gaps = [de, en, inEnglish(particular)].filter((text) => /\{\{|undefined|^particulars/.test(text));
      return de === en && /[a-z]{3} /.test(en) ? [...gaps, `same in German: ${en}`] : gaps;
    });
  });
}
