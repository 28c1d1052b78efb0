import { expect, it } from 'vitest';
import { mappingNeeds } from '../../../renderer/desk/state/mapping-edits.ts';
import { eventsProfile } from './fake-services.ts';
import { source } from './open-desk.ts';
import type { Dialect } from '../../../shared/extract/profile.ts';

const needsOf = (dialect: Dialect) =>
  mappingNeeds({
    sources: { events: source },
    mappings: { events: { dialect, hasOffset: true, roles: ['person'] } },
    refused: {},
  });

it('asks for the separator of one column only where a file has any', () => {
  expect(needsOf(eventsProfile.dialect)).toEqual(['extract.needs.oneColumn']);
  expect(needsOf({ ...eventsProfile.dialect, container: 'parquet' })).toEqual([
    'extract.needs.time',
    'extract.needs.position',
  ]);
});
