// Serves what is there, on this machine, and builds nothing: for a service manager.
// Run with: npm run serve [-- --json]   (STORE_DIR, PORT, HOST and the app's settings come from the environment)
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Running } from '../api/node.ts';
import { optionsOf } from './arguments.ts';
import { faultSentence } from './fault.ts';
import { spoken } from './language.ts';
import { listeningFault } from './start/listening.ts';
import { readSettings, type Settings } from './start/settings.ts';

const WEB = join(import.meta.dirname, '../dist/web');

/** Listens until the process is told to go, then lets running answers come to their end. Throws a sentence. */
export async function serve(settings: Settings): Promise<Running> {
  if (!existsSync(join(WEB, 'widget.json'))) {
    throw new Error('Es gibt noch keine gebauten Seiten. Zuerst: npm run build. (The pages are not built yet.)');
  }
  // What was compiled is kept for the next start, which then takes half the time.
  enableCompileCache();
  const { listen } = await import('../api/node.ts');
  const running = await listen({ ...settings, webDir: WEB }).catch((error: NodeJS.ErrnoException) => {
    const sentence = listeningFault(error, settings.host, settings.port);
    throw sentence === null ? error : new Error(sentence);
  });
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Asked twice, somebody means it.
      if (isStopping) process.exit(1);
      isStopping = true;
      void running.stop().then(() => process.exit(0));
    });
  }
  return running;
}

export const addressOf = ({ host, port }: Settings): string =>
  `http://${['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host}:${port}`;

async function main(): Promise<void> {
  const { json } = optionsOf({ json: { type: 'boolean', default: false } }, 'npm run serve [-- --json]');
  const read = readSettings(process.env);
  if (!read.ok) throw new Error(read.error);
  await serve(read.value);
  const url = addressOf(read.value);
  console.log(
    json
      ? JSON.stringify({ type: 'listening', url })
      : `${spoken('Ratsauskunft läuft', 'Ratsauskunft is running')}: ${url}`,
  );
}

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(faultSentence(error, process.env.STORE_DIR || '.store'));
    process.exit(1);
  });
}
