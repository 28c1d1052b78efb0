import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { textsOf } from './texts.ts';
import type { i18n } from 'i18next';

/** Both languages, loaded with the window: nothing is fetched later. */
export async function startLanguage(language: 'de' | 'en'): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { de: { translation: textsOf('de') }, en: { translation: textsOf('en') } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
