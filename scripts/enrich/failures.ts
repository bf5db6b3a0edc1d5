// What the service throws → whether the next pair would fare better, and the sentence for the person at the terminal.
import Anthropic from '@anthropic-ai/sdk';

/** Wrong key, no right to the model, no such model. */
export const isForAll = (error: unknown): boolean =>
  error instanceof Anthropic.AuthenticationError ||
  error instanceof Anthropic.PermissionDeniedError ||
  error instanceof Anthropic.NotFoundError;

export function sentenceOf(error: Error): string {
  if (error instanceof Anthropic.AuthenticationError) {
    return 'Der Dienst nimmt den Schlüssel nicht an: bitte ANTHROPIC_API_KEY prüfen. (The service refuses the key.)';
  }
  if (error instanceof Anthropic.PermissionDeniedError || error instanceof Anthropic.NotFoundError) {
    return 'Der Dienst gibt das Modell nicht her: bitte ANTHROPIC_FAST_MODEL prüfen. (The service does not offer the model.)';
  }
  if (!(error instanceof Anthropic.APIError)) return error.message;
  const said = error.status === undefined ? 'ist nicht zu erreichen' : `antwortet mit ${whatItSaid(error)}`;
  return `Der Dienst ${said}; was da ist, bleibt, der nächste Lauf macht weiter. (The service failed; the next run goes on.)`;
}

const whatItSaid = ({ status, type }: InstanceType<typeof Anthropic.APIError>): string =>
  type ? `${status} ${type}` : `${status}`;
