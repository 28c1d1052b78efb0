import type { MappingProfile } from '../../shared/extract/mapping-profile.ts';

const dialect = { delimiter: ';', header: true, encoding: 'utf-8', gzip: false } as const;

/** How an invented file of events is read. */
export const someMappingProfile: MappingProfile = {
  format: 'freigabe.mapping',
  version: 1,
  name: 'North',
  timeZone: 'Europe/Berlin',
  files: {
    events: {
      layouts: [{ dialect, columns: ['kunde', 'zeit', 'zelle', 'sonst'] }],
      mapping: {
        dialect,
        timeFormat: 'iso',
        hasOffset: false,
        roles: ['person', 'time', 'cell', 'ignored'],
      },
    },
  },
};
