import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/engine/log-code/languages';
import { hole } from '../../../src/engine/log-code/literal-text';
import { loggingStatements } from '../../../src/engine/log-code/logging-statements';
import { processorMs } from '../../processor-time';

/** Messages with `_` for each value; `#{` stands for what begins an expression in a template literal. */
function messagesOf(language: Language, source: string): string[] {
  return loggingStatements(source.replaceAll('#{', '${'), language).map(({ message }) =>
    message.replaceAll(hole, '_'),
  );
}

const cases: readonly (readonly [Language, string, string, readonly string[]])[] = [
  [
    'script',
    'a template literal',
    'log.info(`cart #{cart.id} of #{users[{a: 1}.a]} paid`)',
    ['cart _ of _ paid'],
  ],
  ['script', 'concatenation', "this.logger.warn('cart ' + id + ' is' + ' empty')", ['cart _ is empty']],
  ['script', 'places of a format', 'console.log("took %d ms (%s)", ms, name)', ['took _ ms (_) _ _']],
  ['script', 'arguments that are joined', 'console.error("cart", id, "lost")', ['cart _ lost']],
  ['script', 'an object first', "log.info({ id, text: 'no message' }, 'cart opened')", ['cart opened']],
  ['script', 'an error first', "log.error(err, 'cart lost')", ['cart lost']],
  ['script', 'a level first', "logger.log('info', 'cart shown')", ['cart shown']],
  ['script', 'several lines', 'log.info(\n  `one` +\n  ` two`,\n)', ['one two']],
  ['script', 'escapes', String.raw`log.info('it\'s \u0041 \"cart\"\n')`, ['it\'s A "cart" ']],
  ['script', 'comments', "// log.info('no')\n/* log.info('no') */ log.info('yes' /* no */)", ['yes']],
  ['script', 'strings that hold calls', `const a = "log.info('no')"; log.info('yes');`, ['yes']],
  ['script', 'regex literals', `a = /['"\`]/.test(b) ? 1 : 2; log.info('yes')`, ['yes']],
  ['script', 'divisions', `a = b / c; log.info('yes'); d = e / f`, ['yes']],
  ['script', 'an apostrophe in JSX', `<p>don't</p>;\nlog.info('yes')`, ['yes']],
  ['script', 'chains', "app.get('log').child({ a }).logger?.info('yes')", ['yes']],
  ['script', 'what only sounds like it', "catalog.error('no'); dialog.info('no'); blog.log('no')", []],
  ['script', 'no text', 'log.info(message); log.info(`#{message}`); log.info()', []],
  ['script', 'a call that never ends', "log.info('yes'", ['yes']],

  [
    'python',
    'an f-string',
    'logger.info(f"cart {cart.id!r} of {user[\'name\']} {{paid}}")',
    ['cart _ of _ {paid}'],
  ],
  ['python', 'places of a format', "logging.warning('took %(ms)d ms, %s', d, x)", ['took _ ms, _']],
  ['python', '% and a tuple', "self.log.info('cart %s of %s' % (a, 'no'))", ['cart _ of _']],
  ['python', 'str.format', "log.error('cart {} of {name}'.format(a, name='no'))", ['cart _ of _']],
  ['python', 'neighbours', "log.debug('one '\n  'two'\n  f' {three}')", ['one two _']],
  ['python', 'long strings', 'log.info("""cart\n "opened" """)', ['cart\n "opened" ']],
  ['python', 'raw strings', String.raw`log.info(r'path \d "x"')`, ['path   "x"']],
  ['python', 'print', "print('cart', id, 'lost')", ['cart _ lost']],
  ['python', 'comments and docstrings', '# log.info("no")\n"""log.info("no")"""\nlog.info("yes")', ['yes']],
  ['python', 'a definition', "def log(text='no words'): pass", []],

  ['java', 'places of SLF4J', 'LOG.info("Cart {} of {}", id, user);', ['Cart _ of _']],
  ['java', 'concatenation', 'logger.warn("Cart " + cart.getId() + " is empty", e);', ['Cart _ is empty']],
  ['java', 'String.format', 'log.error(String.format("Cart %s: %,.2f", id, x));', ['Cart _: %,.2f']],
  ['java', 'a supplier', 'log.debug(() -> "Cart " + id);', ['Cart _']],
  ['java', 'a date within', 'log.info("Day " + day.format("yyyy MMM"));', ['Day _']],
  ['java', 'the fluent way', 'log.atInfo().addArgument(id).log("Cart {}");', ['Cart _']],
  ['java', 'a marker', 'log.info(AUDIT, "Cart {}", id);', ['Cart _']],
  ['java', 'characters', `char c = '"'; log.info("yes");`, ['yes']],
  ['java', 'a text block', 'log.info("""\n  Cart {}""", id);', ['\n  Cart _']],
  ['java', 'the output', 'System.out.println("Cart " + id);', ['Cart _']],

  ['go', 'a format', 'log.Printf("cart %v of %+v: %q", a, b, c)', ['cart _ of _: _']],
  ['go', 'raw strings', 'logger.Infof(`cart "%s"`, id)', ['cart "_"']],
  ['go', 'fields', 'slog.InfoContext(ctx, "cart opened", "id", id)', ['cart opened']],
  ['go', 'a chain', 'log.WithFields(log.Fields{"no": "no"}).Error("cart lost")', ['cart lost']],
  ['go', 'fmt.Sprintf', 'log.Error(fmt.Sprintf("cart %d lost", id))', ['cart _ lost']],
  ['go', 'runes', `r := '"'; log.Print("yes")`, ['yes']],
  ['go', 'errors', 'return fmt.Errorf("no cart %d", id)', []],

  [
    'csharp',
    'names of places',
    '_logger.LogInformation("Cart {CartId} of {@User}", id, user);',
    ['Cart _ of _'],
  ],
  ['csharp', 'interpolation', 'logger.LogError(ex, $"Cart {cart.Id:N2} {{open}}");', ['Cart _ {open}']],
  ['csharp', 'verbatim strings', 'Log.Information(@"C:\\carts ""{Name}""");', ['C:\\carts "_"']],
  ['csharp', 'an attribute', '[LoggerMessage(EventId = 1, Message = "Cart {Id} lost")]', ['Cart _ lost']],
  ['csharp', 'the console', 'Console.WriteLine($"Cart {id}");', ['Cart _']],
  ['csharp', 'directives', '#region it\'s "here\nlog.Info("yes");', ['yes']],
];

describe('logging statements', () => {
  it.each(cases)('%s: %s', (language, _, source, messages) => {
    expect(messagesOf(language, source)).toEqual(messages);
  });

  it('stand where the name of the method does', () => {
    const source = "a();\nlog.info(\n  'cart'\n); b()";
    const [{ start, end, level }] = loggingStatements(source, 'script');
    expect([source.slice(start, start + 4), source.slice(end), level]).toEqual(['info', '; b()', 'info']);
  });

  const languages = fc.constantFrom<Language>('script', 'python', 'java', 'go', 'csharp');
  const pieces = fc.constantFrom(
    ...[
      'log.info(',
      ')',
      '"',
      "'",
      '`',
      '"""',
      '${',
      '{',
      '}',
      '\\',
      '/',
      '*',
      '#',
      '[',
      '\n',
      'f',
      '$@',
      '+',
      ',',
    ],
    ...['words', '%', '\u0000', '\ud83d', '.', '(', '=', '>'],
  );

  it('of no source, however broken, reach beyond it', () => {
    const sources = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(languages, sources, (language, source) => {
        for (const { start, end, message } of loggingStatements(source, language)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(source.length);
          expect(message).toMatch(/\p{L}{2}/u);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['log.info(', '"', '/*', '`${', '/[', '([{', 'a.', "f'{", '""" ', 'log.info("a" + '])(
    'a source full of %j is read in a time that grows with it',
    (piece) => {
      const source = piece.repeat(2e5 / piece.length);
      const took = processorMs(() => {
        for (const language of ['script', 'python', 'csharp'] as const) loggingStatements(source, language);
      });
      expect(took).toBeLessThan(10_000);
    },
  );
});
