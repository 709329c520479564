import { sourceEndings } from '../../engine/log-code/languages';
import { StatementIndex } from '../../engine/log-code/statement-index';
import type {
  CodeStatement,
  LogCodeApi,
  MatchedTemplate,
  ScannedCode,
  TemplateToMatch,
} from '../../protocol/log-code';
import { type Port, Rpc } from '../../protocol/rpc';
import { type FoundStatement, readSource, type SourceFile, statementsIn } from './source-file';

/** Reads at a time: more do not make a disk faster. */
const readsAtOnce = 8;

/** Answers the extension host about the sources it named last. */
export class LogCodeService {
  private files = new Map<string, SourceFile>();
  private index: StatementIndex<FoundStatement> | undefined;

  constructor(port: Port) {
    new Rpc<LogCodeApi, object>(port, {
      sourceEndings: () => sourceEndings,
      scan: ({ paths }, signal) => this.scan(paths, signal),
      match: ({ templates }) => this.match(templates),
      statementsOf: ({ path, text }) => statementsIn(path, text).map(({ place }) => place),
    });
  }

  private async scan(paths: readonly string[], signal: AbortSignal): Promise<ScannedCode> {
    const files = new Map<string, SourceFile>();
    const left = [...paths].sort();
    const readSome = async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        signal.throwIfAborted();
        const file = await readSource(path, this.files.get(path));
        if (file) files.set(path, file);
      }
    };
    await Promise.all(Array.from({ length: readsAtOnce }, readSome));
    this.keep(files);
    return { files: files.size, statements: this.statements().length };
  }

  private keep(files: Map<string, SourceFile>): void {
    const isSame = files.size === this.files.size && [...files].every(([p, f]) => this.files.get(p) === f);
    this.files = files;
    if (!isSame) this.index = undefined;
  }

  /** In the order of paths and lines, whatever the disk answered first. */
  private statements(): readonly FoundStatement[] {
    return [...this.files.keys()].sort().flatMap((path) => this.files.get(path)?.statements ?? []);
  }

  private match(templates: readonly TemplateToMatch[]): readonly MatchedTemplate[] {
    this.index ??= new StatementIndex(this.statements());
    const { index } = this;
    return templates.flatMap(({ id, pattern, level }) => {
      const statements: readonly CodeStatement[] = index.match(pattern, level).map(({ place }) => place);
      return statements.length === 0 ? [] : [{ id, statements }];
    });
  }
}
