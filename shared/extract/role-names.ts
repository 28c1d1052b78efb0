import type { ColumnRole } from './profile.ts';
import { namesOfAnySector } from './sector-columns.ts';
import type { FileKind } from './source.ts';
import { plainRole } from './sectors.ts';

const namesOfRole: Readonly<Partial<Record<ColumnRole, readonly RegExp[]>>> = {
  person: [
    /^(subscriber|person|user|customer|caller|msisdn|imsi|uid|device|pid)(_?(id|hash|key|no|nr))?$|^(teilnehmer|kunde)(_?(id|nr))?$|^from$/,
  ],
  time: [
    /^(event_?)?(ts|time|timestamp|datetime|date_time|zeit|zeitstempel)(_?utc)?$|^start_?(time|ts)?$|^(event|call)_?(time|datetime|date)$|^objected_at$|^ttime$|^record_?opening_?time$/,
  ],
  cell: [
    /^(cell|zelle|cgi|ecgi|ci|eci|location|antenna|bs)(_?(id|key|ref|name|tower))?$|^((lac|tac)_?)?e?ci$|^ci_eci$|^cell tower$|^e_?cell_?id$/,
    /^sac$|^sector(_?(id|identifier))?$/,
    /^(cell_)?site(_?(id|identifier|key|ref|name))?$/,
  ],
  area: [/^(lac|area|lac_tac|tac_lac|lac_?id|location_?area)(_?code)?$|^e?n(ode)?b(_?id)?$/, /^tac$/],
  latitude: [/^((cell_|site_|sector_|tower_)?(lat|latitude)(_?e7)?|breite|y_?wgs84)$/],
  longitude: [/^((cell_|site_|sector_|tower_)?(lon|lng|long|longitude)(_?e7)?|laenge|länge|x_?wgs84)$/],
  age: [/^(age|alter)$/],
  birthYear: [/^(birth_?year|year_of_birth|yob|geburtsjahr)$/],
  gender: [/^(gender|sex|geschlecht|sexo)$/],
  asOf: [/^(as_?of|stand)$/],
  consent: [/^(consent|opt_?in|einwilligung|zustimmung)(_?(given|erteilt))?$/],
  samePerson: [/^(same_?person|natural_?person|person_?group|gleiche_?person)(_?id)?$/],
  holder: [/^(holder|contract_?holder|account_?holder|vertragsinhaber|inhaber)(_?(id|nr))?$/],
  range: [/^(range|(sector_|beam_)?radius|reichweite)([_ ]?\(?(m|km|mi|miles|ft|feet)\)?)?$/],
  validFrom: [/^(date_of_first_service|valid_?from|in_service_from|gueltig_?(von|ab)|gültig_?(von|ab))$/],
  validTo: [/^(date_of_last_service|valid_?(to|until)|in_service_(to|until)|gueltig_?bis|gültig_?bis)$/],
};

/** Names that stand for the identity of a cell in a cell reference alone. */
const cellInReference = /^id$/;

/** Names of columns that hold the other party of a call or message; they are never guessed to be anything. */
const otherParty =
  /counterpart|correspondent|called|callee|other_?party|receiver|recipient|b_?(number|party)|(to|dest|destination)_?(id|number|msisdn)|^to$|angerufen|gegenstelle|empf(ä|ae)nger/;

/** A name without blanks around it and invisible marks in it, in small letters with their dots and accents on them. */
function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
}

/** Whether a column is named like the other party of a call. */
export function isOtherParty(name: string): boolean {
  return otherParty.test(plainName(name));
}

const dayWords = /date|datum|fecha|y{2,4}mmdd|ddmmyy/;
const dayAlone = /^(day|tag|jour|data|dt)$/;
const clockWords = /time|zeit|clock|hhmm|^uhr|^hora|^heure|^hms$|^tod$/;
/** Words for times that are not when an event began, and for how long it lasted. */
const otherTimes =
  /dur|dauer|talk|usage|ring|wait|travel|dwell|charg|total|elapsed|zone|birth|geburt|^dob|export|creat|updat|modif|valid|expir|releas|activ|(^|[^a-z])(ende?|stop|last)|^end|(end|ende|stop)[^a-z]?(date|time|datum|zeit)?$/;

/** Whether a column is named like the day of something. */
export function isDayNamed(name: string): boolean {
  const plain = plainName(name);
  return dayWords.test(plain) || dayAlone.test(plain);
}

/** Whether a column is named like a time, which may be one of day. */
export function isClockNamed(name: string): boolean {
  return clockWords.test(plainName(name));
}

/** Whether a column is named like another time than the beginning of an event, as an end, a birth or a duration is. */
export function isOfOtherTime(name: string): boolean {
  return otherTimes.test(plainName(name));
}

/** A column of one sector of several is taken for a role before the next way to name it, and behind a column of all sectors. */
const ofOneSector = 0.5;

/** How well a column's name fits a role in a file of a kind: 0 is best, -1 not at all. */
export function nameRank(kind: FileKind, role: ColumnRole, name: string): number {
  if (role === 'ignored' || plainRole(role) !== undefined) return -1;
  const plain = plainName(name);
  const rank = rankOf(kind, role, plain);
  if (rank !== -1 || kind !== 'cells') return rank;
  const ranks = namesOfAnySector(plain)
    .map((one) => rankOf(kind, role, one))
    .filter((one) => one !== -1);
  return ranks.length === 0 ? -1 : Math.min(...ranks) + ofOneSector;
}

function rankOf(kind: FileKind, role: ColumnRole, plain: string): number {
  const joined = plain.replaceAll(/[\s-]+/g, '_');
  const patterns = namesOfRole[role] ?? [];
  const rank = patterns.findIndex((pattern) => pattern.test(plain) || pattern.test(joined));
  if (rank !== -1 || role !== 'cell' || kind !== 'cells') return rank;
  return cellInReference.test(plain) ? 0 : -1;
}
