import type { i18n } from 'i18next';
import type { FirstWords } from '../state/services.ts';

/** What a release says about itself at first, in one language whatever is shown. */
export function firstWords(language: i18n, code: 'de' | 'en'): FirstWords {
  const t = language.getFixedT(code);
  return {
    title: t('approve.first.title'),
    demoTitle: t('approve.first.demoTitle'),
    demoTerms: {
      purpose: t('approve.first.purpose'),
      legalBasis: t('approve.first.legalBasis'),
      recipient: t('approve.first.recipient'),
      recipientProfile: 'public',
      dpiaReference: '',
      reviewBy: '',
    },
  };
}
