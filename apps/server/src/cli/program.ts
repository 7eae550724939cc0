import { Command, CommanderError, Option } from 'commander';
import { checkGiven } from '../console/given-options.js';
import { exit, fail, type CommandLine } from '../console/output.js';
import { release } from '../console/release.js';

/** What every command is run with. */
export interface Call {
  readonly commandLine: () => CommandLine;
  /** Takes the exit code of the work. */
  readonly finish: (work: Promise<number>) => Promise<void>;
}

/** The command line, with the options that every command has and no command yet. */
export interface Program extends Call {
  readonly program: Command;
  /** Runs the command that was typed. @returns the exit code */
  readonly run: (typed: readonly string[]) => Promise<number>;
}

export function newProgram(): Program {
  let code: number = exit.ok;
  const program = new Command('safeconduct')
    .description('Cases that move by recorded steps: advance them, replay them, count them, prove them.')
    .version(release)
    .option('--data <folder>', 'the data folder (default: SAFECONDUCT_EVENTS, else ./data)')
    .option('--json', 'one JSON document on stdout, everything else on stderr')
    .addOption(new Option('--language <language>', 'language of texts').choices(['en', 'ar']).default('en'))
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .showHelpAfterError('(safeconduct --help shows all commands)')
    .exitOverride()
    .hook('preAction', (_program, command) => {
      checkGiven(command.optsWithGlobals());
    });
  const commandLine = () => program.opts<CommandLine>();
  return {
    program,
    commandLine,
    finish: async (running) => {
      code = await running;
    },
    run: async (typed) => {
      try {
        await program.parseAsync(typed, { from: 'user' });
        return code;
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.usage;
        return fail(error, commandLine());
      }
    },
  };
}
