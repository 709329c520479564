import { tell } from '../../shared/tell';
import { standaloneSvg } from './standalone-svg';

/** Twice the size it has on the page: sharp on paper and on fine screens. */
const scale = 2;

/** Rejects where the browser cannot draw it. */
export async function pngOf(picture: SVGSVGElement): Promise<Uint8Array> {
  const { width, height } = sizeOf(picture);
  const image = new Image(width * scale, height * scale);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(tell('The picture could not be drawn.'));
  return new Uint8Array(await blob.arrayBuffer());
}

function sizeOf(picture: SVGSVGElement): { readonly width: number; readonly height: number } {
  return {
    width: Number(picture.getAttribute('width')),
    height: Number(picture.getAttribute('height')),
  };
}
