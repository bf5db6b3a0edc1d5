// The same cases as in workerd, over SQLite on Node.
import { beforeAll } from 'vitest';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { checkEngines, type Engines, fillEngines } from './engines.check.ts';

const engines: Engines = {};

beforeAll(async () => {
  await fillEngines(openSqliteD1(':memory:').db, engines);
});

checkEngines(engines);
