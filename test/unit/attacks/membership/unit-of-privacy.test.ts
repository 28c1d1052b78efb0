import { expect, test } from 'vitest';
import { gaussianCeiling } from '../../../../shared/attacks/membership/ceilings.ts';
import { epsilonPerPerson, unitOfPrivacy } from '../../../../shared/attacks/membership/unit-of-privacy.ts';

test('a promise per trip is multiplied by the trips of a person', () => {
  expect(epsilonPerPerson(0.66, 32)).toBeCloseTo(21.12, 12);
});

test('noise promises an event more than a person, by the declared bound', () => {
  const unit = unitOfPrivacy([{ rho: 0.5, groupsPerPerson: 100 }], 1e-6);
  expect(unit.perPerson.rho).toBe(0.5);
  expect(unit.perPerson.epsilon).toBeCloseTo(5.2215344, 6);
  expect(unit.perEvent.rho).toBeCloseTo(0.005, 12);
  expect(unit.perEvent.epsilon).toBeCloseTo(0.4299415, 6);
  expect(unit.perEvent.accuracy).toBeCloseTo(gaussianCeiling(0.005).accuracy, 12);
  expect(unit.perPerson.accuracy).toBeGreaterThan(0.69);
});

test('an event counts once in each table', () => {
  const table = { rho: 0.1, groupsPerPerson: 10 };
  expect(unitOfPrivacy([table, table], 1e-6).perEvent.rho).toBeCloseTo(0.02, 12);
});

test('where a person counts once, both readings are the same', () => {
  const unit = unitOfPrivacy([{ rho: 0.1, groupsPerPerson: 1 }], 1e-6);
  expect(unit.perEvent).toEqual(unit.perPerson);
});
