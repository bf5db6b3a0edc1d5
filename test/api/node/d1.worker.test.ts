import { env } from 'cloudflare:workers';
import { describe } from 'vitest';
import type { Env } from '../../../api/env.ts';
import { checkD1 } from './d1.check.ts';

describe('D1 in workerd', () => checkD1((env as unknown as Env).APP_DB));
