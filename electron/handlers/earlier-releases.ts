import { gateResult, type GateResult } from '../../shared/evidence/gate.ts';

/** What earlier releases of this workstation say against a new one. None are kept yet, so there is none to compare with. */
export function earlierReleases(): GateResult {
  return gateResult('earlier-releases', 'attested', true, { compared: 0 });
}
