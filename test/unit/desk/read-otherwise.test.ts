import { describe, expect, it } from 'vitest';
import { isReadOtherwise } from '../../../renderer/desk/state/read-otherwise.ts';

type State = Parameters<typeof isReadOtherwise>[0];

const file = { kind: 'file', token: 't', name: 'may.csv', sizeBytes: 3 };
const mapping = (roles: readonly string[]) => ({ events: { roles } });
const read = {
  understanding: {},
  readAs: { sources: { events: file }, mappings: mapping(['person', 'time']), timeZone: 'UTC' },
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

  it('is told by a file beside that of the events, whether added, replaced or removed', () => {
    const zones = { ...file, name: 'zones.geojson' };
    const withZones = { ...read, sources: { events: file, zones } } as unknown as State;
    expect(isReadOtherwise(withZones)).toBe(true);
    const readAs = { ...read.readAs, sources: withZones.sources } as unknown as State['readAs'];
    expect(isReadOtherwise({ ...withZones, readAs })).toBe(false);
    expect(isReadOtherwise({ ...withZones, readAs, sources: read.sources })).toBe(true);
    const other = { ...withZones.sources, zones: { ...zones } } as unknown as State['sources'];
    expect(isReadOtherwise({ ...withZones, readAs, sources: other })).toBe(true);
  });

  it('is not told of another file, which is said elsewhere', () => {
    expect(isReadOtherwise({ ...read, timeZone: 'Europe/Berlin', sources: {} })).toBe(false);
  });
});
