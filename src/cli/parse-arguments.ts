import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error';

export type OptionTable = NonNullable<ParseArgsConfig['options']>;

export type Parsed<Options extends OptionTable> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>
>;

/** One option as it was written. */
interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/**
 * Options and operands of a command. Node's parser only cuts the line up: what it says of a line it does not
 * like is neither translated nor ends in a cure. @throws UsageError for what the table does not know.
 */
export function parseArguments<const Options extends OptionTable>(
  command: string,
  args: string[],
  options: Options,
): Parsed<Options> {
  const cut = { args, options: options as OptionTable, allowPositionals: true, strict: false, tokens: true };
  const { tokens, positionals } = parseArgs({ ...cut, tokens: true });
  const written = tokens
    .filter((token) => token.kind === 'option')
    .map((token) => checkedOption(command, token, options));
  return parseArgs({
    args: [...written, '--', ...positionals],
    options,
    allowPositionals: true,
    strict: true,
  });
}

/** The option as one argument, so that a value may begin with a dash. */
function checkedOption(command: string, option: OptionToken, options: OptionTable): string {
  const { name, rawName, value } = option;
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!known) {
    const values = [rawName, `oddline ${command} --help`];
    throw new UsageError({ pattern: 'There is no option "{0}". See "{1}".', values });
  }
  if (known.type === 'boolean') {
    if (value === undefined) return rawName;
    throw new UsageError({ pattern: '{0} takes no value. Leave "{1}" out.', values: [rawName, `=${value}`] });
  }
  if (!lacksValue(option)) return `${rawName}=${value}`;
  throw new UsageError({ pattern: '{0} needs a value. Write {0} {1}.', values: [rawName, 'VALUE'] });
}

/** `--since --until T` forgot a value; `--top -1` names a wrong one. */
function lacksValue({ value, inlineValue }: OptionToken): boolean {
  return value === undefined || value === '' || (!inlineValue && value.startsWith('--'));
}
