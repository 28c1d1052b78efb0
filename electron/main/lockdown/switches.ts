import type { App } from 'electron';

/** Chromium features that talk to a network or a neighbour by themselves. */
const disabledFeatures = [
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'MediaRouter',
  'DialMediaRouteProvider',
  'CertificateTransparencyComponentUpdater',
  'AutofillServerCommunication',
  'Translate',
  'WebRtcHideLocalIpsWithMdns',
];

/** Command-line switches that keep Chromium off every network: name and, where it has one, value. */
export const lockedSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', '127.0.0.1:1'],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['disable-breakpad'],
  ['disable-features', disabledFeatures.join(',')],
];

/** Appends every locked switch; only before `ready`. A later `disable-features` would replace this one, so call it last. */
export function applyLockedSwitches(commandLine: App['commandLine']): void {
  for (const [name, value] of lockedSwitches) {
    if (value === undefined) commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}
