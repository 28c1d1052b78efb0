import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaying } from '../features/time/use-playing.ts';
import { useFormat } from '../language/format.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { Slider } from '../ui/Slider.tsx';
import { ReplayMap, ReplaySign } from './ReplayMap.tsx';
import { clockOf, replayStep, type ReplayStep } from './replay-step.ts';
import type { RecoveredReplay } from '../../../shared/ipc/attack-findings.ts';
import './replay.css';

/** The path that was recovered best, beside the true one, bin by bin; nothing where somebody could be behind the data. */
export function RecoveryReplay() {
  const path = useDesk((state) => state.replayPath);
  return path === undefined ? null : <Replay path={path} />;
}

function Replay({ path }: { readonly path: RecoveredReplay }) {
  const { t } = useTranslation();
  const [bin, setBin] = useState(() =>
    Math.max(
      0,
      path.truth.findIndex((zone) => zone !== -1),
    ),
  );
  const [playing, setPlaying] = useState(false);
  const bins = path.truth.length;
  usePlaying({ bin, bins, playing, onBin: setBin, onPlaying: setPlaying });
  const step = useMemo(() => replayStep(path, bin), [path, bin]);
  const told = useStepText(path, step);
  const play = () => {
    if (!playing && bin >= bins - 1) setBin(0);
    setPlaying(!playing);
  };
  return (
    <section className="attack-part replay" aria-labelledby="replay-title">
      <h3 id="replay-title">{t('findings.replay.title')}</h3>
      <p>
        {t('findings.replay.generated')} <Away path={path} />
      </p>
      <ReplayMap path={path} bin={bin} step={step} told={`${told.time}: ${told.places}`} />
      <p className="replay-key quiet small">
        <span>
          <ReplaySign kind="truth" /> {t('findings.replay.keyTruth')}
        </span>
        <span>
          <ReplaySign kind="recovered" /> {t('findings.replay.keyRecovered')}
        </span>
      </p>
      <div className="replay-bar">
        <Button onPress={play}>{t(playing ? 'findings.replay.pause' : 'findings.replay.play')}</Button>
        <Slider
          label={t('findings.replay.time')}
          value={bin}
          least={0}
          most={bins - 1}
          text={`${told.time}: ${told.places}`}
          onSlide={(value, phase) => {
            if (phase === 'drag') setPlaying(false);
            setBin(value);
          }}
        />
      </div>
      <p className="replay-told small">
        <strong>{told.time}</strong> {told.places}
      </p>
    </section>
  );
}

function Away({ path }: { readonly path: RecoveredReplay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { awayBins, awayRight, binsPerDay } = path;
  const right = format.number(awayRight);
  if (binsPerDay === 24) return t('findings.replay.away', { count: awayBins, right });
  return t('findings.replay.awayBins', { away: format.number(awayBins), right });
}

/** A step in words: when, where the person was, where the attack placed them, and whether that is right. */
function useStepText({ zoneIds, binsPerDay }: RecoveredReplay, step: ReplayStep) {
  const { t } = useTranslation();
  const shapes = useDesk((state) => state.shapes);
  const { day, bin, truth, recovered } = step;
  const name = (zone: number) => {
    const id = zoneIds[zone] ?? '';
    return shapes.find(({ zoneId }) => zoneId === id)?.name ?? id;
  };
  const clock = clockOf(bin, binsPerDay);
  const time =
    clock === undefined
      ? t('findings.replay.atBin', { day, bin: bin + 1, bins: binsPerDay })
      : t('findings.replay.at', { day, clock });
  const was =
    truth === undefined ? t('findings.replay.truthNone') : t('findings.replay.truth', { zone: name(truth) });
  const placed =
    recovered === undefined
      ? t('findings.replay.recoveredNone')
      : t('findings.replay.recovered', { zone: name(recovered) });
  const parts = [was, placed];
  if (truth !== undefined) parts.push(t(`findings.replay.${truth === recovered ? 'right' : 'wrong'}`));
  return { time, places: parts.join(', ') };
}
