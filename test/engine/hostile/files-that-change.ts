import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { good, row, type HostileFile } from './hostile-file.ts';

const changed = {
  refused: 'file-changed',
  says: /events\.csv was changed, cut short or removed.*open it again/,
};
const gone = { refused: 'file-gone', says: /events\.csv can no longer be read/ };

/** Files that are not what they were when they were chosen, or never were files. */
export const filesThatChange: readonly HostileFile[] = (
  [
    {
      name: 'grows.csv',
      what: 'grows after it was chosen',
      expected: changed,
      afterwards: (path) => appendFileSync(path, row(9)),
    },
    {
      name: 'shrinks.csv',
      what: 'is cut short after it was chosen',
      expected: changed,
      afterwards: (path) => truncateSync(path, good.length - 5),
    },
    {
      name: 'is-emptied.csv',
      what: 'is emptied after it was chosen',
      expected: changed,
      afterwards: (path) => truncateSync(path, 0),
    },
    {
      name: 'vanishes.csv',
      what: 'is removed after it was chosen',
      expected: gone,
      afterwards: (path) => unlinkSync(path),
    },
    {
      name: 'becomes-a-folder.csv',
      what: 'is a folder',
      expected: gone,
      afterwards: (path) => {
        unlinkSync(path);
        mkdirSync(path);
      },
    },
    {
      name: 'becomes-a-pipe.csv',
      what: 'is a named pipe that nobody writes to: reading it would wait for ever',
      expected: gone,
      afterwards: (path) => {
        unlinkSync(path);
        execFileSync('mkfifo', [path]);
      },
    },
    {
      name: 'becomes-a-device.csv',
      what: 'is a device that never ends',
      expected: gone,
      afterwards: (path) => {
        unlinkSync(path);
        symlinkSync('/dev/zero', path);
      },
    },
    {
      name: 'becomes-a-circle.csv',
      what: 'is a link to itself',
      expected: gone,
      afterwards: (path) => {
        unlinkSync(path);
        symlinkSync(path, path);
      },
    },
    {
      name: 'is-replaced.csv',
      what: 'is replaced by a file of another size',
      expected: changed,
      afterwards: (path) => {
        writeFileSync(`${path}.new`, good.repeat(2));
        renameSync(`${path}.new`, path);
        rmSync(`${path}.new`, { force: true });
      },
    },
  ] satisfies readonly Omit<HostileFile, 'content'>[]
).map((file) => ({ ...file, content: () => good }));
