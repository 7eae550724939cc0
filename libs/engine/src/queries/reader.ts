import type { Actor, Purpose } from '@safeconduct/workflow';
import type { ReadWay } from '../reads/read-entry.js';

/**
 * Who reads, and what for. Every read goes through `engine.queries` with a reader; the policy in `access/` says what the
 * reader sees.
 */
export interface Reader {
  /** With every role they hold, and their unit where they have one. */
  readonly actor: Actor;
  /** Only roles that have it count. Left out: each role reads for the first of its purposes. */
  readonly purpose?: Purpose | undefined;
  /** What is done: a name from the code, such as the id of the operation; never text that a client sent. */
  readonly operation: string;
  /** Where the answer goes. Left out by a program that uses the engine itself, and by the loops of the system. */
  readonly from?: ReadOrigin | undefined;
}

/** Where a read comes from and its answer goes. */
export interface ReadOrigin {
  readonly way: ReadWay;
  /** The address of the network that the server sees. */
  readonly address?: string | undefined;
  readonly requestId?: string | undefined;
}

/**
 * The reader of the system itself, such as of the loop that sends deadlines. It sees everything, so it is made by code and
 * never for a request of a person.
 */
export const systemReader = (operation: string): Reader => ({
  actor: { id: 'system', roles: ['system'] },
  purpose: 'systemWork',
  operation,
});

/** The system reads for itself: a loop, whose answers nobody sees. Such reads are not entered in the log of reads. */
export const isLoop = (reader: Reader): boolean => isSystem(reader) && reader.from === undefined;

/** Whether it reads for the system, whoever does it. No request can name this purpose. */
export const isSystem = ({ purpose }: Reader): boolean => purpose === 'systemWork';
