import dgram from 'node:dgram';
import dns from 'node:dns';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import workerThreads from 'node:worker_threads';

/**
 * Takes sockets, name look-ups and fetch from this process's Node for good, and what would start another Node that has
 * them: child processes and worker threads. Native code keeps its own way out, and Electron its own processes.
 */
export function denyNodeNetwork(): void {
  replaceAll(net.Socket.prototype, ['connect']);
  replaceAll(net.Server.prototype, ['listen']);
  replaceAll(dgram, ['createSocket']);
  replaceAll(dgram.Socket.prototype, ['bind', 'connect', 'send']);
  for (const target of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    replaceAll(target, lookups(target));
  }
  replaceAll(globalThis, ['fetch', 'WebSocket', 'EventSource']);
  replaceAll(inspector, ['open']);
  replaceAll(workerThreads, ['Worker']);
  denyChildProcesses();
  syncBuiltinESMExports();
}

/** Asked for by name: no source of the product imports this module. */
function denyChildProcesses(): void {
  const module = process.getBuiltinModule('node:child_process');
  replaceAll(module, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']);
  replaceAll(module.ChildProcess.prototype, ['spawn']);
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

/** Also where it would be called with `new`. */
function denial(name: string): () => never {
  return function denied() {
    throw new Error(`This application has no network: ${name} is not available.`);
  };
}
