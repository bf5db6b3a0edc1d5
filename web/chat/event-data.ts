// Pieces of a server-sent event stream → the data of each whole event (HTML standard, 9.2.6; our stream uses no other
// field). The library for this would be a twentieth of the whole widget; the tests hold this one to the same results.

/** Returns what takes the next piece, cut anywhere; calls `onData` once for each event that has become whole. */
export function eventData(onData: (data: string) => void): (piece: string) => void {
  let rest = '';
  let data: string[] = [];
  return (piece) => {
    // A carriage return at the end may be the first half of a line break.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
      else if (line === '' && data.length > 0) {
        onData(data.join('\n'));
        data = [];
      }
    }
  };
}
