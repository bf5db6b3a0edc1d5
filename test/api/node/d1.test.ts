import { describe } from 'vitest';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { checkD1 } from './d1.check.ts';

describe('SQLite on Node', () => checkD1(openSqliteD1(':memory:').db));
