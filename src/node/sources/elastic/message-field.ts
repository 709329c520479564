import { InputError } from '../../../protocol/input-error';
import { flatFields } from './flat-fields';
import { valueAt } from './hit';
import { listedNames } from './listed-names';

type Source = Readonly<Record<string, unknown>>;

/** What the text of an entry is called: by ECS, then by what else writes logs (OpenTelemetry, Fluent Bit, GELF, Splunk's way). */
const knownNames = [
  'message',
  'log.original',
  'event.original',
  'msg',
  'body',
  'body.text',
  'Body',
  'log',
  'text',
  '@message',
  'full_message',
  'short_message',
  'MESSAGE',
  'log_message',
  'raw',
];

/** Of a field that entries are taken from, so many of a hundred have it. */
const surely = 0.9;
const mostly = 0.5;

/**
 * The fields that hold the text of these documents, the likelier first. Throws InputError `elastic-message` where none is known by
 * name: it names the candidates, and where to write the one that is meant.
 */
export function messageFields(given: string | null, sources: readonly Source[]): readonly string[] {
  if (given !== null) return [given];
  if (sources.length === 0) return knownNames;
  const shares = knownNames.map((name) => ({ name, share: shareWith(name, sources) }));
  const best = shares.find(({ share }) => share >= surely) ?? mostFrequent(shares);
  if (best.share < mostly) throw unsure(candidates(sources));
  return [best.name, ...knownNames.filter((name) => name !== best.name)];
}

function mostFrequent(shares: readonly { name: string; share: number }[]) {
  return shares.reduce((best, one) => (one.share > best.share ? one : best));
}

function shareWith(name: string, sources: readonly Source[]): number {
  return sources.filter((source) => isText(valueAt(source, name))).length / sources.length;
}

function isText(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '';
}

/** Fields that look like sentences, the longest first. */
function candidates(sources: readonly Source[]): string[] {
  const letters = new Map<string, number>();
  for (const source of sources) {
    for (const [name, value] of flatFields(source).fields) {
      if (value.includes(' ')) letters.set(name, (letters.get(name) ?? 0) + value.length);
    }
  }
  return [...letters].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

function unsure(names: readonly string[]): InputError {
  return new InputError({
    code: 'elastic-message',
    sentence: {
      pattern:
        'It is not clear which field holds the message. Write it as messageField of the log source (--message-field); these look like it: {0}.',
      values: [names.length === 0 ? '–' : listedNames(names)],
    },
  });
}
