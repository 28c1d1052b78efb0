import { Refusal } from '../../../../shared/base/failure.ts';
import type { SealSubject } from '../../../../shared/ipc/seal-contract.ts';
import type { Candidate } from '../../../../shared/ipc/candidate.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { createKeyRing } from '../../../../electron/handlers/key-ring.ts';
import { createLastExport } from '../../../../electron/handlers/last-export.ts';
import type { SealPorts } from '../../../../electron/handlers/release-seal.ts';
import type { Keys } from '../../../../electron/handlers/ports/keys.ts';
import type { Witness } from '../../../../electron/handlers/ports/witness.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { signerFromSeed } from '../../../../electron/node/signer.ts';
import { fingerprint } from '../../../../shared/bundle/ssh-key.ts';
import { fakeLedger } from './fake-ledger.ts';
import { passedAttacks } from '../../../support/passed-attacks.ts';

/** Head of the audit log of every fake workstation. */
export const fakeAuditHead = 'a'.repeat(64);

export const rightPassphrase = 'one two three four five';
const signer = signerFromSeed(new Uint8Array(32).fill(7));

/** Keys whose file is any bytes: one key, one passphrase. Counts what is unlocked and not yet closed. */
export function fakeKeys(): Keys & { readonly open: () => number } {
  let open = 0;
  return {
    open: () => open,
    describe: () => ({
      label: 'Anna Müller',
      fingerprint: fingerprint(signer.publicKey, nodeCrypto),
      publicKey: signer.publicKey,
    }),
    create: async (label) => new TextEncoder().encode(label),
    unlock: async (_file, passphrase) => {
      if (passphrase !== rightPassphrase) throw new Refusal('wrong-passphrase', 'The passphrase is wrong.');
      open += 1;
      return { ...signer, close: () => void (open -= 1) };
    },
  };
}

const noUtility = {
  personsKept: 40,
  persons: 43,
  zonesCovered: 1,
  zones: 2,
  binsCovered: 1,
  bins: 1,
  medianError: 0,
  busiestMedianError: 0,
  hiddenByDensity: [1, 0, 0, 0],
};

/** One zone on one day with 40 people in it, and one with 3 that is not published. */
export const candidate: Candidate = {
  attacks: passedAttacks,
  recipe: {
    ...presets.conservative,
    terms: {
      purpose: 'Planning',
      legalBasis: 'Anonymised',
      recipient: 'City',
      recipientProfile: '',
      dpiaReference: '',
      reviewBy: '',
    },
    releaseDate: '2026-11-22',
    period: { from: '2026-05-04', to: '2026-05-04' },
    timeBin: 'day',
  },
  understanding: {
    name: 'town',
    rowsRead: 90,
    rowsKept: 90,
    dropped: {
      ragged: 0,
      badTime: 0,
      missingPerson: 0,
      unknownCell: 0,
      badPosition: 0,
      objection: 0,
      outsideZones: 0,
      duplicate: 0,
    },
    rejects: [],
    persons: 43,
    personsWithAge: 0,
    personsWithGender: 0,
    personsWithConsent: 0,
    severalPseudonyms: 0,
    cellsKnown: 2,
    cellsUsed: 2,
    polygons: 2,
    places: {},
    firstSecond: 1_777_852_800,
    lastSecond: 1_777_900_000,
    timeZone: 'Europe/Berlin',
    firstDay: '2026-05-04',
    lastDay: '2026-05-04',
    eventsPerHour: [90],
    objections: {
      kind: 'register',
      registered: 5,
      matched: 2,
      personsBefore: 1000,
      asOf: '2026-11-22T00:00:00Z',
    },
  },
  zones: ['a', 'b'].map((zoneId, i) => ({
    zoneId,
    name: `Zone ${zoneId}`,
    level: 0,
    polygons: [
      [
        [
          [i, 50],
          [i + 1, 50],
          [i + 1, 51],
          [i, 50],
        ],
      ],
    ],
  })),
  ages: [],
  genders: [],
  dwellBands: [],
  frequencyBands: [],
  tables: [
    {
      product: 'footfall',
      zone: Int32Array.of(0),
      other: new Int32Array(),
      start: Int32Array.of(Date.UTC(2026, 4, 3, 22) / 1000),
      band: new Int32Array(),
      age: new Int32Array(),
      gender: new Int32Array(),
      persons: Int32Array.of(40),
      estimate: new Int32Array(),
      trips: new Int32Array(),
      status: Uint8Array.of(0),
      raw: Int32Array.of(40),
      rawPersons: Int32Array.of(40),
    },
  ],
  tally: {
    rowsRead: 90,
    rowsUnusable: 0,
    objectors: 2,
    withoutConsent: 0,
    machineLike: 0,
    eventsOutsidePeriod: 0,
    maskedCells: 0,
    eventsMasked: 0,
    eventsOutsideZones: 0,
    personsWithoutCategory: 0,
    groups: 2,
    primary: 1,
    secondary: 0,
  },
  protection: {
    tables: [{ product: 'footfall', groups: 2, published: 1, primary: 1, secondary: 0, utility: noUtility }],
    audit: { exact: 0, narrow: 0, safe: 1, notTested: 0, wholeBlocks: 0 },
    identities: [],
    workMilliseconds: 1,
  },
};

export interface FakeSealPorts extends SealPorts {
  readonly witness: Witness;
  /** What was written, by path. */
  readonly disk: Map<string, Uint8Array>;
  /** What the seal window was asked to show. */
  readonly shown: SealSubject[];
  readonly events: string[];
}

/** Ports on memory: the officer types the right passphrase and saves as `out.freigabe.zip`. */
export function fakeSealPorts(change: Partial<SealPorts> = {}): FakeSealPorts {
  const disk = new Map<string, Uint8Array>();
  const shown: SealSubject[] = [];
  const events: string[] = [];
  return {
    disk,
    shown,
    events,
    vault: {
      open: async () => ({ engine: 'wasm', why: 'small' }),
      close: async () => '2026-11-22T10:00:00Z',
      candidate: async ({ recipe }) => ({ ...candidate, recipe }),
      nameEarlier: async ({ releases }) => releases.map(({ releaseDigest }) => releaseDigest),
      handEarlier: async () => ({}),
      rejects: async () => ({ name: 'events.csv', rejects: [], listed: 0, more: 0 }),
      lookUp: async () => undefined,
    },
    crypto: nodeCrypto,
    clock: { now: () => '2026-11-22T10:00:00Z' },
    keys: fakeKeys(),
    ring: createKeyRing(),
    sealWindow: {
      ask: (subject, attempt) => {
        shown.push(subject);
        return attempt(rightPassphrase);
      },
    },
    dialogs: {
      openFile: async () => undefined,
      saveFile: async () => '/home/officer/out.freigabe.zip',
    },
    files: {
      name: (path) => path.split('/').at(-1) ?? '',
      read: async (path) => disk.get(path) ?? new Uint8Array(),
      write: async (path, bytes) => void disk.set(path, bytes),
    },
    journal: { record: async (event) => void events.push(event), head: async () => fakeAuditHead },
    lastExport: createLastExport(),
    ledger: fakeLedger(),
    witness: { seen: async () => [], remember: async () => undefined },
    software: { name: 'freigabe', version: '0.1.0', commit: 'unknown' },
    ...change,
  };
}

export const demoRequest = {
  recipe: candidate.recipe,
  policy: builtInPolicies.demo,
  organisation: 'Netz AG',
  comment: 'checked',
} as const;
