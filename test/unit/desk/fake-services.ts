import { engineFor } from '../../../shared/policy/engine-choice.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { Channel } from '../../../shared/ipc/channels.ts';
import type { Request, Value } from '../../../shared/ipc/contract.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { FileProfile } from '../../../shared/extract/profile.ts';
import type { ProtectionReport } from '../../../shared/ipc/protection.ts';
import type { View, ViewRequest } from '../../../shared/ipc/view.ts';
import type { DeskCall, DeskVault } from '../../../renderer/desk/bridge/desk-vault.ts';
import type { CallOptions } from '../../../shared/ipc/vault-client.ts';
import type { Services } from '../../../renderer/desk/state/services.ts';

/** A call to the vault that waits for the test to answer it. */
export interface Asked {
  readonly name: DeskCall;
  readonly request: unknown;
  readonly options: CallOptions;
  readonly answer: (response: unknown) => void;
  readonly fail: (reason: Error) => void;
}

export type MainAnswers = { readonly [C in Channel]?: (request: Request<C>) => Value<C> };

export interface Fake {
  readonly services: Services;
  readonly asked: Asked[];
  readonly vaults: () => number;
}

export function fakeServices(answers: MainAnswers = {}): Fake {
  const asked: Asked[] = [];
  let vaults = 0;
  const client: DeskVault = {
    call: (name, request, options = {}) =>
      new Promise((answer, fail) => {
        asked.push({ name, request, options, answer: answer as (response: unknown) => void, fail });
      }),
    close: () => undefined,
  };
  return {
    asked,
    vaults: () => vaults,
    services: {
      timeZone: 'Europe/Berlin',
      today: () => '2026-05-20',
      now: () => fakeNow,
      firstWords: (language) => ({
        title: `Title ${language}`,
        demoTitle: `Demo ${language}`,
        demoTerms: {
          purpose: `p ${language}`,
          legalBasis: `l ${language}`,
          recipient: `r ${language}`,
          recipientProfile: '',
          dpiaReference: '',
          reviewBy: '',
        },
      }),
      async openVault(question) {
        contract['review.open'].request.parse(question);
        vaults++;
        return { client, engine: engineFor(question) };
      },
      main: {
        async call(channel, request) {
          contract[channel].request.parse(request);
          const answer = answers[channel];
          if (answer !== undefined) return answer(request);
          if (channel === 'attack.earlier' || channel === 'draft.discard') return {};
          if (channel === 'draft.save') return new Promise(() => undefined);
          throw new Error(`nobody answers ${channel}`);
        },
        async dropped(files, kind) {
          const answer = answers['files.dropped'];
          if (answer === undefined) throw new Error('nothing is dropped');
          return answer({ kind, paths: files.map(({ name }) => name) });
        },
        onOpen: () => undefined,
        onVaultGone: () => undefined,
        onBundleAttack: () => undefined,
      },
    },
  };
}

/** 2026-05-20T10:00:00Z. */
export const fakeNow = 1_779_271_200;

/** Lets everything that is already settled run. */
export const settled = () => new Promise<void>((done) => setTimeout(done, 0));

export const understanding: Understanding = {
  name: 'events.csv',
  rowsRead: 10,
  rowsKept: 8,
  dropped: {
    ragged: 1,
    badTime: 1,
    missingPerson: 0,
    unknownCell: 0,
    badPosition: 0,
    objection: 0,
    outsideZones: 0,
    duplicate: 0,
  },
  rejects: [],
  persons: 3,
  personsWithAge: 0,
  personsWithGender: 0,
  personsWithConsent: 0,
  severalPseudonyms: 0,
  cellsKnown: 2,
  cellsUsed: 2,
  polygons: 2,
  places: {},
  timeZone: 'Europe/Berlin',
  firstDay: '2026-05-04',
  lastDay: '2026-05-10',
  eventsPerHour: [8],
  objections: {
    kind: 'register',
    registered: 4,
    matched: 1,
    personsBefore: 1000,
    asOf: '2026-05-20T04:00:00Z',
  },
};

const column = (index: number, name: string, role: 'person' | 'time' | 'latitude' | 'longitude') =>
  ({ index, name, role, reason: 'name', shape: 'text', distinct: 1, empty: 0, failing: 0 }) as const;

export const eventsProfile: FileProfile = {
  kind: 'events',
  name: 'events.csv',
  sizeBytes: 100,
  dialect: { delimiter: ',', header: true, encoding: 'utf-8', gzip: false },
  hasOffset: true,
  rowsLookedAt: 10,
  columns: [
    column(0, 'who', 'person'),
    column(1, 'when', 'time'),
    column(2, 'lat', 'latitude'),
    column(3, 'lon', 'longitude'),
  ],
};

/** What first looks answer that found these files and refused none. */
export const looks = (...profiles: readonly FileProfile[]) => ({ profiles, refused: [] });

/** A view that can be told from others by the smallest published group: the minimum it was asked for. */
export function viewFor(request: ViewRequest): View {
  return {
    histogram: {
      lows: [1],
      publishedGroups: [1],
      suppressedGroups: [0],
      secondaryGroups: [0],
      publishedPersons: [50],
      suppressedPersons: [0],
      secondaryPersons: [0],
    },
    summary: {
      groups: 1,
      published: 1,
      suppressed: 0,
      secondary: 0,
      personBinsPublished: 50,
      personBins: 50,
      smallestPublished: request.recipe.minimumPersons,
      medianRoundingError: 0,
      persons: 3,
      objectorsRemoved: 1,
      presences: 8,
      eventsCounted: 8,
    },
    zones: { states: new Uint8Array(2), values: new Int32Array(2) },
    strip: { starts: new Int32Array([0]), seconds: new Int32Array([3600]), values: new Int32Array([50]) },
    tally: {
      rowsRead: 10,
      rowsUnusable: 2,
      objectors: 1,
      withoutConsent: 0,
      machineLike: 0,
      eventsOutsidePeriod: 0,
      maskedCells: 0,
      eventsMasked: 0,
      eventsOutsideZones: 0,
      personsWithoutCategory: 0,
      groups: 1,
      primary: 0,
      secondary: 0,
    },
    protection: 'primary',
    violations: [],
    workMilliseconds: 1,
  };
}

/** What protection made of one table of three groups, one of which protects another. */
export const report: ProtectionReport = {
  tables: [
    {
      product: 'footfall',
      groups: 3,
      published: 1,
      primary: 1,
      secondary: 1,
      utility: {
        personsKept: 50,
        persons: 90,
        zonesCovered: 1,
        zones: 2,
        binsCovered: 1,
        bins: 1,
        medianError: 0.02,
        busiestMedianError: 1,
        hiddenByDensity: [1, 1, 0.5, 0],
      },
    },
  ],
  audit: { exact: 0, narrow: 0, safe: 2, notTested: 0, wholeBlocks: 0 },
  identities: [{ name: 'ages-and-genders', count: 4 }],
  workMilliseconds: 3,
};
