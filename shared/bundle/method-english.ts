import { tenToMinus } from '../base/ten-to-minus.ts';
import { predicateOf } from '../recipe/guarantee.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { SensitiveCategory } from '../recipe/sensitive-places.ts';
import { epsilonText, pairsAppear } from './epsilon-text.ts';
import { englishTable } from './method-english-tables.ts';
import { type Method, type MethodSection, methodText, sectionsOf } from './method-layout.ts';

/** The method in English words: the three stages with every parameter, the tables, the guarantee and what recipients may do. */
export function methodEnglish(recipe: Recipe): string {
  return methodText(recipe.title, sectionsOf(englishMethod(recipe)));
}

/** The parts of it. */
export function englishMethod(recipe: Recipe): Method {
  return {
    stages: [
      scope(recipe),
      minimise(recipe),
      generalise(recipe),
      protect(recipe),
      guarantee(recipe),
      ...(recipe.guarantee.kind === 'classical' && recipe.guarantee.cellKeyNoise !== null
        ? [noiseWarning(recipe.guarantee.cellKeyNoise.maximumNoise)]
        : []),
    ],
    tests: {
      title: 'The tables, and the three tests of Opinion 05/2014 of the Article 29 Working Party',
      lines: [
        'Each table is told with what its figures are and with what it allows: to single somebody out, to link records of one person, and to infer something about one person.',
        'These are arguments from the method. What was measured on this release stands in evidence.json.',
      ],
    },
    tables: recipe.products.map((product) => englishTable(recipe, product)),
    recipients: recipients(),
  };
}

function scope({ terms, period, timeZone }: Recipe): MethodSection {
  return {
    title: 'What this release is for',
    lines: [
      `Purpose: ${terms.purpose}`,
      `Legal basis: ${terms.legalBasis}`,
      `Recipient: ${terms.recipient}`,
      ...agreed(terms),
      `Period: ${period?.from} to ${period?.to}, local time of ${timeZone}.`,
      'All figures are numbers of distinct persons. They do not add up over times or zones, because one person counts in every group they were in.',
    ],
  };
}

/** What a policy may ask a release to say besides; nothing of it where it is not said. */
function agreed({ recipientProfile, dpiaReference, reviewBy }: Recipe['terms']): readonly string[] {
  const meantFor = { buyer: 'a buyer', research: 'a research partner', public: 'the public' };
  return [
    ...(recipientProfile === '' ? [] : [`Meant for: ${meantFor[recipientProfile]}`]),
    ...(dpiaReference === '' ? [] : [`Data protection impact assessment: ${dpiaReference}`]),
    ...(reviewBy === '' ? [] : [`To be reviewed by: ${reviewBy}`]),
  ];
}

function minimise({ aim, machineLike }: Recipe): MethodSection {
  return {
    title: 'Stage 1: pseudonymise and minimise',
    lines: [
      'Identifiers were replaced by a keyed hash. Its random key existed for this review alone and was destroyed with it. The other party of a call was never read.',
      'Whoever was in the objection register was removed before anything was counted. evidence.json says how old the register was, or why there was none.',
      aim === 'offers'
        ? 'The purpose targets persons: only people who had consented were counted.'
        : 'The purpose is statistics: everybody without an objection was counted.',
      machineLike === 'exclude'
        ? 'Devices that stand still and never sleep were taken for machines and left out.'
        : 'Devices that stand still and never sleep were counted like any other.',
      'What lay outside the period or the area of the release was left out.',
    ],
  };
}

const bins = {
  quarterHour: 'quarter hours',
  hour: 'hours',
  daypart: 'dayparts',
  day: 'days',
} as const;

const kinds: Readonly<Record<SensitiveCategory, string>> = {
  hospital: 'hospital',
  addictionHelp: 'addiction help',
  pregnancyAdvice: 'pregnancy advice',
  psychiatry: 'psychiatry',
  worship: 'place of worship',
  party: 'political party',
  union: 'trade union',
  court: 'court',
  prison: 'prison',
  shelter: 'shelter',
  asylum: 'asylum accommodation',
  sexWork: 'sex work',
  military: 'military',
  school: 'school',
};

function generalise(recipe: Recipe): MethodSection {
  const { products, zones, levels, sensitivePlaces } = recipe;
  const byDaypart = products.includes('dwell') || products.includes('flows') || recipe.timeBin === 'daypart';
  return {
    title: 'Stage 2: generalise',
    lines: [
      zones.kind === 'h3'
        ? `Network cells became zones: cells of the H3 grid of resolution ${zones.resolution}.`
        : 'Network cells became zones: the areas in data/geo/zones.geojson.',
      levels.length === 0
        ? undefined
        : `Coarser zones are published as well (steps up: ${levels.join(', ')}); zones.csv has their levels.`,
      sensitivePlaces.categories.length === 0
        ? undefined
        : `Nobody was counted in network cells within ${sensitivePlaces.radiusMetres} m of a sensitive place of these kinds: ${sensitivePlaces.categories.map((kind) => kinds[kind]).join(', ')}.`,
      products.includes('footfall') ? `Times of footfall became ${bins[recipe.timeBin]}.` : undefined,
      byDaypart
        ? 'Dayparts are night (22:00 to 06:00), morning (06:00 to 10:00), day (10:00 to 16:00) and evening (16:00 to 22:00).'
        : undefined,
      ...presence(recipe),
      recipe.ageBreaks.length > 0
        ? `Ages became bands that begin at 0, ${recipe.ageBreaks.join(', ')}.`
        : undefined,
      recipe.byGender ? 'Figures are broken down by gender.' : undefined,
      unknown(recipe),
    ],
  };
}

function unknown(recipe: Recipe): string | undefined {
  if (recipe.ageBreaks.length === 0 && !recipe.byGender) return undefined;
  return recipe.missingCategory === 'own'
    ? 'An unknown age or gender is a category of its own and never guessed.'
    : 'People whose age or gender is unknown are left out of the whole release.';
}

function presence(recipe: Recipe): readonly (string | undefined)[] {
  const { products, maximumGapMinutes, maximumNightGapMinutes } = recipe;
  const byEvents = recipe.presence === 'events';
  const rests = products.some((product) => product !== 'dwell' && product !== 'flows');
  const usesStays = !byEvents || products.includes('dwell') || products.includes('flows');
  return [
    rests && byEvents
      ? 'In footfall, frequency and catchment a person counts where and when a network event says so. Nothing is guessed between events.'
      : undefined,
    rests && !byEvents
      ? 'In footfall, frequency and catchment a person counts also between events, while a stay lasts.'
      : undefined,
    usesStays
      ? `A stay is a run of events in one zone that bridges gaps of up to ${maximumGapMinutes} minutes, and of up to ${maximumNightGapMinutes} minutes between 23:00 and 09:00. A change of zone that is taken back within 10 minutes does not end it.`
      : undefined,
  ];
}

function protect(recipe: Recipe): MethodSection {
  const { maximumGroupsPerPersonDay: most, roundingBase } = recipe;
  const classical = recipe.guarantee.kind === 'classical';
  return {
    title: 'Stage 3: aggregate and protect',
    lines: [
      most === null
        ? undefined
        : `Each person counts in at most ${most} groups of a table per local day; which ones does not depend on the figures.`,
      `Each group is ${predicateOf(recipe)}.`,
      classical
        ? 'Further groups are hidden where a hidden one could otherwise be worked out from what is published. evidence.json says what an audit of all tables found.'
        : 'Each figure carries exact discrete Gaussian noise, drawn once from the random source of the system and not kept. The threshold looks at the noisy count alone.',
      roundingBase === 1
        ? undefined
        : `Published figures are rounded to the nearest multiple of ${roundingBase}, ties up.`,
      recipe.totals
        ? 'Sums over ages, genders, bands and homes are groups of their own, written "all", under the same rule.'
        : undefined,
      recipe.suppressedGroups === 'list'
        ? 'Suppressed groups are listed without a figure.'
        : 'Suppressed groups are left out.',
      classical && recipe.zeroGroups === 'shown'
        ? 'A group without anybody is told apart from a suppressed one.'
        : 'A group without anybody is not told apart from a suppressed one.',
      ...trips(recipe),
      ...extrapolation(recipe),
    ],
  };
}

function trips({ trips: asked, products, totals, levels, roundingBase }: Recipe): readonly string[] {
  if (!asked || !products.includes('flows')) return [];
  const layer = [levels.length > 0 && 'of the finest zones', totals && 'of all ages and genders together'];
  const told = layer.filter((part) => part !== false).join(' and ');
  return [
    `In flows the number of trips stands beside the persons${told === '' ? '' : `, ${told} only, since trips of different layers could be subtracted from each other`}${roundingBase === 1 ? '' : `, rounded to a multiple of ${roundingBase}`}. It is left out where persons are not published.`,
    'It is also left out where one contributor makes most of the trips (dominance), or where the contributor with second most could work out the largest contribution too closely (p % rule). A contributor is a holder with all their persons. policy.json says whether the parameters of these rules are withheld.',
  ];
}

function extrapolation({ extrapolate, products, roundingBase }: Recipe): readonly string[] {
  if (!extrapolate) return [];
  return [
    `Last, each published figure times a weight is the estimate for the whole population (persons_estimate), rounded to ${roundingBase === 1 ? 'a whole number' : `a multiple of ${roundingBase}`}. The threshold looked at persons before that; a hidden figure has no estimate.`,
    'The weights bring the customers at home in the zones to public totals by zone, age and gender (raking). No weight is more than five times the ratio of inhabitants to customers. evidence.json has the effective sample size, the share of customers whose weight was cut, and the range of weights.',
    products.includes('catchment')
      ? 'In catchment the weight is that of home zone, age and gender; in the other tables that of age and gender. Visitors are never brought to the residents of the zone they visit.'
      : 'The weight is that of age and gender. Visitors are never brought to the residents of the zone they visit.',
    'Customers are no random sample of the population: the estimate corrects for home, age and gender alone.',
  ];
}

function guarantee({ guarantee: promised, minimumPersons, products }: Recipe): MethodSection {
  if (promised.kind === 'classical')
    return {
      title: 'What is guaranteed: the classical rules',
      lines: [
        `No figure stands for fewer than ${minimumPersons} persons, and what is hidden stays within the ranges that the audit in evidence.json reports.`,
        'This is not differential privacy. Whoever already knows nearly all persons of a group can work out the others; the threshold makes that laborious and does not exclude it.',
        'The difference between two releases of one period could show a single person. A released period is therefore frozen.',
      ],
    };
  const { rho, deltaExponent } = promised;
  const epsilon = epsilonText(promised, products);
  return {
    title: 'What is guaranteed: differential privacy',
    lines: [
      `For one person, over the whole period and all tables together: rho = ${rho} (zero-concentrated), which is epsilon = ${epsilon} at delta = ${tenToMinus(deltaExponent)}.`,
      'In words: whether any one person was in the extract or not changes the probability of whatever could have been published by a factor of at most e to the power of epsilon, but for a chance of delta. That holds whatever a reader knows already.',
      pairsAppear(products)
        ? 'Half of delta is set aside for the chance that a pair of zones becomes visible which one person alone connects.'
        : undefined,
      'Every further release about the same people adds to what this one spent.',
    ],
  };
}

function noiseWarning(most: number): MethodSection {
  return {
    title: 'What cell-key noise does not protect',
    lines: [
      `Each figure was moved by at most ${most} persons, in the same way wherever the same persons are counted. That blurs small counts and, in part, what one figure less another gives away.`,
      'It hardly protects against the question whether a certain person is in the figures: in simulations the best attack fell only from 0.94 to 0.92, where 0.5 is guessing.',
      'It does not protect between two issues of one period: when one person leaves, more than 80 percent of the figures they were in change, and no others.',
      'It can be averaged out where many regroupings of the same persons are published. It is no differential privacy.',
    ],
  };
}

function recipients(): MethodSection {
  return {
    title: 'Terms for recipients',
    lines: [
      'No re-identification: do not try to recognise a person in these figures, alone or together with other data. Should it happen by chance, tell the publisher, and neither use it nor pass it on.',
      'Passing on: only for the purpose and to the recipients named above, only the whole and unchanged bundle, and with these terms.',
      'End: the permission to use the figures ends with the purpose, and at once when the release is withdrawn. Delete the bundle and all copies of its tables then.',
      'Withdrawal: a bundle cannot say that it was withdrawn. The publisher announces it where this bundle and the list of signers (allowed_signers) came from, naming release id and release digest, in a statement signed with a key of that list. Look there before each new use.',
    ],
  };
}
