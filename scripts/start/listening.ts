// Why nothing can listen there, for the person at the terminal.

export const portTaken = (port: number): string =>
  `Port ${port} ist schon belegt. Mit einem anderen geht es: PORT=${port + 1} npm start (The port is taken.)`;

/** Null when something else is wrong. */
export function listeningFault(error: NodeJS.ErrnoException, host: string, port: number): string | null {
  const { code, syscall } = error;
  if (code === 'EADDRINUSE') return portTaken(port);
  if (syscall === 'listen' && code === 'EACCES') {
    return `Port ${port} darf hier nicht jeder öffnen. Mit einem anderen geht es: PORT=8787 npm start (Not allowed to listen on this port.)`;
  }
  return syscall === 'getaddrinfo' || code === 'EADDRNOTAVAIL'
    ? `HOST=${host} ist keine Adresse dieses Rechners; meist ist es 127.0.0.1, in einem Container 0.0.0.0. (Not an address of this machine.)`
    : null;
}
