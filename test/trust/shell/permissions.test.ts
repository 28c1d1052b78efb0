import type { Session } from 'electron';
import { expect, it } from 'vitest';
import { denyPermissions } from '../../../electron/main/lockdown/session.ts';
import { tellTrial } from '../trial.ts';
import { electronPermissions } from './electron-permissions.ts';

type Request = (
  contents: unknown,
  name: string,
  answer: (granted: boolean) => void,
  details: unknown,
) => void;
type Check = (contents: unknown, name: string, origin: string, details: unknown) => boolean;

it('E5: denies every permission that Electron knows, asked for and looked up', () => {
  const handlers = new Map<string, unknown>();
  const session = new Proxy({} as Session, {
    get: (_target, name) => (handler: unknown) => void handlers.set(String(name), handler),
  });
  denyPermissions(session);
  const request = handlers.get('setPermissionRequestHandler') as Request;
  const check = handlers.get('setPermissionCheckHandler') as Check;
  const names = [...electronPermissions(), 'one-that-comes-later'];
  const granted: string[] = [];
  let answers = 0;
  for (const name of names) {
    request({}, name, (yes) => ((answers += 1), yes && granted.push(name)), { isMainFrame: true });
    if (check(null, name, 'app://desk', {})) granted.push(name);
  }
  tellTrial({
    id: 'E5',
    what: 'permissions of the declarations, requested and checked',
    trials: names.length * 2,
    failed: granted.length + names.length - answers,
    seconds: 0,
  });
  expect(names.length).toBeGreaterThan(25);
  expect(names).toContain('geolocation');
  expect([granted, answers]).toEqual([[], names.length]);
  const device = handlers.get('setDevicePermissionHandler') as (details: unknown) => boolean;
  expect(device({ deviceType: 'usb' })).toBe(false);
  const usb = handlers.get('setUSBProtectedClassesHandler') as (details: unknown) => readonly string[];
  expect(usb({ protectedClasses: ['hid', 'audio'] })).toEqual(['hid', 'audio']);
  const shown: unknown[] = [];
  const display = handlers.get('setDisplayMediaRequestHandler') as (
    r: unknown,
    answer: (given: unknown) => void,
  ) => void;
  display({}, (given) => shown.push(given));
  expect(shown).toEqual([{}]);
});
