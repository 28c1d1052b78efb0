import { daysFromIso } from '../base/calendar.ts';
import type { ObjectionReport } from '../extract/understanding.ts';
import type { Policy } from '../policy/policy.ts';
import { gateResult, type GateResult } from './gate.ts';

/** Every way in which the objections of a release can fall short of a policy. */
export const registerFaults = [
  'not-permitted',
  'no-reason',
  'no-as-of',
  'too-old',
  'from-the-future',
  'too-few',
  'upstream-in-the-future',
] as const;
export type RegisterFault = (typeof registerFaults)[number];

/** What the gate looks at. */
interface RegisterSubject {
  readonly objections: ObjectionReport;
  readonly policy: Pick<
    Policy,
    | 'allowNoObjectionRegister'
    | 'maximumRegisterAgeHours'
    | 'minimumObjectionsPer100000'
    | 'objectionsUpstream'
  >;
  /** When the release is signed, seconds since 1970 UTC. */
  readonly signedAt: number;
}

type Register = Extract<ObjectionReport, { kind: 'register' }>;

/**
 * Whether objections were applied: a register that is recent enough and matches a believable number of people, or none with
 * the policy's permission and a recorded reason. Objections applied upstream, when the policy records them, excuse a missing
 * register and few matches, never an old register. `faults` names every fault; ages are whole hours, rounded up.
 */
export function registerGate({ objections, policy, signedAt }: RegisterSubject): GateResult {
  const { objectionsUpstream: upstream, maximumRegisterAgeHours: limit } = policy;
  const found =
    objections.kind === 'none'
      ? withoutRegister(objections.reason, policy)
      : [...ofAge(objections, limit, signedAt), ...ofSize(objections, policy)];
  const early =
    upstream !== null && (secondOf(`${upstream.date}T00:00:00Z`) ?? Infinity) > signedAt + dayAhead;
  const faults: readonly RegisterFault[] = early ? [...found, 'upstream-in-the-future'] : found;
  return gateResult('objection-register', 'attested', faults.length === 0, {
    ...told(objections, policy, signedAt),
    ...(upstream && { upstreamDate: upstream.date, upstreamProof: upstream.proof }),
    ...(faults.length > 0 && { faults: faults.join(', ') }),
  });
}

/** A local day may begin up to 14 hours before the same day in UTC. */
const dayAhead = 14 * 3600;

/** Seconds since 1970 of `YYYY-MM-DDTHH:MM:SSZ`; `undefined` when the text is no such time. */
function secondOf(text: string): number | undefined {
  const match = /^(.{10})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z$/.exec(text);
  const days = daysFromIso(match?.[1] ?? '');
  if (!match || days === undefined) return undefined;
  return days * 86_400 + Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]);
}

function withoutRegister(reason: string, policy: RegisterSubject['policy']): readonly RegisterFault[] {
  if (policy.objectionsUpstream) return [];
  if (!policy.allowNoObjectionRegister) return ['not-permitted'];
  return reason.trim() === '' ? ['no-reason'] : [];
}

function ofAge({ asOf }: Register, limit: number | null, signedAt: number): readonly RegisterFault[] {
  if (limit === null) return [];
  const second = asOf === undefined ? undefined : secondOf(asOf);
  if (second === undefined) return ['no-as-of'];
  if (second > signedAt) return ['from-the-future'];
  return signedAt - second > limit * 3600 ? ['too-old'] : [];
}

function ofSize(register: Register, policy: RegisterSubject['policy']): readonly RegisterFault[] {
  if (policy.objectionsUpstream) return [];
  return register.registered === 0 || register.matched < fewestMatches(register, policy) ? ['too-few'] : [];
}

function fewestMatches({ personsBefore }: Register, policy: RegisterSubject['policy']): number {
  return Math.ceil((policy.minimumObjectionsPer100000 * personsBefore) / 100_000);
}

function told(
  objections: ObjectionReport,
  policy: RegisterSubject['policy'],
  signedAt: number,
): GateResult['detail'] {
  if (objections.kind === 'none') return { register: 'none', reason: objections.reason };
  const { registered, matched, personsBefore, asOf } = objections;
  const second = asOf === undefined ? undefined : secondOf(asOf);
  return {
    register: 'applied',
    registered,
    matched,
    fewestMatched: fewestMatches(objections, policy),
    personsBefore,
    ...(asOf !== undefined && { asOf }),
    ...(second !== undefined && { ageHours: Math.max(0, Math.ceil((signedAt - second) / 3600)) }),
    ...(policy.maximumRegisterAgeHours !== null && { limitHours: policy.maximumRegisterAgeHours }),
  };
}
