// A command line of options alone → the options. `--help` shows the usage and ends with 0, whatever is not understood
// shows it and ends with 2.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** @param usage how the script is called, a line */
export function optionsOf<const Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(`Aufruf (usage): ${usage}`);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // Node's message names the option first, in single quotes.
    const option = /'(-[^\s']*)/.exec((error as Error).message)?.[1] ?? process.argv.slice(2).join(' ');
    console.error(`${option} wird nicht verstanden. (Not understood.)\nAufruf (usage): ${usage}`);
    process.exit(2);
  }
}
