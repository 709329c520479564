/** A piece of text of a report. */
export interface ReportText {
  readonly text: string;
  /** What stands in front of it in the log, as `password=` before a value: alone it would not be known for what it is. */
  readonly before: string;
}

type Redact = (texts: readonly string[]) => Promise<readonly string[]>;

/** More than any chart names; the host takes no longer ones. */
const longestText = 10_000;
/** Of fewer characters many texts have some by chance. */
const shortestWithin = 4;
const groupedNumber = /^\d{1,3}(?:[.,\s’]\d{3})+$/;

/**
 * The same texts with secrets behind placeholders. What is known for a secret where it stands behind its name, or by its digits without
 * the separators of thousands, is hidden in all other texts, too. Of a text that was cut the last word goes: half a secret is none the
 * redactor knows.
 */
export async function redactedReport(
  texts: readonly ReportText[],
  redact: Redact,
): Promise<readonly string[]> {
  const whole = texts.map(({ text, before }) => ({ text: withoutCutWord(text), before }));
  const wanted = [...new Set(whole.flatMap(({ text, before }) => [text, plainNumber(text), before + text]))];
  const answers = await redact(wanted);
  if (answers.length !== wanted.length) throw new Error('Not all of it was redacted.');
  const answerOf = new Map(wanted.map((text, i) => [text, answers[i]]));
  const own = whole.map((one) => ownRedaction(one, (text) => answerOf.get(text) ?? ''));
  const known = new Map(whole.flatMap(({ text }, i) => (own[i].isByPlace ? [[text, own[i].text]] : [])));
  return own.map(({ text }) => withoutKnown(text, known));
}

function withoutCutWord(text: string): string {
  if (text.length > longestText) return '…';
  return text.endsWith('…') ? text.replace(/\S*$/, '…') : text;
}

function plainNumber(text: string): string {
  return groupedNumber.test(text) ? text.replace(/\D/g, '') : text;
}

function ownRedaction({ text, before }: ReportText, answerOf: (text: string) => string) {
  const plain = plainNumber(text);
  if (answerOf(plain) !== plain) return { text: answerOf(plain), isByPlace: plain !== text };
  const inPlace = answerOf(before + text);
  const isByPlace = before !== '' && inPlace !== before + text && inPlace.startsWith(before);
  return { text: isByPlace ? inPlace.slice(before.length) : text, isByPlace };
}

function withoutKnown(text: string, known: ReadonlyMap<string, string>): string {
  let without = known.get(text) ?? text;
  for (const [secret, placeholder] of known)
    if (secret.length >= shortestWithin) without = without.replaceAll(secret, placeholder);
  return without;
}
