// What publishing needs to know of wrangler.toml: which environments there are, and at which address one answers.

export const environmentsIn = (toml: string): string[] => [
  ...new Set([...toml.matchAll(/^\[env\.([A-Za-z\d_-]+)\]/gm)].map(([, name]) => name!)),
];

/** Null when the environment names no route. */
export function addressOf(toml: string, environment: string): string | null {
  const from = toml.indexOf(`[env.${environment}]`);
  const part = toml.slice(from, toml.indexOf('\n[', from + 1) < 0 ? undefined : toml.indexOf('\n[', from + 1));
  const host = /pattern\s*=\s*"([^"/]+)/.exec(part)?.[1];
  return host ? `https://${host}` : null;
}
