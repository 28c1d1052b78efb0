import { expect, it } from 'vitest';
import { refusedArguments } from '../../../../../electron/main/lockdown/arguments.ts';

it.each([
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--REMOTE-DEBUGGING-PORT=9222',
  '-remote-debugging-port=9222',
  '--inspect',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--load-extension=/x',
  '--proxy-server=example.org',
  '--user-data-dir=/x',
  '--host-resolver-rules=',
  '--disable-web-security',
  '--demo-not',
  '-r',
  '-',
])('refuses %s', (argument) => {
  expect(refusedArguments([argument], 'linux')).toEqual([argument]);
});

it('accepts its own switches and files', () => {
  expect(
    refusedArguments(
      ['--demo', '--events', '/home/extract.csv', '--ozone-platform=wayland', '/home/town.freigabe.zip'],
      'linux',
    ),
  ).toEqual([]);
});

it('knows that a slash starts a switch on Windows', () => {
  const given = ['/remote-debugging-port=0', '/demo', 'C:/town.freigabe.zip'];
  expect(refusedArguments(given, 'win32')).toEqual(['/remote-debugging-port=0']);
});
