import { patternOf } from '../../engine/templates/corrections/pattern';
import { glueOfText, tokensOfText } from '../../engine/templates/signature-text';
import { readBaseline } from '../baselines/baseline-file';

/** What a baseline file knows, one text a kind of line, written as templates are. Throws InputError. */
export async function knownTexts(path: string): Promise<readonly string[]> {
  const { messages } = await readBaseline(path);
  const texts = messages.map(({ text }) =>
    patternOf({ texts: tokensOfText(text), glue: glueOfText(text) }).join(''),
  );
  return [...new Set(texts)];
}
