// One publishing from beginning to end, in the order in which nothing that is live stops: tables, index, pointer, program,
// question; and the way back when the last one fails. What reaches over the network is handed in.
import { pointBack } from '../../api/index/pointer.ts';
import type { LocalEnv } from '../../api/node/local.ts';
import type { Result } from '../../corpus/types.ts';
import { type Published, type PublishOptions, publishIndex } from './publish-index.ts';

export interface Surroundings {
  /** Databases and bundles of the environment. */
  target: LocalEnv;
  /** Brings the tables of what visitors cause up to date. */
  migrate(): Promise<void>;
  /** Brings the program live; the old one reads the pointer of its own format meanwhile. */
  deploy(): Promise<void>;
  /** Puts the program back that was live before. */
  undeploy(): Promise<void>;
  /** Asks the live address; null: it answers as it should, else what it said. */
  ask(): Promise<string | null>;
}

export type Step = 'migrate' | 'index' | 'deploy' | 'ask' | 'back';

/** The error is a sentence; by then what was live before is live again. */
export async function goLive(
  { target, migrate, deploy, undeploy, ask }: Surroundings,
  options: PublishOptions & { onBegin?: (step: Step) => void },
): Promise<Result<Published, string>> {
  const begin = options.onBegin ?? (() => {});
  if (!options.dryRun) {
    begin('migrate');
    await migrate();
  }
  begin('index');
  const published = await publishIndex(target, options);
  if (!published.ok || options.dryRun) return published;
  begin('deploy');
  try {
    await deploy();
  } catch (error) {
    await goBack(false);
    return {
      ok: false,
      error: `Das Programm ließ sich nicht bereitstellen: ${(error as Error).message} (The program could not be deployed.)`,
    };
  }
  begin('ask');
  const wrong = await ask();
  if (wrong === null) return published;
  await goBack(true);
  return {
    ok: false,
    error: `Der Dienst antwortet nicht richtig (${wrong}); es gilt wieder, was vorher galt. (The service does not answer right: back to what was live before.)`,
  };

  async function goBack(isDeployed: boolean): Promise<void> {
    begin('back');
    // A version that was changed has nothing to go back to, and its papers are right whatever the program does.
    if (published.ok && published.value.changed && published.value.whole) await pointBack(target.INDEX_DB);
    if (isDeployed) await undeploy();
  }
}
