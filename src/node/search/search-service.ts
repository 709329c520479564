import type { SearchPattern } from '../../engine/filter/filter';
import { filterLines } from '../../engine/filter/filter-lines';
import { type Port, Rpc } from '../../protocol/rpc';
import type {
  PieceRequest,
  SearchedPiece,
  SearchHostApi,
  SearchWorkerApi,
  Span,
} from '../../protocol/search';
import { compilePattern } from './compiled-pattern';
import { BytesSearch } from './find-bytes';
import { RegexSearch } from './find-regex';
import { PieceText } from './piece-text';
import { spansOf } from './spans';

/** The side of a search that works. */
export class SearchService {
  private readonly text = new PieceText();
  private known: { readonly key: string; readonly search: BytesSearch | RegexSearch } | undefined;

  constructor(port: Port) {
    const rpc = new Rpc<SearchWorkerApi, SearchHostApi>(port, {
      searchPiece: (request) => this.searchPiece(request, () => rpc.notify('matching', undefined)),
      spans: ({ pattern, texts }): Span[][] => {
        rpc.notify('matching', undefined);
        return spansOf(pattern, texts);
      },
      filterLines: (request) => filterLines(request),
    });
  }

  private searchPiece(request: PieceRequest, onMatching: () => void): SearchedPiece {
    const search = this.searchOf(request.pattern);
    this.text.read(request);
    onMatching();
    return search.search(this.text).piece(this.text.lineCount);
  }

  private searchOf(pattern: SearchPattern): BytesSearch | RegexSearch {
    const key = JSON.stringify(pattern);
    if (this.known?.key === key) return this.known.search;
    const compiled = compilePattern(pattern);
    const search =
      compiled.kind === 'bytes' ? new BytesSearch(compiled, compiled.wholeWord) : new RegexSearch(compiled);
    this.known = { key, search };
    return search;
  }
}
