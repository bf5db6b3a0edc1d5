// Runs the app in workerd on this machine, as Cloudflare does, to develop it: all is built as for `npm start`, then
// published into workerd's own D1 and R2 below the store, by the code of `npm run publish`.
// Run with: npm run dev:worker [-- --json]   (CORPUS_DIR, STORE_DIR, PORT and the app's settings come from the shell)
import { cityInBundle } from '../web/build/city-file.ts';
import { optionsOf } from './arguments.ts';
import { faultSentence } from './fault.ts';
import { spoken } from './language.ts';
import { prepare } from './start/prepare.ts';
import { sayOn } from './start/say.ts';
import { readSettings } from './start/settings.ts';
import { fillWorkerd, serveInWorkerd } from './start/workerd.ts';

async function main(): Promise<void> {
  const { json } = optionsOf({ json: { type: 'boolean', default: false } }, 'npm run dev:worker [-- --json]');
  const say = sayOn(json);
  const read = readSettings(process.env);
  if (!read.ok) throw new Error(read.error);
  const settings = read.value;
  await prepare(settings, say, json);
  say('workerd …');
  await fillWorkerd(settings.storeDir);
  const service = await serveInWorkerd(settings, (line) => process.stderr.write(`${line}\n`), cityInBundle());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.stop());
  const url = `http://localhost:${settings.port}`;
  const [runs, end] = [
    spoken('Ratsauskunft läuft in workerd', 'Ratsauskunft is running in workerd'),
    spoken('beenden mit Strg+C', 'end it with Ctrl+C'),
  ];
  say(`\n${runs}: ${url}   (${end})`, { type: 'listening', url });
  process.exit(await service.exited);
}

await main().catch((error: Error) => {
  console.error(faultSentence(error, process.env.STORE_DIR || '.store'));
  process.exit(1);
});
