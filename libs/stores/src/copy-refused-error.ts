/** A copy cannot be made: its target exists, its source does not, or a store of this kind has no copies. */
export class CopyRefusedError extends Error {
  readonly code = 'COPY_REFUSED';
}
