import type { Work } from '../../shared/ipc/kept-work.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { presets } from '../../shared/recipe/presets.ts';

const recipe = {
  ...presets.conservative,
  title: 'Footfall',
  terms: {
    purpose: 'Planning',
    legalBasis: '',
    recipient: '',
    recipientProfile: '',
    dpiaReference: '',
    reviewBy: '',
  },
} as const;

/** Work on a file of events, with one step back. */
export const someWork: Work = {
  extract: { kind: 'files', files: [{ kind: 'events', name: 'events.csv', sizeBytes: 100 }] },
  mappings: {},
  timeZone: 'Europe/Berlin',
  zones: { kind: 'h3', resolution: 8 },
  noRegisterReason: '',
  before: [{ recipe, policy: builtInPolicies.solo, preset: 'conservative' }],
  present: {
    recipe: { ...recipe, minimumPersons: 40 },
    policy: builtInPolicies.solo,
    preset: 'conservative',
  },
  after: [],
  organisation: 'Beispielnetz GmbH',
  comment: '',
};
