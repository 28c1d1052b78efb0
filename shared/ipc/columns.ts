import { z } from 'zod';

/** Flat columns as they cross between processes, by structured clone. */
export const Int32Column = z.custom<Int32Array>((value) => value instanceof Int32Array);
export const ByteColumn = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
