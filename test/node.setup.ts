import type { TestProject } from 'vitest/node';
import { openHome } from './home.ts';

export default (project: TestProject) => openHome(project, 'node');
