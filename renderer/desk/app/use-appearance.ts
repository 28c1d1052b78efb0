import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/use-desk.ts';

/** Puts language and theme on the document, and follows the system where the officer wants that. */
export function useAppearance(): void {
  const { i18n } = useTranslation();
  const { language, theme } = useDesk((state) => state.settings);

  useEffect(() => {
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [i18n, language]);

  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
}
