import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../electron/main/menu.ts';

const looked: string[] = [];
const nothing = () => undefined;
const actions = {
  openExtract: nothing,
  openBundle: nothing,
  openDemo: nothing,
  lookUp: () => void looked.push('asked'),
};
const items = (language: 'de' | 'en', devTools: boolean) =>
  menuTemplate(language, actions, { macOS: false, devTools }).flatMap((menu) =>
    Array.isArray(menu.submenu) ? menu.submenu : [],
  );

describe('menuTemplate', () => {
  it('speaks both languages', () => {
    expect(items('de', false).map((item) => item.label)).toContain('Auszug öffnen …');
    expect(items('en', false).map((item) => item.label)).toContain('Open extract…');
  });

  it('never reloads the page, and leaves undo to it', () => {
    const roles = items('en', true).map((item) => item.role);
    for (const role of ['reload', 'forceReload', 'undo', 'redo'] as const) expect(roles).not.toContain(role);
  });

  it('opens the look-up', () => {
    const item = items('de', false).find(({ label }) => label === 'Status nachschlagen …');
    (item?.click as (() => void) | undefined)?.();
    expect(looked).toEqual(['asked']);
  });

  it('has developer tools only where they are allowed', () => {
    expect(items('en', true).map((item) => item.role)).toContain('toggleDevTools');
    expect(items('en', false).map((item) => item.role)).not.toContain('toggleDevTools');
  });
});
