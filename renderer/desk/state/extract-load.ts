import { demoTown } from '../../../shared/demo/town.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { failureOf } from './failure-of.ts';
import { startHistory } from './history.ts';
import { completeSources, mappingNeeds } from './mapping-edits.ts';
import { withFirstWords } from './first-words.ts';
import type { Look } from './extract-look.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import { type PutBack, putBack } from './put-back.ts';
import { noView } from './view-slice.ts';
import type { Source } from '../../../shared/extract/source.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Basemap } from '../../../shared/ipc/contract.ts';
import type { Desk, ExtractSlice, ReadAs } from './desk-state.ts';
import type { Draft } from './differences.ts';
import type { OpenVault } from './open-vault.ts';

const idle = { kind: 'idle' } as const;
const coarseGrid = { kind: 'h3', resolution: 8 } as const;

function demoBasemap(source: Source | undefined): Basemap | undefined {
  if (source?.kind !== 'demo') return undefined;
  const { name, basemap } = demoTown(source);
  return { kind: 'geojson', name, text: JSON.stringify(basemap) };
}

/** Every release states its period: at first all days of the extract. */
function wholePeriod({ firstDay, lastDay, rowsKept }: Understanding): Recipe['period'] {
  return rowsKept === 0 ? null : { from: firstDay, to: lastDay };
}

/** The draft a freshly read extract starts with. */
function freshDraft({ get, services }: Desk, understanding: Understanding): Draft {
  const { draft, extractZones, sources, settings } = get();
  const isDemo = sources.events?.kind === 'demo';
  const { recipe, policy, preset } = draft.settled;
  return {
    preset,
    policy: isDemo ? builtInPolicies.demo : undemo(policy),
    recipe: {
      ...withFirstWords(recipe, isDemo, settings.language, services),
      releaseDate: recipe.releaseDate || services.today(),
      timeZone: understanding.timeZone,
      zones: understanding.polygons > 0 ? extractZones : gridOf(extractZones),
      period: wholePeriod(understanding),
    },
  };
}

/** The draft to go on with: fresh, since steps of another extract mean nothing here, or what was kept and is continued. */
function draftFor(desk: Desk, understanding: Understanding): PutBack {
  const { continuing, adoptDraft } = desk.get();
  const fresh = freshDraft(desk, understanding);
  if (continuing === undefined) return { draft: startHistory(fresh), left: [] };
  adoptDraft(continuing.id);
  return putBack(continuing, fresh, understanding);
}

/** Takes over what was understood. */
function understood(desk: Desk, understanding: Understanding, readAs: ReadAs): void {
  const { get, set } = desk;
  const { sources, basemap } = get();
  const { draft, left } = draftFor(desk, understanding);
  set({
    ...noView,
    understanding,
    openSource: sources.events,
    readAs,
    reading: idle,
    receipt: undefined,
    sealGates: [],
    signAttempted: false,
    lastChange: undefined,
    basemap: demoBasemap(sources.events) ?? (basemap?.kind === 'pmtiles' ? basemap : undefined),
    compared: undefined,
    comparing: false,
    draft,
    leftFromFile: left,
    continuing: undefined,
  });
}

/** `review` gives the vault of the open review, or a fresh one after the former ended. */
export function createLoad(
  desk: Desk,
  open: OpenVault,
  review: Look['review'],
): Pick<ExtractSlice, 'load' | 'cancelLoad'> {
  const { get, set } = desk;
  let abort: AbortController | undefined;

  return {
    async load() {
      const { sources: chosen, mappings, timeZone, extractZones, noRegisterReason, reading } = get();
      const sources = completeSources(chosen);
      const { events, cells, persons, objections } = mappings;
      if (sources === undefined || events === undefined || reading.kind !== 'idle') return;
      if (mappingNeeds(get()).length > 0) return;
      abort = new AbortController();
      let former: Partial<ReturnType<Desk['get']>> = keptWhileReading(get());
      const before = open.client;
      set({ reading: { kind: 'loading', progress: undefined }, understanding: undefined, ...noView });
      set({ extractFailure: undefined });
      const given = Object.entries({ cells, persons, objections }).filter(
        ([, mapping]) => mapping !== undefined,
      );
      let vault: DeskVault | undefined;
      try {
        vault = await review();
        if (vault !== before) former = {};
        const understanding = await vault.call(
          'load',
          {
            sources,
            mappings: { events, ...Object.fromEntries(given) },
            timeZone,
            zones: extractZones,
            noRegisterReason: noRegisterReason.trim(),
          },
          {
            signal: abort.signal,
            onProgress(progress) {
              const { kind } = get().reading;
              if (kind === 'loading' || kind === 'cancelling') set({ reading: { kind, progress } });
            },
          },
        );
        understood(desk, understanding, { sources: chosen, mappings, timeZone });
      } catch (thrown) {
        if (open.client === vault) set({ ...former, reading: idle, extractFailure: failureOf(thrown) });
      }
    },
    cancelLoad() {
      const { reading } = get();
      if (reading.kind !== 'loading') return;
      set({ reading: { kind: 'cancelling', progress: reading.progress } });
      abort?.abort();
    },
  };
}

/** What is shown of the extract that is open: the vault keeps it until another one is read to its end, and so does the desk. */
function keptWhileReading(state: ReturnType<Desk['get']>): Partial<ReturnType<Desk['get']>> {
  const shown = Object.keys(noView).map((key) => [key, state[key as keyof typeof noView]]);
  return { ...Object.fromEntries(shown), understanding: state.understanding };
}

function gridOf(zones: ExtractSlice['extractZones']): ExtractSlice['extractZones'] {
  return zones.kind === 'h3' ? zones : coarseGrid;
}

/** The demo policy belongs to the demo alone. */
function undemo<P extends { readonly demo: boolean }>(policy: P): P | typeof builtInPolicies.default {
  return policy.demo ? builtInPolicies.default : policy;
}
