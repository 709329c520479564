import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tell } from '../protocol/overview';
import { sentenceText } from '../protocol/sentence';

/** Sentences in a language, whatever the reader's; in English where the installation has no texts of it. */
export function tellerIn(language: 'en' | 'zh', installation: string): Tell {
  const texts = language === 'zh' ? chineseTexts(installation) : {};
  return (sentence) => sentenceText(sentence, (pattern) => texts[pattern] ?? pattern);
}

function chineseTexts(installation: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(installation, 'l10n', 'bundle.l10n.zh-cn.json'), 'utf8'));
  } catch {
    return {};
  }
}
