import { describe, expect, it } from 'vitest';
import type { FileProfile } from '../../../shared/extract/profile.ts';
import type { KeptMappingProfile } from '../../../shared/ipc/kept-mapping-profile.ts';
import { eventsProfile, looks, settled } from './fake-services.ts';
import { newDesk, source, type OpenDesk } from './open-desk.ts';
import type { MainAnswers } from './fake-services.ts';

const roles = ['time', 'person', 'latitude', 'longitude'] as const;
const id = '1'.repeat(32);

/** A mapping of files like the one the desk looks at, with other meanings than the first look guesses. */
const kept: KeptMappingProfile = {
  id,
  changedAt: '2026-05-20T10:00:00Z',
  profile: {
    format: 'freigabe.mapping',
    version: 1,
    name: 'North',
    timeZone: 'Pacific/Auckland',
    files: {
      events: {
        layouts: [{ dialect: eventsProfile.dialect, columns: eventsProfile.columns.map(({ name }) => name) }],
        mapping: { dialect: eventsProfile.dialect, hasOffset: false, timeFormat: 'iso', roles: [...roles] },
      },
    },
  },
};

function withKept(all: readonly KeptMappingProfile[], more: MainAnswers = {}): OpenDesk {
  return newDesk({ 'mapping.list': () => ({ kept: [...all], setAside: [] }), ...more });
}

async function opened(desk: OpenDesk, profile: FileProfile = eventsProfile): Promise<OpenDesk> {
  void desk.store.getState().addSources({ events: source });
  await settled();
  desk.next().answer(looks(profile));
  await settled();
  return desk;
}

const rolesIn = (desk: OpenDesk) => desk.store.getState().mappings.events?.roles;

describe('kept mappings', () => {
  it('are applied by themselves where one fits, and said so, and undone', async () => {
    const desk = await opened(withKept([kept]));
    expect(rolesIn(desk)).toEqual(roles);
    expect(desk.store.getState()).toMatchObject({
      timeZone: 'Pacific/Auckland',
      appliedMapping: { name: 'North', kinds: ['events'], byItself: true },
    });
    await desk.store.getState().undoMapping();
    expect(rolesIn(desk)).toEqual(['person', 'time', 'latitude', 'longitude']);
    expect(desk.store.getState()).toMatchObject({ appliedMapping: undefined });
    expect(desk.store.getState().timeZone).not.toBe('Pacific/Auckland');
  });

  it('wait for a choice where two fit, or where columns have no names', async () => {
    const other = { ...kept, id: '2'.repeat(32), profile: { ...kept.profile, name: 'South' } };
    const two = await opened(withKept([kept, other]));
    expect(two.store.getState().appliedMapping).toBeUndefined();
    await two.store.getState().applyMapping(other.id);
    expect(two.store.getState().appliedMapping).toMatchObject({ name: 'South', byItself: false });
    expect(rolesIn(two)).toEqual(roles);

    const dialect = { ...eventsProfile.dialect, header: false };
    const columns = eventsProfile.columns.map((column, i) => ({ ...column, name: `${i + 1}` }));
    const file = kept.profile.files.events;
    if (file === undefined) throw new Error('no events');
    const numbered: KeptMappingProfile = {
      ...kept,
      profile: {
        ...kept.profile,
        files: {
          events: {
            layouts: [{ dialect, columns: columns.map(({ name }) => name) }],
            mapping: { ...file.mapping, dialect },
          },
        },
      },
    };
    const bare = await opened(withKept([numbered]), { ...eventsProfile, dialect, columns });
    expect(bare.store.getState().appliedMapping).toBeUndefined();
    await bare.store.getState().applyMapping(id);
    expect(rolesIn(bare)).toEqual(roles);
  });

  it('leave files of another layout alone', async () => {
    const [first, ...others] = eventsProfile.columns;
    if (first === undefined) throw new Error('no column');
    const columns = [{ ...first, name: 'quite another' }, ...others];
    const desk = await opened(withKept([kept]), { ...eventsProfile, columns });
    expect(desk.store.getState().appliedMapping).toBeUndefined();
    await desk.store.getState().applyMapping(id);
    expect(rolesIn(desk)).toEqual(['person', 'time', 'latitude', 'longitude']);
  });

  it('look at the file again where the mapping parts it in another way, and know it by how it was found', async () => {
    const corrected = { ...eventsProfile.dialect, delimiter: ';' as const };
    const file = kept.profile.files.events;
    if (file === undefined) throw new Error('no events');
    const parted: KeptMappingProfile = {
      ...kept,
      profile: {
        ...kept.profile,
        files: {
          events: {
            layouts: [
              ...file.layouts,
              { dialect: corrected, columns: eventsProfile.columns.map(({ name }) => name) },
            ],
            mapping: { ...file.mapping, dialect: corrected },
          },
        },
      },
    };
    const desk = await opened(withKept([parted]));
    const again = desk.next();
    expect(again).toMatchObject({ name: 'profile', request: { dialects: { events: { delimiter: ';' } } } });
    again.answer(looks({ ...eventsProfile, dialect: corrected }));
    await settled();
    expect(rolesIn(desk)).toEqual(roles);
    expect(desk.store.getState().appliedMapping).toMatchObject({ name: 'North' });
  });

  it('are kept with layouts and meanings alone, and replaced under a name that is taken', async () => {
    const saved: unknown[] = [];
    const desk = await opened(
      withKept([kept], {
        'mapping.save': (request) => {
          saved.push(request);
          return kept;
        },
      }),
    );
    desk.store.getState().setRole('events', 1, 'ignored');
    await desk.store.getState().keepMapping(' South ');
    await desk.store.getState().keepMapping('North');
    expect(saved).toMatchObject([
      {
        profile: {
          name: 'South',
          files: { events: { mapping: { roles: ['time', 'ignored', 'latitude', 'longitude'] } } },
        },
      },
      { id, profile: { name: 'North' } },
    ]);
    expect(JSON.stringify(saved)).not.toContain(source.name);
    expect(desk.store.getState().mappingTold).toEqual({ kind: 'kept', name: 'North' });
  });

  it('are kept once where somebody presses twice', async () => {
    const saved: unknown[] = [];
    const all: KeptMappingProfile[] = [];
    const desk = await opened(
      newDesk({
        'mapping.list': () => ({ kept: [...all], setAside: [] }),
        'mapping.save': (request) => {
          saved.push(request);
          const one = { id, changedAt: kept.changedAt, profile: request.profile };
          all.splice(0, all.length, one);
          return one;
        },
      }),
    );
    const { keepMapping } = desk.store.getState();
    await Promise.all([keepMapping('South'), keepMapping('South')]);
    expect(saved).toMatchObject([{ profile: { name: 'South' } }, { id, profile: { name: 'South' } }]);
    expect(saved[0]).not.toHaveProperty('id');
  });

  it('tell a refusal and keep what is shown', async () => {
    const desk = await opened(withKept([kept]));
    await desk.store.getState().renameMapping(id, 'South');
    expect(desk.store.getState().mappingFailure).toBeDefined();
    expect(desk.store.getState().keptMappings).toEqual([kept]);
  });
});
