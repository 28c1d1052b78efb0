import { createRecipeWork } from './recipe-work.ts';
import type { Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { PlantSlice } from './plant-state.ts';

const nothing = { planted: undefined, plantFailure: undefined } as const satisfies Partial<PlantSlice>;

/** Has people invented and sought: long work that runs when somebody asks for it, and belongs to one recipe. */
export function createPlantSlice(desk: Desk, open: OpenVault): PlantSlice {
  const { get, set } = desk;
  const work = createRecipeWork(desk, open);

  return {
    ...nothing,
    planting: { kind: 'none' },
    async plantPeople() {
      if (get().planting.kind !== 'none') return;
      set(nothing);
      await work.start({
        show: (planting) => set({ planting }),
        ask: (vault, { recipe, policy }, options) => vault.call('plant', { recipe, policy }, options),
        take: (planted) => set({ planted }),
        wrong: (plantFailure) => set({ plantFailure }),
      });
    },
    cancelPlant: work.callOff,
    refreshPlant() {
      if (work.overtaken()) set(nothing);
    },
  };
}
