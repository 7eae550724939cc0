import {
  copyKeyStore,
  rotateKeys,
  keyStoreIn,
  type KeyStore,
  type StoresLocation,
} from '@safeconduct/stores';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { UsageError } from '../../console/usage-error.js';
import { mustHaveData, openToWrite } from '../../start/open.js';

/** What the key store has; or its keys wrapped by a new master key; or a copy of it. Never a key. */
export async function runKeys(
  line: CommandLine,
  action: string | undefined,
  target: string | undefined,
): Promise<number> {
  if (action === undefined) return showKeys(line);
  if (action === 'rotate' && target === undefined) return rotate(line);
  if (action === 'backup' && target !== undefined) return backup(line, target);
  throw new UsageError("keys has the actions 'rotate' and 'backup <folder>', and none to show what there is");
}

async function showKeys(line: CommandLine): Promise<number> {
  const location = await mustHaveData(line);
  await withKeyStore(location, async (store) => {
    const masterKey = location.keys.masterKeys({ mayMake: false }).current.id;
    if ((await store.header()) === undefined) {
      if (line.json === true)
        printJson({ store: store.name, masterKey, persons: 0, erased: 0, wrappedBy: {} });
      else print(`${store.name}: not begun yet; the next start begins it`);
      return;
    }
    const { live, destroyed } = await store.counts();
    const persons = inAll(live);
    const wrappedBy = Object.fromEntries(live);
    if (line.json === true)
      printJson({ store: store.name, masterKey, persons, erased: destroyed, wrappedBy });
    else
      print(
        `${store.name}: keys of ${counted(persons, 'person')}, ${destroyed} erased`,
        `the master key in ${location.keys.masterKeyLocation} has the id ${masterKey}`,
        ...Array.from(live, ([id, count]) => `wrapped by master key ${id}: ${count}`),
      );
  });
  return exit.ok;
}

/** Opens the data to write: the embedded store has one writing process, which must know both master keys. */
async function rotate(line: CommandLine): Promise<number> {
  const location = await mustHaveData(line);
  const installation = await openToWrite(line);
  try {
    await withKeyStore(location, async (store) => {
      const { live } = await store.counts();
      const bar = progressBar(process.stderr, { label: 'rotate', total: inAll(live) });
      const masters = location.keys.masterKeys({ mayMake: false });
      const onProgress = (done: number) => {
        bar.update(done);
      };
      const { rewrapped } = await rotateKeys(store, masters, onProgress).finally(() => {
        bar.stop();
      });
      const { id } = masters.current;
      if (line.json === true) printJson({ masterKey: id, rewrapped });
      else print(`${counted(rewrapped, 'key')} wrapped anew by master key ${id}`);
    });
  } finally {
    await installation.close();
  }
  tell(
    'the former master key opens nothing here any more; backups of the key store from before still need it',
  );
  return exit.ok;
}

async function backup(line: CommandLine, folder: string): Promise<number> {
  const location = await mustHaveData(line);
  const place = keyStoreIn(folder);
  const persons = await copyKeyStore(location.keys, place);
  if (line.json === true) printJson({ file: place.name, persons });
  else print(`keys of ${counted(persons, 'person')} in ${place.name}`);
  tell('they are wrapped: keep the master key in another place, and this copy apart from those of the log');
  return exit.ok;
}

const inAll = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

async function withKeyStore(
  location: StoresLocation,
  work: (store: KeyStore) => Promise<void>,
): Promise<void> {
  const { store, close } = await location.keys.open({ mode: 'write', hasLog: true });
  try {
    await work(store);
  } finally {
    await close();
  }
}
