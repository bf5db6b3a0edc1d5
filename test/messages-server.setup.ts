// Starts the local Messages server beside the tests inside workerd, which cannot listen themselves.
import type { TestProject } from 'vitest/node';
import { startMessagesServer } from './messages-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    messagesUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startMessagesServer();
  project.provide('messagesUrl', server.url);
  return server.close;
}
