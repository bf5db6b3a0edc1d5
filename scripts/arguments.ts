// A command line → its options and what stands beside them. `--help` shows the usage and ends with 0; whatever is not
// understood is named in a sentence, shows the usage and ends with 2. Every command knows `--lang`.
import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Result } from '../corpus/types.ts';
import { both, type Sentence, spoken, told } from './language.ts';

/**
 * A command of options alone.
 * @param usage how it is called, without "Aufruf"; may go on below with what each option means
 */
export function optionsOf<const Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  return argumentsOf({ options }, usage).values;
}

/** A command that also takes words (`allowPositionals`). */
export function argumentsOf<const Config extends Omit<ParseArgsConfig, 'args'>>(config: Config, usage: string) {
  const args = ownArguments();
  if (args.some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usageLine(usage));
    process.exit(0);
  }
  const parsed = readArguments(args, config);
  return parsed.ok ? parsed.value : misunderstood(parsed.error, usage);
}

/** A command of one folder alone. */
export function oneFolder(usage: string): string {
  const [dir, ...more] = argumentsOf({ allowPositionals: true, options: {} }, usage).positionals;
  if (dir === undefined) return misunderstood({ de: 'Der Ordner fehlt.', en: 'The folder is missing.' }, usage);
  if (more.length === 0) return dir;
  const many = more.join(' ');
  return misunderstood({ de: `Zu viele Angaben: ${many}.`, en: `Too many arguments: ${many}.` }, usage);
}

/** Says what was wrong, then how it is called. */
export function misunderstood(fault: Sentence, usage: string): never {
  console.error(`${told(both(fault))}\n${usageLine(usage)}`);
  process.exit(2);
}

/** Without `--lang`, which all commands have (language.ts). */
export function ownArguments(): string[] {
  const args = process.argv.slice(2);
  const at = args.findIndex((argument) => /^--lang(?:=|$)/.test(argument));
  return at < 0 ? args : args.toSpliced(at, args[at] === '--lang' ? 2 : 1);
}

/** Pure: what `parseArgs` makes of it, or why it cannot be understood. */
export function readArguments<const Config extends Omit<ParseArgsConfig, 'args'>>(
  args: string[],
  config: Config,
): Result<ReturnType<typeof parseArgs<Config & { args: string[] }>>, Sentence> {
  try {
    return { ok: true, value: parseArgs({ ...config, args }) };
  } catch (error) {
    return { ok: false, error: whyNot(error as NodeJS.ErrnoException, args) };
  }
}

const usageLine = (usage: string): string => `${spoken('Aufruf (usage)', 'Usage')}: ${usage}`;

/** Node's messages name the option first, in single quotes. */
function whyNot({ code, message }: NodeJS.ErrnoException, args: string[]): Sentence {
  const named = /'(-[^\s']*|[^']*)/.exec(message)?.[1] ?? args.join(' ');
  const option = named.replace(/^-[a-z], (?=--)/, '');
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return { de: `${option} wird nicht verstanden.`, en: `${option} is not understood.` };
  }
  return /does not take/.test(message)
    ? { de: `${option} steht allein, ohne Angabe.`, en: `${option} takes no value.` }
    : { de: `${option} wird nicht verstanden: Die Angabe fehlt.`, en: `${option} wants a value.` };
}
