import dgram from 'node:dgram';
import dns from 'node:dns';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import workerThreads from 'node:worker_threads';
import { denyAll } from './deny-all.ts';

/**
 * Takes sockets, name look-ups and fetch from this process's Node for good, and what would start another Node that has
 * them: child processes and worker threads. Native code keeps its own way out, and Electron its own processes.
 */
export function denyNodeNetwork(): void {
  denyAll(net.Socket.prototype, ['connect']);
  denyAll(net.Server.prototype, ['listen']);
  denyAll(dgram, ['createSocket']);
  denyAll(dgram.Socket.prototype, ['bind', 'connect', 'send']);
  for (const target of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    denyAll(target, lookups(target));
  }
  denyAll(globalThis, ['fetch', 'WebSocket', 'EventSource']);
  denyAll(inspector, ['open']);
  denyAll(workerThreads, ['Worker']);
  denyChildProcesses();
  syncBuiltinESMExports();
}

/** Asked for by name: no source of the product imports this module. */
function denyChildProcesses(): void {
  const module = process.getBuiltinModule('node:child_process');
  denyAll(module, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']);
  denyAll(module.ChildProcess.prototype, ['spawn']);
}

function lookups(target: object): readonly string[] {
  return Object.getOwnPropertyNames(target).filter((name) => /^(lookup|resolve|reverse)/.test(name));
}
