import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tell } from '../../protocol/overview';
import { sentenceText } from '../../protocol/sentence';

/** As POSIX decides the language of messages. */
function localeOf(env: NodeJS.ProcessEnv): string {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
}

/** Sentences in Chinese where the environment asks for it and the installation has the bundle, else in English. */
export function tellerFor(env: NodeJS.ProcessEnv, installation: string): Tell {
  const bundle = /^zh/i.test(localeOf(env)) ? chineseBundle(installation) : {};
  return (sentence) => sentenceText(sentence, (pattern) => bundle[pattern] ?? pattern);
}

function chineseBundle(installation: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(installation, 'l10n', 'bundle.l10n.zh-cn.json'), 'utf8'));
  } catch {
    return {};
  }
}
