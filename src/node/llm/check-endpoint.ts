import type { Sentence } from '../../engine/model/finding';
import { destinationOf } from './destination';

export type CheckedEndpoint =
  | { readonly isUsable: true; readonly url: string; readonly warning: Sentence | null }
  | { readonly isUsable: false; readonly problem: Sentence };

/** Beyond is no address of a server. */
const longest = 2000;

/**
 * The base address of an endpoint as a person typed it; `url` has no slash at its end. HTTP without TLS to another machine is warned of and
 * not refused: servers of one's own network often have no certificate, and what is sent is redacted. But never with a key: whoever
 * reads it on the way has the account.
 */
export function checkEndpoint(text: string, { hasKey }: { readonly hasKey: boolean }): CheckedEndpoint {
  const typed = text.trim();
  if (typed.length > longest || !URL.canParse(typed)) return noAddress(typed);
  const url = new URL(typed);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return noAddress(typed);
  if (url.username !== '' || url.password !== '') return hasCredentials(url.host);
  if (url.search !== '' || url.hash !== '') return noAddress(typed);
  const isOpen = url.protocol === 'http:' && destinationOf(typed).kind === 'remote';
  if (isOpen && hasKey) return keyInTheOpen(url.host);
  return {
    isUsable: true,
    url: url.href.replace(/\/+$/, ''),
    warning: isOpen ? unencrypted(url.host) : null,
  };
}

function noAddress(typed: string): CheckedEndpoint {
  return refused({
    pattern:
      '{0} is no address of a model server. Write one such as http://127.0.0.1:11434/v1 or https://api.openai.com/v1.',
    values: [typed.slice(0, 200)],
  });
}

function hasCredentials(host: string): CheckedEndpoint {
  return refused({
    pattern:
      'The address of {0} holds a user name or a password, which settings would show. Take them out, and enter the key when Oddline asks for it.',
    values: [host],
  });
}

function keyInTheOpen(host: string): CheckedEndpoint {
  return refused({
    pattern:
      'Over http:// anybody on the way to {0} could read the key. Use https://, or lead the server’s port to this machine (ssh -L) and ask it at 127.0.0.1.',
    values: [host],
  });
}

function unencrypted(host: string): Sentence {
  return {
    pattern: 'What is sent to {0} can be read on the way. Use https:// where the server has it.',
    values: [host],
  };
}

const refused = (problem: Sentence): CheckedEndpoint => ({ isUsable: false, problem });
