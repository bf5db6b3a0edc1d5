// The memory of the Worker's isolate by the Chrome DevTools Protocol: what counts against Cloudflare's 128 MB. The
// process around it holds D1, R2 and wrangler's own Workers as well.
interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize: number;
  backingStorageSize: number;
}

const TIMEOUT_MS = 10_000;
const USAGE_ID = 2;

/** After a garbage collection; null when the inspector at the port does not answer. */
export function isolateHeapMB(inspectorPort: number): Promise<number | null> {
  return new Promise((resolve) => {
    // Wrangler's inspector answers nobody who does not say where they come from.
    const init = { headers: { Origin: 'http://localhost' } } as unknown as string[];
    const socket = new WebSocket(`ws://127.0.0.1:${inspectorPort}/ws`, init);
    const timer = setTimeout(() => finish(null), TIMEOUT_MS);
    const finish = (megabytes: number | null) => {
      clearTimeout(timer);
      resolve(megabytes);
      socket.close();
    };
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
      socket.send(JSON.stringify({ id: USAGE_ID, method: 'Runtime.getHeapUsage' }));
    });
    socket.addEventListener('error', () => finish(null));
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: HeapUsage };
      if (id !== USAGE_ID) return;
      finish(result ? (result.usedSize + result.embedderHeapUsedSize + result.backingStorageSize) / 1e6 : null);
    });
  });
}
