/**
 * How an attacker expects persons to move within a day. `onwards`: on at the same speed (Xu et al. 2017). `stay`: they stay where
 * they are, in a fixed order, while there is room. `return`: who came last stays first, and going home costs nothing.
 */
export type Movement = 'onwards' | 'stay' | 'return';

/** Every model, in the order in which they are tried. */
export const movements: readonly Movement[] = ['onwards', 'stay', 'return'];
