import type { Command } from 'commander';
import type { Call } from './program.js';

/** The commands about people, how they sign in, and the keys. Each is loaded when it is called. */
export function addAccessCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('people')
    .option('--all', 'also those who have left')
    .description('the people who work with cases: their roles, units and supervisors')
    .action(async (options: { all?: boolean }) => {
      const { runPeople } = await import('./commands/people.js');
      await finish(runPeople(commandLine(), options));
    });

  program
    .command('person')
    .argument('<change>', 'RegisterPerson, GiveRole, TakeRole, AssignUnit, NameSupervisor and others')
    .argument('<person>', 'the id of the person, such as co-01')
    .option('--input <json>', 'the fields of the change', '{}')
    .description('change the directory of people, as the operator of this machine')
    .action(async (change: string, person: string, options: { input: string }) => {
      const { runPerson } = await import('./commands/people.js');
      await finish(runPerson(commandLine(), { change, person, ...options }));
    });

  program
    .command('token')
    .option('--as <actor>', 'in whose name; left out: in nobody’s, to read')
    .option('--minutes <n>', 'how long it lives, at most 720; left out: one minute')
    .description('a token by which programs of this machine ask the server: Authorization: Bearer <token>')
    .action(async (options: Record<string, string>) => {
      const { runToken } = await import('./commands/token.js');
      await finish(runToken(commandLine(), options));
    });

  program
    .command('invite')
    .argument('<person>', 'the id of somebody in the directory')
    .description(
      'a code by which a person makes their account, or begins it anew when they can no longer sign in',
    )
    .action(async (person: string) => {
      const { runInvite } = await import('./commands/invite.js');
      await finish(runInvite(commandLine(), person));
    });

  program
    .command('keys')
    .argument('[action]', "'rotate' or 'backup'")
    .argument('[folder]', 'where the copy goes')
    .description('the key store: what it has; wrap its keys by a new master key; copy it')
    .action(async (action: string | undefined, folder: string | undefined) => {
      const { runKeys } = await import('./commands/keys.js');
      await finish(runKeys(commandLine(), action, folder));
    });
}
