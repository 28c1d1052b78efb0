import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zonesFound } from '../state/zones-found.ts';
import type { AttackMark } from '../../../shared/ipc/attack-findings.ts';
import type { ZoneShape } from '../../../shared/ipc/view.ts';

const nothing: readonly AttackMark[] = [];

/** Zones where attacks found something, each with the names of the attacks. */
export function useFound(
  marks: readonly AttackMark[] = nothing,
  shapes: readonly ZoneShape[],
): ReadonlyMap<number, string> {
  const { t } = useTranslation();
  return useMemo(
    () =>
      new Map(
        [...zonesFound(marks, shapes)].map(([zone, attacks]) => [
          zone,
          attacks.map((attack) => t(`attacks.${attack}.name`)).join(', '),
        ]),
      ),
    [marks, shapes, t],
  );
}
