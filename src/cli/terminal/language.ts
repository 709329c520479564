import { tellerIn } from '../../node/texts-of-language';
import type { Tell } from '../../protocol/overview';

/** As POSIX decides the language of messages. */
function localeOf(env: NodeJS.ProcessEnv): string {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
}

/** Sentences in Chinese where the environment asks for it and the installation has the bundle, else in English. */
export function tellerFor(env: NodeJS.ProcessEnv, installation: string): Tell {
  return tellerIn(/^zh/i.test(localeOf(env)) ? 'zh' : 'en', installation);
}
