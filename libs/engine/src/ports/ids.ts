/** The engine's only source of randomness. */
export interface Ids {
  /** A new UUID, version 7 (RFC 9562): unique, and ascending in time. */
  next(): string;
}
