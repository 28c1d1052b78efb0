import { denyAll } from './deny-all.ts';
import { denyNodeNetwork } from './node-stubs.ts';

/**
 * Takes Node's network and Electron's (its module `net`) from a process beside main for good: what such a process asks for passes no session, where main's
 * requests are refused.
 */
export function denyNetworkBesideMain(net: object): void {
  denyNodeNetwork();
  denyAll(net, ['fetch', 'request', 'resolveHost']);
}
