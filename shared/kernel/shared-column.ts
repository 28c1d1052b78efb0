/** A column of zeros that a second thread may read and write too, where the host shares memory between threads. */
export function sharedColumn(length: number): Int32Array {
  return typeof SharedArrayBuffer === 'function'
    ? new Int32Array(new SharedArrayBuffer(4 * length))
    : new Int32Array(length);
}

/** Whether a second thread sees what is written to a column. */
export function isShared(column: Int32Array): boolean {
  return typeof SharedArrayBuffer === 'function' && column.buffer instanceof SharedArrayBuffer;
}
