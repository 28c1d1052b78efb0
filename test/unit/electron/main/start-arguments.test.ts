import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../electron/main/arguments.ts';

const read = (...args: string[]) => parseArguments(args, '/home/officer');

describe('parseArguments', () => {
  it('opens nothing without arguments', () => {
    expect(read()).toEqual({ request: { kind: 'nothing' }, settings: {} });
  });

  it('opens the demo', () => {
    expect(read('--demo').request).toEqual({ kind: 'demo' });
  });

  it('opens an extract, relative paths from the folder it was started in', () => {
    expect(read('--events', 'e.csv', '--zones=/data/z.geojson').request).toEqual({
      kind: 'extract',
      files: [
        { kind: 'events', path: '/home/officer/e.csv' },
        { kind: 'zones', path: '/data/z.geojson' },
      ],
    });
  });

  it('opens a bundle by its extension, before anything else', () => {
    expect(read('--demo', 'May.freigabe.zip').request).toEqual({
      kind: 'bundle',
      path: '/home/officer/May.freigabe.zip',
    });
  });

  it('takes language and theme for this run, and only those it knows', () => {
    expect(read('--language', 'de', '--theme=dark').settings).toEqual({ language: 'de', theme: 'dark' });
    expect(read('--language', 'fr', '--theme', 'pink').settings).toEqual({});
  });

  it.each([
    [['notes.txt'], 'notes.txt'],
    [['--events'], '--events'],
    [['--events', ''], '--events'],
    [['--cells', 'c.csv'], '--cells'],
  ])('says which of %j it does not understand', (args, argument) => {
    expect(read(...args).request).toEqual({ kind: 'unclear', argument });
  });

  it('leaves the switches of Chromium alone', () => {
    expect(read('--no-sandbox', '--user-data-dir=/tmp/x', '--demo').request).toEqual({ kind: 'demo' });
  });
});
