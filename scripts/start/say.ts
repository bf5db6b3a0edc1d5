// What a start says, a line for people or a JSON object for programs.

/** The line is for people, the event for programs. */
export type Say = (line: string, event?: Record<string, unknown>) => void;

export const sayOn =
  (json: boolean): Say =>
  (line, event) => {
    if (!json) process.stdout.write(`${line}\n`);
    else if (event) process.stdout.write(`${JSON.stringify(event)}\n`);
  };
