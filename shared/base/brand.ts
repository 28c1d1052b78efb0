declare const brand: unique symbol;

/** A value of type `T` that must not be mixed up with others of the same shape. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
