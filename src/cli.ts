// Composition root for the terminal: JSON on standard output, everything for people on standard error.
import { dirname } from 'node:path';
import { checkCommand, completeCommand, outlineCommand, skeletonsCommand, textCommand } from './engine/commandLine/draftCommands.ts';
import { indexCommand } from './engine/commandLine/indexCommand.ts';
import { searchCommand, similarCommand } from './engine/commandLine/libraryCommands.ts';
import type { Arguments } from './engine/commandLine/usage.ts';
import { parseArguments, usage, UsageError } from './engine/commandLine/usage.ts';

/** Returns the status: 0, 1 where a check has findings. */
async function run(args: Arguments, distDir: string): Promise<number> {
  switch (args.command) {
    case 'outline':
      await outlineCommand(args);
      return 0;
    case 'text':
      await textCommand(args);
      return 0;
    case 'index':
      await indexCommand(args, distDir);
      return 0;
    case 'similar':
      await similarCommand(args, distDir);
      return 0;
    case 'search':
      await searchCommand(args, distDir);
      return 0;
    case 'complete':
      await completeCommand(args, distDir);
      return 0;
    case 'check':
      return checkCommand(args, distDir);
    case 'skeletons':
      skeletonsCommand(distDir);
      return 0;
    default:
      throw new UsageError(`“${args.command}”尚不可用。`);
  }
}

/** A file's name may hold anything; on a terminal control characters would act. */
function oneLine(message: string): string {
  return message.replace(/\p{Cc}+/gu, ' ');
}

async function main(): Promise<number> {
  try {
    return await run(parseArguments(process.argv.slice(2)), dirname(process.argv[1] ?? ''));
  } catch (error) {
    const own = error instanceof UsageError;
    process.stderr.write(`${oneLine(error instanceof Error ? error.message : String(error))}\n${own ? usage : ''}`);
    return 2;
  }
}

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', () => process.exit(0));
void main().then((status) => {
  process.exitCode = status;
});
