import { describe, expect, it } from 'vitest';
import { withFixedDates } from '../../../../electron/main/print/fixed-dates.ts';

const pdf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const at = (clock: string, zone: string) =>
  pdf(
    `1 0 obj\n<</Title (x)\n/CreationDate (D:${clock}${zone})\n/ModDate (D:${clock}${zone})>>\nendobj\n\u00ff`,
  );

describe('withFixedDates', () => {
  it('makes files that differ in their clock alone equal, byte for byte and as long as before', () => {
    const files = [
      at('20261122140312', "+01'00'"),
      at('20261122140313', "+01'00'"),
      at('20300101000000', "-05'30'"),
    ];
    const fixed = files.map((file) => withFixedDates(file, '2026-11-20'));
    expect(fixed.map(({ length }) => length)).toEqual(files.map(({ length }) => length));
    expect(new Set(fixed.map((file) => Buffer.from(file).toString('hex'))).size).toBe(1);
    expect(Buffer.from(fixed[0] ?? []).toString('latin1')).toContain("/ModDate (D:20261120000000+00'00')");
  });

  it('leaves every other byte as it is', () => {
    const file = at('20261122140312', 'Z');
    const fixed = withFixedDates(file, '2026-11-22');
    const differing = [...file].flatMap((byte, i) => (byte === fixed[i] ? [] : [i]));
    expect(differing.length).toBe(2 * 5);
  });

  it('fails where there is no date to fix', () => {
    expect(() => withFixedDates(pdf('%PDF-1.4'), '2026-11-22')).toThrow('states no dates');
  });
});
