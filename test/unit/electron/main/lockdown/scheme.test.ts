import { expect, it } from 'vitest';
import { isLocalAddress } from '../../../../../electron/main/lockdown/scheme.ts';

it.each([
  'app://desk/index.html',
  'app://vault/extract/0',
  'app://look-up/index.html',
  'blob:app://desk/0-1',
  'data:image/png;base64,AA==',
])('lets %s pass', (address) => expect(isLocalAddress(address)).toBe(true));

it.each([
  'https://example.org/',
  'http://127.0.0.1:1/',
  'ws://desk/',
  'file:///etc/passwd',
  'app://desk.example.org/',
  'app://evil/index.html',
  'blob:https://example.org/0',
  'https://example.org/app://desk/',
  'devtools://devtools/bundled/inspector.html',
  'chrome://gpu/',
  'APP://desk/',
])('stops %s', (address) => expect(isLocalAddress(address)).toBe(false));
