import type { Engine } from './engine.js';
import type { CommandOutcome, SentCommand } from './commands/sent-command.js';
import type { ProposalCommands } from './proposals/proposal-commands.js';
import type { Reader } from './queries/reader.js';

/** What somebody sends to an engine. The outcomes are theirs to see. */
export type CommandsFor = Pick<Engine, 'handle'> &
  Pick<ProposalCommands, 'handleOrPropose' | 'confirm' | 'reject' | 'withdraw'>;

/**
 * The commands of an engine for whoever is told the outcomes: each refusal tells them only what they may see (`Told`). The
 * one way by which outcomes leave the engine for a person.
 */
export const commandsFor = (
  engine: Pick<Engine, 'handle' | 'proposals' | 'told'>,
  reader: Reader,
): CommandsFor => ({
  handle: handleFor(engine, reader),
  handleOrPropose: (sent) => engine.told.command(reader, sent, engine.proposals.handleOrPropose(sent)),
  confirm: (sent) =>
    engine.told.proposal(reader, sent, (isSeen) => engine.proposals.confirm({ ...sent, isSeen })),
  reject: (sent) =>
    engine.told.proposal(reader, sent, (isSeen) => engine.proposals.reject({ ...sent, isSeen })),
  withdraw: (sent) => engine.told.proposal(reader, sent, () => engine.proposals.withdraw(sent)),
});

/** The same of an engine that is sent commands alone, such as the rows of a file. */
export const handleFor =
  (engine: Pick<Engine, 'handle' | 'told'>, reader: Reader) =>
  (sent: SentCommand): Promise<CommandOutcome> =>
    engine.told.command(reader, sent, engine.handle(sent));
