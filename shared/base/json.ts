/** What JSON can hold. Integers stay below 2^53; decimals travel as strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
