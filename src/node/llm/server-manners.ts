import type { ServerError } from './refused-request';

/** What of a request a model's server takes, as far as is known. */
export interface Manners {
  /** OpenAI's newer models refuse the first, other servers know no other. */
  readonly limitName: 'max_tokens' | 'max_completion_tokens';
  readonly takesTemperature: boolean;
  /** Whether `stream_options` may ask for usage. */
  readonly takesUsage: boolean;
}

const usual: Manners = { limitName: 'max_tokens', takesTemperature: true, takesUsage: true };

/** What servers were found not to take, so that they are asked in vain once only. */
export class ServerManners {
  private readonly known = new Map<string, Manners>();

  of(url: string, model: string): Manners {
    return this.known.get(`${url} ${model}`) ?? usual;
  }

  /** False where the error is about nothing that can be asked otherwise. */
  learn(url: string, model: string, said: ServerError): boolean {
    const before = this.of(url, model);
    const after = withoutRefused(before, said);
    if (after === null) return false;
    this.known.set(`${url} ${model}`, after);
    return true;
  }
}

const refusing =
  /unsupported|not supported|does(?: not|n't) support|not permitted|unknown|unrecogni[sz]ed|unexpected|deprecated|not allowed|invalid/i;

function withoutRefused(manners: Manners, { message, param }: ServerError): Manners | null {
  if (!refusing.test(message)) return null;
  const concerns = (name: string) => param === name || message.includes(name);
  if (manners.limitName === 'max_tokens' && message.includes('max_completion_tokens'))
    return { ...manners, limitName: 'max_completion_tokens' };
  if (manners.takesTemperature && concerns('temperature')) return { ...manners, takesTemperature: false };
  if (manners.takesUsage && (concerns('stream_options') || concerns('include_usage')))
    return { ...manners, takesUsage: false };
  if (manners.limitName === 'max_completion_tokens' && concerns('max_completion_tokens'))
    return { ...manners, limitName: 'max_tokens' };
  return null;
}
