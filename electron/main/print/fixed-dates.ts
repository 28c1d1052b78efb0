const stamp = /\/(CreationDate|ModDate)( ?)\(D:\d{14}([+-]\d{2}'\d{2}'|Z)?\)/g;

/**
 * A PDF whose dates are the start of `date` (`YYYY-MM-DD`, UTC) instead of what the clock said. Digits are overwritten in place, so that every
 * offset of the cross-reference table stays right. Throws where there is none to overwrite.
 */
export function withFixedDates(pdf: Uint8Array, date: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const day = date.replaceAll('-', '');
  let found = 0;
  const fixed = text.replace(stamp, (_whole, name: string, space: string, zone: string | undefined) => {
    found += 1;
    return `/${name}${space}(D:${day}000000${(zone ?? '').replaceAll(/\d/g, '0').replace('-', '+')})`;
  });
  if (found === 0 || fixed.length !== text.length) throw new Error('The printed file states no dates.');
  return new Uint8Array(Buffer.from(fixed, 'latin1'));
}
