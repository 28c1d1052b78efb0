import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Takes sockets, name look-ups and fetch from this process's Node for good. Child processes and native code keep theirs. */
export function denyNodeNetwork(): void {
  replaceAll(net.Socket.prototype, ['connect']);
  replaceAll(net.Server.prototype, ['listen']);
  replaceAll(dgram, ['createSocket']);
  replaceAll(dgram.Socket.prototype, ['bind', 'connect', 'send']);
  for (const target of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    replaceAll(target, lookups(target));
  }
  replaceAll(globalThis, ['fetch', 'WebSocket', 'EventSource']);
  syncBuiltinESMExports();
}

function lookups(target: object): readonly string[] {
  return Object.getOwnPropertyNames(target).filter((name) => /^(lookup|resolve|reverse)/.test(name));
}

function replaceAll(target: object, names: readonly string[]): void {
  for (const name of names) {
    if (name in target)
      Object.defineProperty(target, name, { value: denial(name), writable: false, configurable: false });
  }
}

function denial(name: string): () => never {
  return () => {
    throw new Error(`This application has no network: ${name} is not available.`);
  };
}
