import type { ColumnRole } from './profile.ts';
import type { FileKind } from './source.ts';

const namesOfRole: Readonly<Record<Exclude<ColumnRole, 'ignored'>, RegExp>> = {
  person:
    /^(subscriber|person|user|customer|caller|msisdn|imsi|uid|device|pid)(_?(id|hash|key|no|nr))?$|^msisdn_hash$|^(teilnehmer|kunde)(_?(id|nr))?$/,
  time: /^(event_?)?(ts|time|timestamp|datetime|date_time|zeit|zeitstempel)(_?utc)?$|^start_?(time|ts)?$|^(event|call)_?(time|datetime|date)$|^objected_at$/,
  cell: /^(cell|zelle|cgi|ecgi|ci|location|site|antenna|bs)(_?(id|key|ref|name|tower))?$|^(lac|tac)_?ci$|^cell tower$|^cellname$/,
  latitude: /^(lat|latitude|breite|y_?wgs84)$/,
  longitude: /^(lon|lng|long|longitude|laenge|länge|x_?wgs84)$/,
  age: /^(age|alter)$/,
  birthYear: /^(birth_?year|year_of_birth|yob|geburtsjahr)$/,
  gender: /^(gender|sex|geschlecht|sexo)$/,
  asOf: /^(as_?of|stand)$/,
  consent: /^(consent|opt_?in|einwilligung|zustimmung)(_?(given|erteilt))?$/,
  samePerson: /^(same_?person|natural_?person|person_?group|gleiche_?person)(_?id)?$/,
  holder: /^(holder|contract_?holder|account_?holder|vertragsinhaber|inhaber)(_?(id|nr))?$/,
  range: /^(range|radius|reichweite)(_?m)?$/,
};

const attributes = ['age', 'birthYear', 'gender', 'consent', 'samePerson', 'holder'] as const;

const rolesOfKind: Readonly<Record<FileKind, readonly ColumnRole[]>> = {
  events: ['person', 'time', 'cell', 'latitude', 'longitude', ...attributes],
  cells: ['cell', 'latitude', 'longitude', 'range'],
  persons: ['person', ...attributes],
  objections: ['person', 'asOf'],
  zones: [],
  places: [],
  population: [],
};

const valuesOfRole: readonly (readonly [ColumnRole, RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^\d\d[./]\d\d[./]\d{4} \d\d:\d\d|^1[0-9]{9}(\.\d+)?$|^1[0-9]{12}$/],
  ['person', /^[0-9a-fA-F]{16,64}$|^\+?\d{9,15}$/],
];

/** Names of columns that hold the other party of a call or message; they are never guessed to be anything. */
const otherParty =
  /counterpart|correspondent|called|callee|other_?party|receiver|recipient|b_?(number|party)|(to|dest|destination)_?(id|number|msisdn)|angerufen|gegenstelle|empf(ä|ae)nger/;

/** A guessed role and what it rests on. */
export interface Guess {
  readonly role: ColumnRole;
  readonly reason: 'name' | 'values' | 'position' | 'none';
}

/**
 * Guesses the role of each column of a file of a kind: by its name first, then by its values. Each role is given once. A
 * column that is named like the other party of a call is left alone.
 */
export function guessRoles(
  kind: FileKind,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Guess[] {
  const taken = new Set<ColumnRole>();
  const take = (role: ColumnRole, reason: Guess['reason']): Guess => {
    taken.add(role);
    return { role, reason };
  };
  const allowed = rolesOfKind[kind];
  const none: Guess = { role: 'ignored', reason: 'none' };
  const byName = names.map((name) => {
    const plain = name.trim().toLowerCase();
    if (otherParty.test(plain)) return none;
    const role = allowed.find(
      (candidate) => candidate !== 'ignored' && !taken.has(candidate) && namesOfRole[candidate].test(plain),
    );
    return role === undefined ? none : take(role, 'name');
  });
  const byValues = byName.map((guess, column) => {
    if (guess.role !== 'ignored' || otherParty.test(names[column]?.toLowerCase() ?? '')) return guess;
    const found = valuesOfRole.find(
      ([role, pattern]) => allowed.includes(role) && !taken.has(role) && mostly(rows, column, pattern),
    );
    return found ? take(found[0], 'values') : guess;
  });
  if (taken.has('person') || kind !== 'objections' || names.length !== 1) return byValues;
  return [take('person', 'position')];
}

function mostly(rows: readonly (readonly string[])[], column: number, pattern: RegExp): boolean {
  const filled = rows
    .slice(0, 500)
    .map((row) => row[column]?.trim() ?? '')
    .filter((value) => value !== '');
  return filled.length > 0 && filled.filter((value) => pattern.test(value)).length >= 0.9 * filled.length;
}
