import { type LineLink, linksOf } from '../../../src/protocol/line-links';
import type { PageRow } from '../../../src/protocol/log-lines';
import { element } from '../../shared/element';
import { applyStyle } from './ansi-colours';
import { type Piece, piecesOf } from './spans';
import { visibleText } from './visible-text';

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
  private places: readonly TextPlace[] = [];
  private links: readonly LineLink[] = [];

  /** `mostChars`: what lies further right is not looked at yet. */
  show(text: string, styles: PageRow['styles'], mostChars: number): void {
    this.text = text;
    const shown = text.length > mostChars ? text.slice(0, mostChars) : text;
    this.links = linksOf(shown);
    const pieces = piecesOf(shown.length, styles, this.links);
    this.places = pieces.map(({ start, end }) => ({
      node: document.createTextNode(visibleText(shown.slice(start, end))),
      start,
      end,
    }));
    this.element.replaceChildren(...pieces.map((piece, index) => wrapped(this.places[index].node, piece)));
  }

  /** As a range of the page; null where nothing of it is shown. */
  range(from: number, until: number): Range | null {
    const [start, end] = [this.placeOf(from), this.placeOf(until)];
    if (!start || !end || from >= until) return null;
    const range = document.createRange();
    range.setStart(start.node, Math.min(from, start.end) - start.start);
    range.setEnd(end.node, Math.min(until, end.end) - end.start);
    return range;
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

function wrapped(node: Text, piece: Piece): Node {
  if (!piece.style && piece.link < 0) return node;
  const span = element('span', piece.link < 0 ? {} : { class: 'link' }, node);
  if (piece.style) applyStyle(span, piece.style);
  return span;
}
