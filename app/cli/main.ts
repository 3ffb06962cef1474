/** `changemark`: looks at the first word and hands the rest to that command. Nothing of another command is loaded. */
import { version } from '../../package.json';

interface Command {
  /** Runs the command and gives its exit status. */
  run(args: string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, { what: string; load: () => Promise<Command> }>> = {
  assess: { what: 'what each published chart says about a proposed change', load: () => import('./assess') },
  rerun: {
    what: 'past assessments under another edition: which outcomes flip, and why',
    load: () => import('./rerun'),
  },
  report: { what: 'the assessment as a PDF', load: () => import('./report') },
  letter: { what: 'the letter to the supplier as a PDF', load: () => import('./letter') },
  inspect: { what: 'what is in advisories, component lists, feeds and inventories', load: () => import('./inspect') },
  worker: { what: 'work off letters, mail and clocks in a process of its own', load: () => import('./worker') },
  bundle: { what: 'make and verify signed bundles of feeds', load: () => import('./bundle') },
  audit: { what: 'check the audit trail', load: () => import('./audit') },
};

const WRONG_USAGE = 2;

const usage = `Usage: changemark COMMAND ...

${Object.entries(COMMANDS)
  .map(([name, { what }]) => `  ${name.padEnd(8)} ${what}`)
  .join('\n')}

changemark COMMAND --help says more. changemark --version prints the version.
`;

async function main([word, ...args]: string[]): Promise<number> {
  if (word === undefined) {
    process.stderr.write(usage);
    return WRONG_USAGE;
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (word === '--version' || word === '-v') {
    process.stdout.write(`changemark ${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (!command) {
    process.stderr.write(`changemark: there is no command "${word}"\n\n${usage}`);
    return WRONG_USAGE;
  }
  const { run } = await command.load();
  return run(args);
}

// Whoever reads our output may stop early (head, less): that is no failure, and there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
