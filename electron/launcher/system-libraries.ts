import { existsSync } from 'node:fs';
import { runCommand } from './command.ts';

/** What Electron, its test display, the verification commands and the count of packets need; alternatives are older and newer Debian names. */
const needs: readonly (readonly string[])[] = [
  ['xvfb'],
  ['xauth'],
  ['dbus'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['libcups2', 'libcups2t64'],
  ['fonts-noto-core'],
  ['openssh-client'],
  ['openssl'],
  ['unzip'],
  ['iproute2'],
  ['strace'],
  ['python3'],
];

export type LibraryReport =
  | { readonly status: 'present' }
  | { readonly status: 'installed'; readonly packages: readonly string[] }
  | { readonly status: 'not-checked'; readonly reason: string }
  | {
      readonly status: 'missing';
      readonly packages: readonly string[];
      readonly reason: string;
      readonly command: string;
    };

/** Makes the Debian packages of the list present, if this is Debian or Ubuntu and installing is allowed. */
export function ensureSystemLibraries(): LibraryReport {
  if (process.platform !== 'linux')
    return { status: 'not-checked', reason: 'only Linux needs system packages' };
  if (!existsSync('/usr/bin/apt-get')) {
    return {
      status: 'not-checked',
      reason: `no apt-get here; install the equivalents of ${preferredNames().join(' ')}`,
    };
  }
  const missing = missingNeeds();
  return missing.length === 0 ? { status: 'present' } : install(missing);
}

/** The needs for which no alternative is installed, by dpkg's own record. */
function missingNeeds(): readonly (readonly string[])[] {
  const asked = runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...needs.flat()]);
  const installed = new Set(
    asked.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return needs.filter((names) => !names.some((name) => installed.has(name)));
}

function install(missing: readonly (readonly string[])[]): LibraryReport {
  const superuser = superuserPrefix();
  const fallback = missing.map((names) => names[0] ?? '');
  if (superuser === undefined) {
    return missingReport(fallback, 'neither root nor sudo without a password');
  }
  const updated = runApt(superuser, ['update', '-q']);
  const packages = missing.flatMap((names) => names.find(hasCandidate) ?? []);
  const installed = runApt(superuser, ['install', '-y', '-q', '--no-install-recommends', ...packages]);
  const left = missingNeeds();
  if (left.length === 0) return { status: 'installed', packages };
  const reason = errorLine(installed.stderr) ?? errorLine(updated.stderr) ?? 'no source of packages has them';
  return missingReport(
    left.map((names) => names.find(hasCandidate) ?? names[0] ?? ''),
    reason,
  );
}

function missingReport(packages: readonly string[], reason: string): LibraryReport {
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  return { status: 'missing', packages, reason, command };
}

function superuserPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return runCommand('sudo', ['-n', 'true']).code === 0 ? ['sudo', '-n'] : undefined;
}

function runApt(superuser: readonly string[], args: readonly string[]): ReturnType<typeof runCommand> {
  const [command = 'env', ...rest] = [
    ...superuser,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...args,
  ];
  return runCommand(command, rest, { timeoutMilliseconds: 600_000 });
}

function hasCandidate(name: string): boolean {
  return /Candidate: (?!\(none\))\S/.test(runCommand('apt-cache', ['policy', name]).stdout);
}

function preferredNames(): readonly string[] {
  return needs.map((names) => names[0] ?? '');
}

function errorLine(text: string): string | undefined {
  return text.split('\n').findLast((line) => line.startsWith('E: '));
}
