// Who asks: the program with its version, and where the city that runs it can be reached, from corpus/city.json.
// A server's operator can so write to whoever reads too much.
import city from '../../corpus/city.json' with { type: 'json' };
import project from '../../package.json' with { type: 'json' };

export function userAgent(
  facts: { url: string | null; contact: { url: string | null; mail: string | null } } = city,
): string {
  const { url, contact } = facts;
  const reach = contact.url ?? url ?? (contact.mail ? `mailto:${contact.mail}` : null);
  // A header takes printable ASCII only.
  const comment = reach?.replace(/[^\x21-\x7e]|[()\\]/g, '');
  return `Ratsauskunft/${project.version}${comment ? ` (+${comment})` : ''}`;
}
