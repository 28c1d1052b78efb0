import type { AttackSpeech } from './attack-figures.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { EarlierName } from '../../../shared/evidence/earlier-name.ts';

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
  speech: AttackSpeech,
  report: AttackReport,
  { noisy, demo }: Release,
): string | undefined {
  const { earlier, parameters } = report;
  if (noisy || !isSubtracted(report)) return undefined;
  if (earlier === undefined) return counted(speech, report, Number(parameters['compared'] ?? 0), demo);
  if (earlier.length === 0) return speech.t('findings.earlier.none');
  return speech.t('findings.earlier.against', {
    ...countsOf(speech, report, earlier.length),
    names: namesOf(speech, earlier),
  });
}

function isSubtracted({ attack, outcome, figures }: AttackReport): boolean {
  return attack === 'subtraction' && (outcome !== 'notTested' || figures['pairs'] !== undefined);
}

/** Releases whose names are not told, as those that were opened beside a bundle. */
function counted(speech: AttackSpeech, report: AttackReport, compared: number, demo: boolean): string {
  if (compared === 0) return speech.t(`findings.earlier.${demo ? 'demo' : 'nothing'}`);
  return speech.t('findings.earlier.counted', countsOf(speech, report, compared));
}

function countsOf({ format }: AttackSpeech, { figures }: AttackReport, count: number) {
  return { count, number: format.number(count), pairs: format.number(figures['pairs'] ?? 0) };
}

/** The newest by name, the others by number. */
function namesOf({ t, format }: AttackSpeech, earlier: readonly EarlierName[]): string {
  const names = earlier
    .toReversed()
    .slice(0, mostNames)
    .map(({ releaseId, releaseDate }) =>
      t('findings.earlier.name', { id: releaseId, day: format.field(releaseDate) }),
    )
    .join(', ');
  const left = earlier.length - mostNames;
  return left > 0 ? t('findings.earlier.more', { names, count: left, number: format.number(left) }) : names;
}

/** What earlier releases let show, a sentence for each way; nothing that was not found. */
export function earlierFindings({ t, format }: AttackSpeech, { figures }: AttackReport): readonly string[] {
  return earlierFigures.flatMap((name) => {
    const count = figures[name] ?? 0;
    return count === 0 ? [] : [t(`findings.earlier.${name}`, { count, number: format.number(count) })];
  });
}
