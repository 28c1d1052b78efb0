import { inHundred, rounded, type AttackSpeech } from './attack-figures.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';

interface Told extends AttackSpeech {
  readonly report: AttackReport;
  /** Whether noise is the promise, so that figures are not counts of people. */
  readonly noisy: boolean;
  /** A count as it is written, and as plurals need it. */
  readonly number: (name: string) => string;
  readonly count: (name: string) => number;
  readonly share: (name: string) => string;
}

function parameter({ report: { parameters }, format }: Told, name: string): string {
  const value = parameters[name];
  return typeof value === 'number' ? format.number(value) : (value ?? '–');
}

function smallGroups(told: Told): string {
  const { t, noisy, number, count } = told;
  if (count('published') === 0) return t('attacks.small-groups.nothing');
  const values = { published: number('published'), minimumPersons: parameter(told, 'minimumPersons') };
  if (count('below') === 0) return t(`attacks.small-groups.pass${noisy ? 'Noisy' : ''}`, values);
  const how = { ...values, count: count('below'), below: number('below') };
  return t(`attacks.small-groups.fail${noisy ? 'Noisy' : ''}`, how);
}

function recoverableBlanks(told: Told): string {
  const { t, noisy, number, count, format } = told;
  if (noisy) return t('attacks.recoverable-blanks.passNoisy');
  const hidden = ['exact', 'narrow', 'notTested', 'safe'].reduce((sum, name) => sum + count(name), 0);
  if (hidden === 0) return t('attacks.recoverable-blanks.nothing');
  const values = { hidden: format.number(hidden), narrowestRange: parameter(told, 'narrowestRange') };
  if (count('exact') + count('narrow') > 0)
    return t('attacks.recoverable-blanks.fail', {
      ...values,
      count: count('exact'),
      exact: number('exact'),
      narrow: number('narrow'),
    });
  if (count('notTested') > 0)
    return t('attacks.recoverable-blanks.open', {
      ...values,
      count: count('notTested'),
      notTested: number('notTested'),
    });
  return t('attacks.recoverable-blanks.pass', { ...values, count: hidden });
}

function subtraction({ t, number, count }: Told): string {
  if (count('found') === 0) return t('attacks.subtraction.pass');
  return t('attacks.subtraction.fail', { count: count('found'), found: number('found') });
}

function wholeGroups(told: Told): string {
  const { t, number, count, report } = told;
  if (report.parameters['sensitiveZones'] === 0) return t('attacks.whole-groups.none');
  if (report.figures['highestLift'] === 0) return t('attacks.whole-groups.nothing');
  const values = {
    lift: parameter(told, 'lift'),
    highestLift: rounded(told, report.figures['highestLift'], 1),
  };
  if (count('found') === 0) return t('attacks.whole-groups.pass', values);
  return t('attacks.whole-groups.fail', { ...values, count: count('found'), found: number('found') });
}

function membership(told: Told): string {
  const { t, report } = told;
  const right = (name: string) => inHundred(told, report.figures[name]);
  const measured = t('attacks.membership.pass', {
    accuracyLow: right('accuracyLow'),
    accuracyHigh: right('accuracyHigh'),
  });
  if (report.figures['ceilingAccuracy'] === undefined) return measured;
  return `${measured} ${t('attacks.membership.ceiling', { ceilingAccuracy: right('ceilingAccuracy') })}`;
}

function recovery(told: Told): string {
  const { t, report } = told;
  const points = (name: string) => inHundred(told, report.figures[name]);
  const isBetter = (report.figures['upliftHigh'] ?? 0) > 0;
  return t(`attacks.recovery.${isBetter ? 'better' : 'worse'}`, {
    uplift: points('uplift'),
    upliftLow: points('upliftLow'),
    upliftHigh: points('upliftHigh'),
  });
}

function reconstruction({ t, number, count, share }: Told): string {
  if (count('ones') === 0) return t('attacks.reconstruction.none');
  return t('attacks.reconstruction.pass', {
    ones: number('ones'),
    onesRebuilt: share('onesRebuilt'),
    onesByMargins: share('onesByMargins'),
  });
}

function promise(told: Told): string {
  const { t, format, report } = told;
  const { epsilon, perGroupEpsilon } = report.figures;
  if (epsilon === undefined) return t('attacks.promise.classical');
  const sentence = t('attacks.promise.pass', {
    factor: epsilon < 5 ? rounded(told, Math.exp(epsilon), 1) : format.compact(Math.exp(epsilon)),
    epsilon: rounded(told, epsilon, 2),
  });
  if (perGroupEpsilon === undefined) return sentence;
  return `${sentence} ${t('attacks.promise.perGroup', { perGroupEpsilon: rounded(told, perGroupEpsilon, 2) })}`;
}

function usefulness({ t, share, count, number, report }: Told): string {
  if (count('published') === 0) return t('attacks.usefulness.nothing');
  const { medianError, largestTypicalError } = report.figures;
  if (medianError === undefined)
    return t(`attacks.usefulness.${largestTypicalError === undefined ? 'published' : 'outside'}`, {
      count: count('published'),
      published: number('published'),
      error: share('largestTypicalError'),
    });
  return t('attacks.usefulness.pass', {
    medianError: share('medianError'),
    hiddenSparse: share('hiddenSparse'),
    hiddenDense: share('hiddenDense'),
  });
}

const sentences: Readonly<Record<AttackName, (told: Told) => string>> = {
  'small-groups': smallGroups,
  'recoverable-blanks': recoverableBlanks,
  subtraction,
  'whole-groups': wholeGroups,
  membership,
  recovery,
  reconstruction,
  promise,
  usefulness,
};

/** Why an attack could not be tried, in a sentence; the code itself where there is none for it. */
export function reasonText({ t }: AttackSpeech, reason: string | undefined): string {
  const code = reason ?? 'not-run';
  return t(`attacks.reason.${code}`, { defaultValue: code });
}

/** Whether a gate looks at what an attack came to. Usefulness has none, nor has a promise that promises nothing. */
export function hasGate({ attack, outcome, parameters }: AttackReport): boolean {
  if (outcome !== 'pass') return true;
  return attack !== 'usefulness' && (attack !== 'promise' || parameters['guarantee'] !== 'classical');
}

/** What an attack came to, in one sentence or two; why it was not tried where it was not. */
export function attackSentence(report: AttackReport, noisy: boolean, speech: AttackSpeech): string {
  const { attack, outcome, figures, reason } = report;
  const isUntested = outcome === 'notTested' && attack !== 'recoverable-blanks';
  const isSilent = Object.keys(figures).length === 0 && report.parameters['guarantee'] !== 'classical';
  if (isUntested || (isSilent && reason !== undefined)) return reasonText(speech, reason);
  if (isSilent) return speech.t(`attacks.silent.${outcome}`);
  const { format } = speech;
  const count = (name: string) => figures[name] ?? 0;
  return sentences[attack]({
    ...speech,
    report,
    noisy,
    count,
    number: (name) => (figures[name] === undefined ? '–' : format.number(figures[name])),
    share: (name) => (figures[name] === undefined ? '–' : format.percent(figures[name])),
  });
}
