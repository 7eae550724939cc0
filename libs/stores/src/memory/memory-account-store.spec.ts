import { accountStoreContract } from '../accounts/testing/account-store-contract.js';
import { openMemoryAccounts } from './memory-account-store.js';

accountStoreContract('memory', () => Promise.resolve({ store: openMemoryAccounts() }));
