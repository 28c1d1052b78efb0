import type { DemoSettings } from './settings.ts';

/** What a district is like; decides how many live, work and go out there, and how dense its streets are. */
export type Character =
  'core' | 'centre' | 'urban' | 'campus' | 'suburb' | 'industry' | 'green' | 'village' | 'heath';

/** How a character weighs in homes, workplaces and leisure, its street grid in metres (0: none) and its network sites. */
export interface CharacterWeights {
  readonly homes: number;
  readonly jobs: number;
  readonly leisure: number;
  readonly blockMetres: number;
  readonly sites: number;
}

export const characters: Readonly<Record<Character, CharacterWeights>> = {
  core: { homes: 70, jobs: 260, leisure: 340, blockMetres: 120, sites: 4 },
  centre: { homes: 66, jobs: 130, leisure: 110, blockMetres: 150, sites: 3 },
  urban: { homes: 54, jobs: 40, leisure: 32, blockMetres: 170, sites: 2 },
  campus: { homes: 26, jobs: 90, leisure: 50, blockMetres: 220, sites: 2 },
  suburb: { homes: 32, jobs: 12, leisure: 9, blockMetres: 230, sites: 2 },
  industry: { homes: 7, jobs: 90, leisure: 5, blockMetres: 330, sites: 2 },
  green: { homes: 4, jobs: 3, leisure: 12, blockMetres: 0, sites: 1 },
  village: { homes: 6, jobs: 2, leisure: 2, blockMetres: 300, sites: 1 },
  heath: { homes: 1, jobs: 1, leisure: 1, blockMetres: 0, sites: 1 },
};

/** The drawing board of one invented place. All lengths in metres; districts are listed from the market square outwards. */
export interface TownPlan {
  readonly name: string;
  readonly shape: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly districts: readonly (readonly [name: string, character: Character])[];
  readonly river: readonly (readonly [number, number])[];
  readonly brook: readonly (readonly [number, number])[];
}

const town: TownPlan = {
  name: 'Auenfeld',
  shape: 7,
  halfWidth: 5600,
  halfHeight: 3750,
  districts: [
    ['Altstadt', 'core'],
    ['Bahnhofsviertel', 'centre'],
    ['Uferviertel', 'centre'],
    ['Ostvorstadt', 'urban'],
    ['Weststadt', 'urban'],
    ['Lindenhof', 'urban'],
    ['Nordvorstadt', 'urban'],
    ['Südhafen', 'industry'],
    ['Ostpark', 'urban'],
    ['Musikerviertel', 'urban'],
    ['Südvorstadt', 'urban'],
    ['Birkenhain', 'suburb'],
    ['Hochschulviertel', 'campus'],
    ['Gartenstadt', 'suburb'],
    ['Mühlau', 'suburb'],
    ['Auwald', 'green'],
    ['Sonnenberg', 'suburb'],
    ['Grünwinkel', 'suburb'],
    ['Kleinried', 'village'],
    ['Oberrode', 'village'],
    ['Rieselwiesen', 'heath'],
    ['Hasenwerder', 'village'],
    ['Gewerbepark', 'industry'],
    ['Unterlohe', 'village'],
    ['Nordheide', 'heath'],
    ['Altwerder', 'village'],
  ],
  river: [
    [-8200, -900],
    [-5600, -1250],
    [-3700, -1750],
    [-2000, -1900],
    [-600, -1250],
    [700, -450],
    [1900, 350],
    [3500, 900],
    [5400, 800],
    [8200, 1300],
  ],
  brook: [
    [-2600, 5600],
    [-2350, 3600],
    [-1600, 2300],
    [-1500, 1000],
    [-900, 100],
    [-750, -650],
    [-600, -1250],
  ],
};

const city: TownPlan = {
  name: 'Großauenfeld',
  shape: 11,
  halfWidth: 8200,
  halfHeight: 5900,
  districts: [
    ['Altstadt', 'core'],
    ['Bahnhofsviertel', 'centre'],
    ['Uferviertel', 'centre'],
    ['Domviertel', 'centre'],
    ['Theaterviertel', 'centre'],
    ['Marienvorstadt', 'centre'],
    ['Hochschulviertel', 'campus'],
    ['Klinikum', 'campus'],
    ['Johannisvorstadt', 'urban'],
    ['Gerberviertel', 'urban'],
    ['Lindenhof', 'urban'],
    ['Musikerviertel', 'urban'],
    ['Weststadt', 'urban'],
    ['Ostvorstadt', 'urban'],
    ['Nordvorstadt', 'urban'],
    ['Südvorstadt', 'urban'],
    ['Dichterviertel', 'urban'],
    ['Malerviertel', 'urban'],
    ['Schlachthof', 'urban'],
    ['Neumarkt', 'urban'],
    ['Ziegelhof', 'urban'],
    ['Petersberg', 'urban'],
    ['Kaisergarten', 'urban'],
    ['Steintor', 'urban'],
    ['Messegelände', 'industry'],
    ['Stadtpark', 'green'],
    ['Birkenhain', 'suburb'],
    ['Gartenstadt', 'suburb'],
    ['Mühlau', 'suburb'],
    ['Sonnenberg', 'suburb'],
    ['Grünwinkel', 'suburb'],
    ['Rosenthal', 'suburb'],
    ['Ziegelei', 'suburb'],
    ['Weinberg', 'suburb'],
    ['Eichhorst', 'suburb'],
    ['Schönau', 'suburb'],
    ['Neuhof', 'suburb'],
    ['Wiesengrund', 'suburb'],
    ['Lerchenfeld', 'suburb'],
    ['Kirchsteig', 'suburb'],
    ['Hagenau', 'suburb'],
    ['Fuchsbau', 'suburb'],
    ['Gewerbepark', 'industry'],
    ['Güterbahnhof', 'industry'],
    ['Auwald', 'green'],
    ['Kleinried', 'village'],
    ['Oberrode', 'village'],
    ['Hasenwerder', 'village'],
    ['Unterlohe', 'village'],
    ['Altwerder', 'village'],
    ['Großried', 'village'],
    ['Niederlohe', 'village'],
    ['Tannrode', 'village'],
    ['Ellernbach', 'village'],
    ['Steinfurt', 'village'],
    ['Holzhagen', 'village'],
    ['Rieselwiesen', 'heath'],
    ['Südheide', 'heath'],
    ['Flugfeld', 'industry'],
    ['Moorwiesen', 'heath'],
  ],
  river: [
    [-14000, 1500],
    [-8600, 1300],
    [-6100, 1900],
    [-4000, 1700],
    [-2300, 600],
    [-700, -700],
    [1100, -900],
    [2700, -200],
    [4500, 900],
    [6400, 900],
    [8600, 200],
    [14000, -600],
  ],
  brook: [
    [1500, -9000],
    [1700, -6200],
    [1000, -4300],
    [1300, -2600],
    [700, -1700],
    [1100, -900],
  ],
};

/** The place of a preset. */
export const townPlans: Readonly<Record<DemoSettings['preset'], TownPlan>> = { town, city };
