import { seededRandom, type SeededRandom } from '../../shared/attacks/random.ts';
import type { DifferencingSubject } from '../../shared/attacks/differencing/differencing.ts';
import type { ReleasedZone } from '../../shared/ledger/released.ts';
import type { TableRow } from '../../shared/products/table-row.ts';
import { inA, releaseWith, squareAt, squares } from './small-release.ts';

/** What is planted: two figures, or more than two, that differ by `left` persons. */
export interface Planted {
  readonly name: string;
  readonly figures: 'pair' | 'triple';
  readonly subject: DifferencingSubject;
}

type Row = Omit<TableRow, 'status'>;
type Plant = (left: number, random: SeededRandom) => Planted;

const week = { from: '2026-05-04', to: '2026-05-10' };
const eightDays = { from: '2026-05-04', to: '2026-05-11' };

function many(random: SeededRandom): number {
  return 20 + random.below(400);
}

function pairOf(
  name: string,
  earlier: DifferencingSubject['candidate'],
  candidate: DifferencingSubject['candidate'],
  figures: Planted['figures'] = 'pair',
): Planted {
  return {
    name,
    figures,
    subject: { candidate, earlier: [{ id: 'freigabe-2026-05-10-00000001', released: earlier }] },
  };
}

const nestedAges: Plant = (left, random) => {
  const persons = many(random);
  const cut = 20 + random.below(30);
  return pairOf(
    `ages cut at ${cut} and two years on`,
    releaseWith({ ageBreaks: [cut] }, { footfall: [inA(persons, `0-${cut - 1}`)] }),
    releaseWith({ ageBreaks: [cut + 2] }, { footfall: [inA(persons + left, `0-${cut + 1}`)] }),
  );
};

/** A square whose east side lies `metres` farther out. */
function stretched(metres: number): readonly ReleasedZone[] {
  const east = 12.01 + metres / 70_000;
  const ring = [
    [12, 51],
    [east, 51],
    [east, 51.01],
    [12, 51.01],
    [12, 51],
  ] as const;
  return [{ zoneId: 'a2', level: 0, polygons: [[ring]] }];
}

const sliver: Plant = (left, random) => {
  const persons = many(random);
  const metres = 10 + random.below(200);
  return pairOf(
    `a border moved by ${metres} m`,
    releaseWith({}, { footfall: [inA(persons)] }, squares(['a'])),
    releaseWith({}, { footfall: [{ ...inA(persons + left), zoneId: 'a2' }] }, stretched(metres)),
  );
};

const allHomes = (persons: number): Row => ({ zoneId: 'a', homeId: 'all', persons });
const inBand = (band: string, persons: number): Row => ({ zoneId: 'a', band, persons });

const shiftedWindow: Plant = (left, random) => {
  const persons = many(random);
  const recipe = { products: ['catchment' as const], totals: true };
  return pairOf(
    'a week and eight days',
    releaseWith({ ...recipe, period: week }, { catchment: [allHomes(persons)] }),
    releaseWith({ ...recipe, period: eightDays }, { catchment: [allHomes(persons + left)] }),
  );
};

const filter: Plant = (left, random) => {
  const persons = many(random);
  return pairOf(
    'everybody and those who consented',
    releaseWith({ aim: 'statistics' }, { footfall: [inA(persons + left)] }),
    releaseWith({ aim: 'offers' }, { footfall: [inA(persons)] }),
  );
};

const town: readonly ReleasedZone[] = [
  ...squares(['a', 'b']),
  { zoneId: 'town', level: 1, polygons: [squareAt(0), squareAt(1)] },
];

const nestedZones: Plant = (left, random) => {
  const persons = many(random);
  const rows = [inA(persons), { ...inA(persons + left), zoneId: 'town' }];
  const candidate = releaseWith({ levels: [1] }, { footfall: rows }, town);
  return { name: 'a town and its zone', figures: 'pair', subject: { candidate, earlier: [] } };
};

const twoProducts: Plant = (left, random) => {
  const persons = many(random);
  const candidate = releaseWith(
    { products: ['footfall', 'frequency'], totals: true, period: week },
    {
      footfall: [inA(persons)],
      frequency: [{ zoneId: 'a', band: 'all', persons: persons + left }],
    },
  );
  return { name: 'a day and the visitors of the week', figures: 'pair', subject: { candidate, earlier: [] } };
};

const threeAges: Plant = (left, random) => {
  const [young, middle] = [many(random), many(random)];
  const cut = 30 + random.below(40);
  return pairOf(
    `ages below ${cut} in one part and in two`,
    releaseWith(
      { ageBreaks: [18, cut - 2] },
      { footfall: [inA(young, '0-17'), inA(middle, `18-${cut - 3}`)] },
    ),
    releaseWith({ ageBreaks: [cut] }, { footfall: [inA(young + middle + left, `0-${cut - 1}`)] }),
    'triple',
  );
};

const agesAndGenders: Plant = (left, random) => {
  const [young, old] = [many(random), many(random)];
  const [men, unknown] = [10 + random.below(10), 5 + random.below(10)];
  const diverse = 5 + random.below(5);
  const women = young + old + left - men - unknown - diverse;
  return pairOf(
    'everybody by gender, and all but few of them by age',
    releaseWith(
      { byGender: true, totals: false },
      {
        footfall: [
          inA(men, undefined, 'male'),
          inA(women, undefined, 'female'),
          inA(diverse, undefined, 'diverse'),
          inA(unknown, undefined, 'unknown'),
        ],
      },
    ),
    releaseWith(
      { ageBreaks: [30, 70], totals: false },
      { footfall: [inA(young, '0-29'), inA(old, '30-69')] },
    ),
    'triple',
  );
};

const bands: Plant = (left, random) => {
  const [rare, often] = [many(random), many(random)];
  const recipe = { products: ['frequency' as const], period: week };
  return pairOf(
    'days visited in one band and in two',
    releaseWith(
      { ...recipe, frequencyBreaks: [3, 5] },
      { frequency: [inBand('1-2', rare), inBand('3-4', often)] },
    ),
    releaseWith({ ...recipe, frequencyBreaks: [6] }, { frequency: [inBand('1-5', rare + often + left)] }),
    'triple',
  );
};

const filteredAges: Plant = (left, random) => {
  const [young, old] = [many(random), many(random)];
  return pairOf(
    'all together, and those who consented by age',
    releaseWith({ aim: 'statistics' }, { footfall: [inA(young + old + left)] }),
    releaseWith(
      { aim: 'offers', ageBreaks: [40], missingCategory: 'own' },
      { footfall: [inA(young, '0-39'), inA(old, '40+')] },
    ),
    'triple',
  );
};

const kinds: readonly (readonly [plant: Plant, times: number])[] = [
  [nestedAges, 15],
  [sliver, 20],
  [shiftedWindow, 15],
  [filter, 10],
  [nestedZones, 5],
  [twoProducts, 5],
  [threeAges, 10],
  [agesAndGenders, 8],
  [bands, 6],
  [filteredAges, 6],
];

/** A hundred releases from which a group of one to four persons can be worked out, where five is the least. */
export function plantedDifferences(seed: string): readonly Planted[] {
  const random = seededRandom(seed, 'planted differences');
  return kinds.flatMap(([plant, times]) =>
    Array.from({ length: times }, () => plant(1 + random.below(4), random)),
  );
}

/** Twenty like them where what is left is nobody or at least five. */
export function cleanDifferences(seed: string): readonly Planted[] {
  const random = seededRandom(seed, 'clean differences');
  return kinds.flatMap(([plant]) => [
    plant(5 + random.below(30), random),
    plant(random.below(2) * 9, random),
  ]);
}
