import { useMemo } from 'react';
import { bundleStrip, bundleZoneProfile, bundleZoneValues } from '../features/inspect/bundle-values.ts';
import { InspectPage } from '../features/inspect/InspectPage.tsx';
import { ZoneProfilePanel } from '../features/zone/ZoneProfilePanel.tsx';
import { useDesk } from '../state/use-desk.ts';
import { MapOverTime } from './MapOverTime.tsx';
import type { Contents } from '../features/inspect/bundle-values.ts';
import './tune.css';

const world = { kind: 'world' } as const;
const drawMap = (contents: Contents) => <BundleMap contents={contents} />;

/** A bundle from anybody, with its map drawn from its own rows. */
export function InspectScreen() {
  return <InspectPage map={drawMap} />;
}

function BundleMap({ contents }: { readonly contents: Contents }) {
  const bin = useDesk((state) => state.bundleBin);
  const setBin = useDesk((state) => state.setBundleBin);
  const zone = useDesk((state) => state.bundleZone);
  const selectZone = useDesk((state) => state.selectBundleZone);
  const playing = useDesk((state) => state.bundlePlaying);
  const setPlaying = useDesk((state) => state.setBundlePlaying);
  const basemap = useDesk((state) => state.basemap) ?? world;
  const values = useMemo(() => bundleZoneValues(contents, bin), [contents, bin]);
  const strip = useMemo(() => bundleStrip(contents), [contents]);
  const { recipe, zones } = contents;
  const shape = zone === undefined ? undefined : zones[zone];
  const profile = useMemo(
    () => (zone === undefined ? undefined : bundleZoneProfile(contents, zone, bin)),
    [contents, zone, bin],
  );
  return (
    <div className="bundle-map">
      <div className="tune-middle">
        <MapOverTime
          shapes={zones}
          values={values}
          selectedZone={zone}
          basemap={basemap}
          recipe={recipe}
          stale={false}
          onSelect={selectZone}
          strip={strip}
          shownBin={bin}
          bin={bin}
          onBin={setBin}
          playing={playing}
          onPlaying={setPlaying}
        />
      </div>
      {profile !== undefined && shape !== undefined && (
        <aside className="bundle-zone">
          <ZoneProfilePanel
            profile={profile}
            strip={strip}
            shape={shape}
            timeZone={recipe.timeZone}
            bin={bin}
            onClose={() => selectZone(undefined)}
          />
        </aside>
      )}
    </div>
  );
}
