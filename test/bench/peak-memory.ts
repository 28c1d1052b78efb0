import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [clear, status] = ['/proc/self/clear_refs', '/proc/self/status'];

/** Begins to look for the highest resident memory of this process anew, where Linux lets it. */
export function forgetPeak(): void {
  if (existsSync(clear)) writeFileSync(clear, '5');
}

/** Highest resident memory of this process in bytes, since `forgetPeak`; elsewhere than on Linux since its start. */
export function peakBytes(): number {
  const line = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : undefined;
  return line ? 1024 * Number(line[1]) : 1024 * process.resourceUsage().maxRSS;
}
