export { prefixIdentity, type PrefixIdentity } from './identity/prefix-identity.js';
export { openFileKeyRing, type FileKeyRing } from './keys/file-key-ring.js';
export { KeyFileError } from './keys/key-file-error.js';
export { dryRunEvents } from './memory/dry-run-events.js';
export { openMemoryEvents, type MemoryEvents } from './memory/memory-events.js';
export { systemClock } from './system/clock.js';
export { uuidIds } from './system/uuid.js';
export {
  openSqliteEvents,
  type SqliteEvents,
  type SqliteEventsOptions,
} from './sqlite/events/sqlite-events.js';
export { backupLog, CopyRefusedError, metaOfCopy, restoreLog } from './sqlite/backup.js';
export { lockFolder, type FolderLock } from './sqlite/lock-folder.js';
export { damageInViews } from './sqlite/views/damage-in-views.js';
export { openSqliteViews, type SqliteViews, type SqliteViewsOptions } from './sqlite/views/sqlite-views.js';
