import type { Session } from 'electron';
import { expect, it } from 'vitest';
import { lockedWebPreferences } from '../../../../../electron/main/lockdown/web-preferences.ts';

it('turns on what protects a page and off what lets it reach further', () => {
  const { session, preload, devTools, disableBlinkFeatures, ...rest } = lockedWebPreferences(
    {} as Session,
    '/preload.cjs',
    false,
  );
  expect([session, preload, devTools, disableBlinkFeatures]).toEqual([{}, '/preload.cjs', false, 'Auxclick']);
  const on = Object.entries(rest).filter(([, value]) => value === true);
  expect(on.map(([name]) => name).toSorted()).toEqual([
    'contextIsolation',
    'safeDialogs',
    'sandbox',
    'webSecurity',
  ]);
  const off = Object.entries(rest).filter(([, value]) => value === false);
  expect(off.map(([name]) => name).toSorted()).toEqual([
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'navigateOnDragDrop',
    'nodeIntegration',
    'nodeIntegrationInSubFrames',
    'nodeIntegrationInWorker',
    'plugins',
    'spellcheck',
    'webviewTag',
  ]);
});
