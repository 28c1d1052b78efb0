import { describe, expect, it } from 'vitest';
import { isReadOtherwise } from '../../../renderer/desk/state/read-otherwise.ts';

type State = Parameters<typeof isReadOtherwise>[0];

const file = { kind: 'file', token: 't', name: 'may.csv', sizeBytes: 3 };
const mapping = (roles: readonly string[]) => ({ events: { roles } });
const read = {
  understanding: {},
  readAs: { mappings: mapping(['person', 'time']), timeZone: 'UTC' },
  mappings: mapping(['person', 'time']),
  timeZone: 'UTC',
  sources: { events: file },
  openSource: file,
} as unknown as State;

describe('an extract that is to be read in another way', () => {
  it('is told by its columns and its time zone', () => {
    expect(isReadOtherwise(read)).toBe(false);
    expect(isReadOtherwise({ ...read, timeZone: 'Europe/Berlin' })).toBe(true);
    expect(isReadOtherwise({ ...read, mappings: mapping(['time', 'person']) } as unknown as State)).toBe(
      true,
    );
  });

  it('is not told of another file, which is said elsewhere', () => {
    expect(isReadOtherwise({ ...read, timeZone: 'Europe/Berlin', sources: {} })).toBe(false);
  });
});
