// Who asks: the program with its version, and where the city that runs it can be reached, from the city's file.
// A server's operator can so write to whoever reads too much.
import project from '../../package.json' with { type: 'json' };

export function userAgent(facts: { url: string | null; contact: { url: string | null; mail: string | null } }): string {
  const { url, contact } = facts;
  const reach = contact.url ?? url ?? (contact.mail ? `mailto:${contact.mail}` : null);
  // A header takes printable ASCII only.
  const comment = reach?.replace(/[^\x21-\x7e]|[()\\]/g, '');
  return `Ratsauskunft/${project.version}${comment ? ` (+${comment})` : ''}`;
}
