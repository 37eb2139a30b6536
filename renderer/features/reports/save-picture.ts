/** How many times finer than on screen a saved picture is. */
const SCALE = 2;

/**
 * A drawing as a PNG, in the colours it has on screen. The tokens of the stylesheet are put in, for a picture on its own has none; nothing is
 * loaded from anywhere.
 */
export async function pictureOf(drawing: SVGSVGElement): Promise<Blob> {
  const copy = drawing.cloneNode(true) as SVGSVGElement; // a clone of what it is
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const style = getComputedStyle(drawing);
  const withColours = new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => resolved(drawing, name));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withColours)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window cannot draw a picture.');
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = style.font;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('This window cannot write a PNG.');
  return blob;
}

/** What a token is in the theme on screen: `light-dark()` is resolved by the browser, so an element has to wear it. */
function resolved(near: Element, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  near.parentElement?.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
