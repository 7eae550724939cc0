import { actorWithId, systemReader, type Identity, type Reader } from '@safeconduct/engine';
import { identityForm, type Actor } from '@safeconduct/workflow';

/** Who sends an import. */
export interface ImportSender {
  /** Recorded with every event, in its identity form. */
  readonly id: string;
  /** Whether rows may hold decisions of other persons. */
  readonly mayForOthers: boolean;
  /** Who is told why a row was rejected, as far as they may see it. */
  readonly reader: Reader;
}

/** The sender of an import from the command line that names none. */
export const commandLineSender = 'sys-import';

/** The sender of an id: a person, or the command line, which may open the data and so sees everything. */
export async function importSender(
  identity: Pick<Identity, 'actorOf'>,
  { id, mayForOthers }: Pick<ImportSender, 'id' | 'mayForOthers'>,
): Promise<ImportSender> {
  const actor = await actorWithId(identity, id);
  const operation = 'import';
  const reader = isCommandLine(actor) ? systemReader(operation) : { actor, operation };
  return { id: identityForm(id), mayForOthers, reader };
}

const isCommandLine = ({ id, roles }: Actor): boolean =>
  id === commandLineSender && roles.every((role) => role === 'system');
