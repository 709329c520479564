import { type LineLink, linksOf } from '../../../src/protocol/line-links';
import type { PageRow } from '../../../src/protocol/log-lines';
import { element } from '../../shared/element';
import { visibleText } from '../../shared/visible-text';
import { applyStyle } from './ansi-colours';
import { FoldedLabels, type FoldedStretch } from './folded-labels';
import { type Piece, piecesOf, type Stretch } from './spans';

/** Where a stretch of a row's text stands in the page. */
interface TextPlace {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The text of one row in the page: puts it there, and says where a column of it stands. */
export class RowText {
  readonly element = element('span', { class: 'text' });
  text = '';
  /** Its width is not that of so many characters. */
  isWide = false;
  private folded: FoldedLabels | null = null;
  private places: readonly TextPlace[] = [];
  private links: readonly LineLink[] = [];

  /** `mostChars`: what lies further right is not looked at yet. */
  show(
    text: string,
    styles: PageRow['styles'],
    mostChars: number,
    hasLinks = true,
    folded: FoldedStretch | null = null,
  ): void {
    this.text = text;
    const most = mostChars + (folded?.length ?? 0);
    const shown = text.length > most ? text.slice(0, most) : text;
    this.folded = folded && new FoldedLabels(folded, text);
    this.links = hasLinks ? linksOf(shown) : [];
    const pieces = piecesOf(shown.length, styles, this.links);
    this.isWide = wide.test(shown);
    if (pieces.length === 1 && isPlain(pieces[0])) this.showPlain(shown);
    else this.showPieces(shown, pieces);
  }

  /** Most rows are one text, and the element has one from the row before: changing it is the least work there is. */
  private showPlain(shown: string): void {
    const [first] = this.element.childNodes;
    const isReused = first instanceof Text && this.element.childNodes.length === 1;
    const node = isReused ? first : document.createTextNode('');
    node.data = visibleText(shown);
    if (!isReused) this.element.replaceChildren(node);
    this.places = [{ node, start: 0, end: shown.length }];
  }

  private showPieces(shown: string, pieces: readonly Piece[]): void {
    this.places = pieces.map(({ start, end }) => ({
      node: document.createTextNode(visibleText(shown.slice(start, end))),
      start,
      end,
    }));
    const nodes = pieces.map((piece, index) => wrapped(this.places[index].node, piece));
    this.element.replaceChildren(...(this.folded?.around(nodes, pieces) ?? nodes));
  }

  /** Characters that take room. */
  get shownLength(): number {
    return this.text.length - (this.folded?.spared ?? 0);
  }

  /** Opens folded labels where one of the stretches touches them, and closes them where none does. */
  openAt(stretches: readonly Stretch[]): void {
    this.folded?.openAt(stretches);
  }

  /** As a range of the page; null where nothing of it is shown. Static: every change of the page would look at every live one. */
  range(from: number, until: number): StaticRange | null {
    const [start, end] = [this.placeOf(from), this.placeOf(until)];
    if (!start || !end || from >= until) return null;
    return new StaticRange({
      startContainer: start.node,
      startOffset: Math.min(from, start.end) - start.start,
      endContainer: end.node,
      endOffset: Math.min(until, end.end) - end.start,
    });
  }

  /** Where a stretch stands on screen; of one over several lines, its last. */
  rectOf(from: number, until: number): DOMRect | null {
    const range = this.range(from, until);
    if (!range) return null;
    measuring.setStart(range.startContainer, range.startOffset);
    measuring.setEnd(range.endContainer, range.endOffset);
    const rects = measuring.getClientRects();
    return rects[rects.length - 1] ?? null;
  }

  columnOf(node: Node, offset: number): number | null {
    const place = this.places.find((one) => one.node === node);
    if (place) return place.start + offset;
    return this.element.contains(node) && node.nodeType !== Node.TEXT_NODE && offset === 0 ? 0 : null;
  }

  linkAt(column: number): string | null {
    const link = this.links.find(({ start, length }) => column >= start && column < start + length);
    return link ? this.text.slice(link.start, link.start + link.length) : null;
  }

  private placeOf(column: number): TextPlace | undefined {
    return this.places.find(({ end }) => column <= end) ?? this.places.at(-1);
  }
}

/** The one live range there is. */
const measuring = document.createRange();

/** Beyond Latin a character may be wider than the others of its typeface. */
const wide = /[^\0-\u024f]/;

function isPlain(piece: Piece): boolean {
  return !piece.style && piece.link < 0;
}

function wrapped(node: Text, piece: Piece): Node {
  if (isPlain(piece)) return node;
  const span = element('span', piece.link < 0 ? {} : { class: 'link' }, node);
  if (piece.style) applyStyle(span, piece.style);
  return span;
}
