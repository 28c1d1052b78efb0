import type { ExtractRisk, PlaceSight } from '../../shared/ipc/extract-risk.ts';

const adversaries: Readonly<Record<ExtractRisk['adversaries'][number]['kind'], string>> = {
  location: 'places in any order, also the same again',
  sequence: 'places in order',
  time: 'places with the hour',
  uniqueLocation: 'different places',
  frequency: 'places with how often',
  probability: 'places with the share of time',
  proportion: 'places with how much more than each other',
  homeWork: 'home and work',
};

/** What losing the extract would mean, for people: one line for each resolution and each adversary. */
export function riskText({ persons, days, unicity, anonymity, adversaries: tried }: ExtractRisk): string {
  return [
    'If this file were lost (about the extract, not the release):',
    `${persons} persons over ${days} days; ${unicity.persons} drawn for moments`,
    '',
    'In 100, persons who are the only match by 1, 2, ... known moments:',
    ...unicity.surface.map(({ place, time, shares }) => {
      const where = unicity.places[place];
      const seen = `${where ? placeText(where) : ''}, ${timeText(unicity.minutes[time] ?? 0)}`;
      return `  ${seen.padEnd(40)}${shares.map(({ share }) => inHundred(share)).join('')}`;
    }),
    `  ${'measured slope (log share over log coarseness)'.padEnd(40)} ${unicity.slopes.map(({ slope }) => slope?.toFixed(2) ?? '-').join(' ')}`,
    '',
    'How many persons match the worst moments found (network cell, hour):',
    ...anonymity.map(
      ({ known, least, twentieth, median }) =>
        `  ${known} known: at least ${least}, one in twenty at most ${twentieth}, half at most ${median}`,
    ),
    '',
    'In 100, persons found alone, among 2 at most, among 4 at most, by somebody who knows:',
    ...tried.map(({ kind, known, atOne, atLeastHalf, aboveFifth, instancesSampled }) => {
      const what = kind === 'homeWork' ? adversaries[kind] : `${known} ${adversaries[kind]}`;
      const sampled = instancesSampled ? '  (at least)' : '';
      return `  ${what.padEnd(45)}${[atOne, atLeastHalf, aboveFifth].map(inHundred).join('')}${sampled}`;
    }),
    '',
  ].join('\n');
}

function placeText({ kind, step, places }: PlaceSight): string {
  const names = {
    cell: 'network cells',
    position: 'positions',
    zone: 'zones',
    coarser: `zones ${step} up`,
    fours: 'zones by fours',
  };
  return `${names[kind]} (${places})`;
}

function timeText(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${minutes / 60} h`;
}

function inHundred(share: number): string {
  return (share * 100).toFixed(1).padStart(7);
}
