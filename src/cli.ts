// Composition root for the terminal: JSON on standard output, everything for people on standard error.
import { dirname } from 'node:path';
import { checkCommand, completeCommand, outlineCommand, skeletonsCommand, textCommand } from './engine/commandLine/draftCommands.ts';
import { indexCommand } from './engine/commandLine/indexCommand.ts';
import { searchCommand, similarCommand } from './engine/commandLine/libraryCommands.ts';
import { complain } from './engine/commandLine/output.ts';
import type { Arguments } from './engine/commandLine/usage.ts';
import { parseArguments, usage, UsageError } from './engine/commandLine/usage.ts';

/** Returns the status: 0, 1 where a check has findings, 2 where part of the input could not be read. */
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
      return similarCommand(args, distDir);
    case 'search':
      return searchCommand(args, distDir);
    case 'complete':
      return completeCommand(args, distDir);
    case 'check':
      return checkCommand(args, distDir);
    case 'skeletons':
      skeletonsCommand(distDir);
      return 0;
    default:
      throw new UsageError(`“${args.command}”尚不可用。`);
  }
}

async function main(given: readonly string[]): Promise<number> {
  if (given.length === 1 && /^(?:--help|-h|help)$/.test(given[0] ?? '')) {
    process.stderr.write(usage);
    return 0;
  }
  try {
    return await run(parseArguments(given), dirname(process.argv[1] ?? ''));
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) process.stderr.write(usage);
    return 2;
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that stops early (`| head`) is no error; an answer that could not be written whole is one.
  if (error.code === 'EPIPE') process.exit(0);
  complain(`结果没有写完：${error.message}`);
  process.exit(2);
});
void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
