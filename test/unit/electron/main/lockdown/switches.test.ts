import { expect, it } from 'vitest';
import { applyLockedSwitches, lockedSwitches } from '../../../../../electron/main/lockdown/switches.ts';

it('appends each switch once, so that none replaces another', () => {
  const appended: string[] = [];
  applyLockedSwitches({
    appendSwitch: (name: string) => void appended.push(name),
  } as unknown as Electron.CommandLine);
  expect(appended).toEqual(lockedSwitches.map(([name]) => name));
  expect(new Set(appended).size).toBe(appended.length);
});

it('maps every name to nowhere, keeps the proxy for loopback and drops mDNS', () => {
  const values = new Map(lockedSwitches.map(([name, value]) => [name, value]));
  expect(values.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  expect(values.get('proxy-bypass-list')).toBe('<-loopback>');
  expect(values.get('disable-features')?.split(',')).toContain('WebRtcHideLocalIpsWithMdns');
});
