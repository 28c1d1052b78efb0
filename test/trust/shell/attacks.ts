/** A start that tries to take the application over. `%` stands for a folder the attacker wrote; a file `mark` there is success. */
export interface StartAttack {
  readonly name: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Programs the attacker has ready in that folder: a module that leaves the mark, and a command that does. */
export const markModule =
  "require('node:fs').writeFileSync(require('node:path').join(__dirname, 'mark'), '');\n";
export const markCommand = '#!/bin/sh\ntouch "$(dirname "$0")/mark"\nexec "$@"\n';

/** Each must end the application with code 78 before anything is loaded. Chromium itself ends at `--no-zygote`. */
export const refusedStarts: readonly StartAttack[] = [
  '--remote-debugging-port=0',
  '--REMOTE-DEBUGGING-PORT=0',
  '-remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0',
  '--inspect-brk=0',
  '--inspect-publish-uid=http',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--single-process',
  '--in-process-gpu',
  '--load-extension=%',
  '--proxy-server=203.0.113.9:80',
  '--host-resolver-rules=MAP * 203.0.113.9',
  '--user-data-dir=%',
  '--disable-web-security',
  '--allow-file-access-from-files',
  '--enable-features=NetworkTimeServiceQuerying',
  '--disable-features=',
  '--log-net-log=%/net.json',
  '--ssl-key-log-file=%/keys',
  '--renderer-cmd-prefix=%/mark.sh',
  '--utility-cmd-prefix=%/mark.sh',
  '--gpu-launcher=%/mark.sh',
  '--app=%',
]
  .map((argument): StartAttack => ({ name: argument, args: [argument] }))
  .concat(
    { name: '-r FILE', args: ['-r', '%/mark.cjs'] },
    { name: '--require FILE', args: ['--require', '%/mark.cjs'] },
    { name: '-e TEXT as Node', args: ['-e', '0'], env: { ELECTRON_RUN_AS_NODE: '1' } },
    { name: 'a switch behind a file', args: ['town.freigabe.zip', '--remote-debugging-port=0'] },
    { name: 'a switch behind --', args: ['--', '--remote-debugging-port=0'] },
  );

/** Each must leave no mark while the application starts as ever. */
export const ignoredStarts: readonly StartAttack[] = [
  { name: 'NODE_OPTIONS=--require', env: { NODE_OPTIONS: '--require %/mark.cjs' } },
  { name: 'NODE_OPTIONS=--inspect', env: { NODE_OPTIONS: '--inspect=127.0.0.1:9' } },
  { name: 'ELECTRON_RUN_AS_NODE with a file', args: ['%/mark.cjs'], env: { ELECTRON_RUN_AS_NODE: '1' } },
  { name: 'a folder to run', args: ['%'] },
  { name: 'NODE_V8_COVERAGE', env: { NODE_V8_COVERAGE: '%/mark' } },
  { name: 'SSLKEYLOGFILE', env: { SSLKEYLOGFILE: '%/mark' } },
];
