// Reads the corpus, builds what changed, serves it on this machine. Its last line says where to click.
// Run with: npm start [-- --json]   (a JSON object a line; CORPUS_DIR, STORE_DIR, PORT, HOST and the app's settings come from the shell)
import { enableCompileCache } from 'node:module';
import { optionsOf } from './arguments.ts';
import { faultSentence } from './fault.ts';
import { spoken } from './language.ts';
import { addressOf, serve } from './serve.ts';
import { portTaken } from './start/listening.ts';
import { isFree } from './start/ports.ts';
import { sayOn } from './start/say.ts';
import { readSettings } from './start/settings.ts';

const { json } = optionsOf({ json: { type: 'boolean', default: false } }, 'npm start [-- --json]');
const say = sayOn(json);

async function main(): Promise<void> {
  const read = readSettings(process.env);
  if (!read.ok) throw new Error(read.error);
  const settings = read.value;
  if (!(await isFree(settings.port, settings.host))) throw new Error(portTaken(settings.port));
  enableCompileCache();
  const { prepare } = await import('./start/prepare.ts');
  await prepare(settings, say, json);
  say(spoken('Dienst …', 'Service …'));
  await serve(settings);
  const url = addressOf(settings);
  const [runs, end] = [
    spoken('Ratsauskunft läuft', 'Ratsauskunft is running'),
    spoken('beenden mit Strg+C', 'end it with Ctrl+C'),
  ];
  say(`\n${runs}: ${url}   (${end})`, { type: 'listening', url });
}

await main().catch((error: Error) => {
  const sentence = faultSentence(error, process.env.STORE_DIR || '.store');
  if (json) process.stdout.write(`${JSON.stringify({ type: 'error', text: sentence })}\n`);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
