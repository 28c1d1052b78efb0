import type { AttackSpeech } from './attack-figures.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';

/** Most releases that a sentence names. */
const mostNames = 3;
/** Figures of a report that earlier releases alone bring about; each has a sentence under `findings.earlier`. */
const earlierFigures = ['foundEarlier', 'foundZoneMaps'] as const;

/** What is attacked: whether noise is its promise, and whether it is a demonstration. */
interface Release {
  readonly noisy: boolean;
  readonly demo: boolean;
}

/** Which earlier releases subtraction was held against, in a sentence or two; nothing for other attacks and beside noise. */
export function earlierSentence(
  { t, format }: AttackSpeech,
  { attack, outcome, earlier, figures, parameters }: AttackReport,
  { noisy, demo }: Release,
): string | undefined {
  const { pairs } = figures;
  if (attack !== 'subtraction' || noisy || (outcome === 'notTested' && pairs === undefined)) return undefined;
  if (earlier === undefined) {
    const compared = Number(parameters['compared'] ?? 0);
    if (compared === 0) return t(`findings.earlier.${demo ? 'demo' : 'nothing'}`);
    const counts = { count: compared, number: format.number(compared) };
    return t('findings.earlier.counted', { ...counts, pairs: format.number(pairs ?? 0) });
  }
  if (earlier.length === 0) return t('findings.earlier.none');
  const names = earlier
    .toReversed()
    .slice(0, mostNames)
    .map(({ releaseId, releaseDate }) =>
      t('findings.earlier.name', { id: releaseId, day: format.field(releaseDate) }),
    )
    .join(', ');
  const left = earlier.length - mostNames;
  const all =
    left > 0 ? t('findings.earlier.more', { names, count: left, number: format.number(left) }) : names;
  return t('findings.earlier.against', {
    count: earlier.length,
    number: format.number(earlier.length),
    names: all,
    pairs: format.number(pairs ?? 0),
  });
}

/** What earlier releases let show, a sentence for each way; nothing that was not found. */
export function earlierFindings({ t, format }: AttackSpeech, { figures }: AttackReport): readonly string[] {
  return earlierFigures.flatMap((name) => {
    const count = figures[name] ?? 0;
    return count === 0 ? [] : [t(`findings.earlier.${name}`, { count, number: format.number(count) })];
  });
}
