export type { AccountRecord, AccountStore, KeptRecord, RecordHead } from './accounts/account-store.js';
export { closeAll } from './close-all.js';
export { prefixIdentity, type PrefixIdentity } from './identity/prefix-identity.js';
export { openFolderJobs, type FolderJobsOptions } from './jobs/folder-jobs.js';
export {
  FileTooLargeError,
  type ChangeOptions,
  type JobFile,
  type JobRecord,
  type JobStore,
  type LocalFile,
  type ReceivingOptions,
} from './jobs/job-store.js';
export { copyKeys, copyKeyStore, type CopiedKeys } from './keys/copy-keys.js';
export { keyedHashesUnder } from './keys/key-ring.js';
export { KeyFileError } from './keys/key-file-error.js';
export type { KeyCounts, KeyStore } from './keys/key-store.js';
export { KeyStoreError } from './keys/key-store-error.js';
export { KeysLocation, type InstallationKeys, type MasterKeyConfiguration } from './keys/keys-location.js';
export { createMasterKey, readMasterKey } from './keys/master-key.js';
export { rotateKeys, type Rotated } from './keys/rotate-keys.js';
export { dryRunSubjectKeys } from './keys/stored-subject-keys.js';
export type {
  HolderNote,
  KeysOfBackup,
  OpenedStores,
  OpenOptions,
  ProjectionStores,
  StoredContent,
  StoreFact,
  StoresConfiguration,
  StoresLocation,
} from './location.js';
export { isDatabaseFile, rowsOfDatabaseFile } from './sqlite/rows-of-file.js';
export { pouredTexts } from './log-texts.js';
export { dryRunEvents } from './memory/dry-run-events.js';
export { openMemoryAccounts } from './memory/memory-account-store.js';
export { openMemoryEvents, type MemoryEvents, type MemoryEventsOptions } from './memory/memory-events.js';
export { memoryKeyRing } from './memory/memory-key-store.js';
export { openMemoryReads } from './memory/memory-reads.js';
export {
  combinationProblem,
  eventsPattern,
  isEmbedded,
  keyStoreIn,
  postgresPattern,
  storesAt,
  viewsPattern,
} from './stores-at.js';
export {
  openPostgresEvents,
  type PostgresEvents,
  type PostgresEventsOptions,
} from './postgres/events/postgres-events.js';
export { systemClock } from './system/clock.js';
export { ClockWatch } from './system/clock-watch.js';
export { uuidIds } from './system/uuid.js';
export {
  openSqliteEvents,
  type SqliteEvents,
  type SqliteEventsOptions,
} from './sqlite/events/sqlite-events.js';
export { openSqliteReads, type SqliteReadsOptions } from './sqlite/reads/sqlite-reads.js';
export { CopyRefusedError } from './copy-refused-error.js';
export { lockFolder, type FolderLock } from './sqlite/lock-folder.js';
export {
  openMemoryViews,
  openSqliteViews,
  type SqliteViews,
  type SqliteViewsOptions,
} from './sqlite/views/sqlite-views.js';
