/**
 * Errors, positions and instants, without the engine: what the threads load that read and write one file. Each process
 * with an open store starts some of them, and loading the engine would take most of their start.
 */
export {
  EngineError,
  StoreCorruptError,
  StoreReadOnlyError,
  StoreReplacedError,
  StoreTooNewError,
  StoreUnavailableError,
  ViewsDamagedError,
  ViewsUnavailableError,
} from './errors.js';
export { positionOf } from './ports/position.js';
export { instantOf } from '@safeconduct/workflow/time';
