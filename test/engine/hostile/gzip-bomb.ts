import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';

const megabyte = 1 << 20;

/**
 * A whole gzip of a text and then so many MiB of one byte, made without packing them all: a megabyte is packed once, up to a
 * byte border, and repeated.
 */
export function* gzipBomb(text: string, megabytes: number, byte: number): Generator<Uint8Array> {
  const options = { finishFlush: constants.Z_FULL_FLUSH };
  const piece = new Uint8Array(megabyte).fill(byte);
  const packed = deflateRawSync(piece, options);
  let sum = crc32(text);
  yield gzipSync('').subarray(0, 10);
  yield deflateRawSync(text, options);
  for (let i = 0; i < megabytes; i++) {
    sum = crc32(piece, sum);
    yield packed;
  }
  yield deflateRawSync('');
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, sum, true);
  end.setUint32(4, (Buffer.byteLength(text) + megabytes * megabyte) % 2 ** 32, true);
  yield new Uint8Array(end.buffer);
}
