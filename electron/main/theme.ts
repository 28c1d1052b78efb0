import type { Settings } from '../../shared/ipc/contract.ts';

/** The part of `nativeTheme` that is used. */
export interface ThemeSource {
  themeSource: Settings['theme'];
  readonly shouldUseDarkColors: boolean;
}

/** Colour of a window before its page is drawn; the page's own, so that nothing flashes. */
export function windowBackground(theme: Pick<ThemeSource, 'shouldUseDarkColors'>): string {
  return theme.shouldUseDarkColors ? '#141817' : '#f4f4f4';
}
