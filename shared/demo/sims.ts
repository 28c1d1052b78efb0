import type { DemoSettings } from './settings.ts';
import { draw, drawBelow, mix32, purpose, stream } from './random.ts';

/** Two SIMs of every demo that sit in a device which never moves and reports every hour. */
export const stillDevices: readonly number[] = [40, 90];

/** The pseudonym of a SIM: 16 hexadecimal digits, never the same for two SIMs. */
export function pseudonymOf(seed: number, number: number): string {
  const low = mix32(number ^ mix32(seed ^ purpose.pseudonym));
  const high = draw(stream(seed, number, purpose.pseudonym), 0);
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** Whether a SIM stands in the objection register: about 1.5 % do. */
export function hasObjected(seed: number, number: number): boolean {
  return drawBelow(stream(seed, number, purpose.objection), 0, 1000) < 15;
}

/** Number of the first SIM of the person who has SIM `number`: one SIM in about 67 is somebody's second. */
export function ownerOf(seed: number, number: number): number {
  const first = number - 1;
  if (number % 2 === 0 || stillDevices.includes(first)) return number;
  return drawBelow(stream(seed, number, purpose.secondSim), 0, 1000) < 30 ? first : number;
}

/** Whether a SIM is one of two of a person. */
export function hasSecondSim(seed: number, number: number): boolean {
  return partnerOf(seed, number) !== number;
}

/** Whether a person's events must be removed: one of their SIMs in the extract stands in the objection register, or their own id does. */
export function isRemoved(
  { seed, persons }: Pick<DemoSettings, 'seed' | 'persons'>,
  number: number,
): boolean {
  const partner = partnerOf(seed, number);
  return hasObjected(seed, number) || (partner < persons && hasObjected(seed, partner));
}

/** What an objection is entered under: the pseudonym of the SIM; for the first of two SIMs the person's own id. */
export function registeredAs(seed: number, number: number): string {
  const isFirstOfTwo = number % 2 === 0 && hasSecondSim(seed, number);
  return isFirstOfTwo ? personIdOf(seed, number) : pseudonymOf(seed, number);
}

/** What the operator's contracts say about a SIM; an empty text where they say nothing. */
interface Contract {
  /** `yes`, `no` or empty. */
  readonly consent: string;
  /** Id shared by the SIMs of a person with two of them. */
  readonly samePerson: string;
  /** Id of a company that holds the contract. */
  readonly holder: string;
}

/** About one person in three has consented; about one SIM in twenty belongs to a company, one company for every 512 numbers. */
export function contractOf(seed: number, owner: number, number: number): Contract {
  const said = drawBelow(stream(seed, owner, purpose.consent), 0, 100);
  const held = drawBelow(stream(seed, owner, purpose.holder), 0, 1000) < 50;
  const company = Math.floor(owner / 512);
  return {
    consent: said < 34 ? 'yes' : said < 90 ? 'no' : '',
    samePerson: hasSecondSim(seed, number) ? personIdOf(seed, owner) : '',
    holder: held
      ? mix32(company ^ mix32(seed ^ purpose.holder))
          .toString(16)
          .padStart(8, '0')
      : '',
  };
}

function partnerOf(seed: number, number: number): number {
  if (number % 2 === 1) return ownerOf(seed, number);
  return ownerOf(seed, number + 1) === number ? number + 1 : number;
}

function personIdOf(seed: number, owner: number): string {
  const low = mix32(owner ^ mix32(seed ^ purpose.personId));
  const high = draw(stream(seed, owner, purpose.personId), 0);
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
