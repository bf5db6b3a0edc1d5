// The state of the service for monitoring: is there an index, which one, and is a model configured.
import { modelFrom } from './answer/model/model.ts';
import type { Env } from './env.ts';
import type { Health } from './events.ts';
import { logError } from './log-error.ts';
import { openIndex } from './search/live-index.ts';

/** Never throws: an index that can't be read is the state `error`, with the reason in the log. */
export async function health(env: Env): Promise<Health> {
  const model = env.CHAT_MODE !== 'off' && env.CHAT_MODE !== 'extractive' && modelFrom(env) ? 'configured' : 'off';
  try {
    const index = await openIndex(env);
    if (!index) return { status: 'empty', index: null, engine: null, model };
    const { engine, version, builtAt, documents, passages, newest } = index.info;
    const status = documents === 0 ? 'empty' : 'ok';
    return { status, index: { version, builtAt, documents, passages, newest }, engine, model };
  } catch (error) {
    logError({ event: 'index-unreadable' }, error);
    return { status: 'error', index: null, engine: null, model };
  }
}
