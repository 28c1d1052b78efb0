import { sensitiveCategories, type SensitiveCategory } from '../recipe/sensitive-places.ts';

/** Other names of categories, lower case without spaces, hyphens and underscores: German words and values of OpenStreetMap tags. */
const otherNames: Readonly<Record<SensitiveCategory, string>> = {
  hospital: 'krankenhaus klinik klinikum spital clinic',
  addictionHelp: 'suchthilfe suchtberatung drogenberatung addiction drugrehabilitation rehabilitation',
  pregnancyAdvice: 'schwangerschaftsberatung schwangerenberatung familyplanning pregnancy abortion',
  psychiatry: 'psychiatrie psychotherapie psychotherapist mentalhealth',
  worship:
    'placeofworship gotteshaus andachtsort kirche church moschee mosque synagoge synagogue tempel temple religion chapel cathedral',
  party: 'partei parteibüro parteibuero politicalparty',
  union: 'gewerkschaft gewerkschaftshaus tradeunion',
  court: 'gericht courthouse',
  prison: 'gefängnis gefaengnis justizvollzugsanstalt jva haftanstalt',
  shelter: 'frauenhaus notunterkunft schutzhaus obdachlosenhilfe schutzunterkunft womenshelter',
  asylum:
    'asyl asylunterkunft flüchtlingsunterkunft fluechtlingsunterkunft refugee refugeesite asylumseekers',
  sexWork: 'prostitution bordell brothel stripclub',
  military: 'militär militaer kaserne barracks bundeswehr',
  school: 'schule kindergarten kita',
};

const categoryOfName = new Map<string, SensitiveCategory>(
  sensitiveCategories.flatMap((category) =>
    [category, ...otherNames[category].split(' ')].map((name) => [plain(name), category] as const),
  ),
);

/** Category of a place by a name of it, in English or German, or by an OpenStreetMap tag such as `amenity=hospital`. */
export function placeCategory(text: string): SensitiveCategory | undefined {
  return categoryOfName.get(plain(text)) ?? categoryOfName.get(plain(text.slice(text.indexOf('=') + 1)));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, '');
}
