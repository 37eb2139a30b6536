/** Makes a clean page look scanned or photographed: turned a little, grey, grainy. All of it is fixed, none random. */

const grain = (seed, strength) =>
  `<svg class="grain" style="opacity:${strength}" xmlns="http://www.w3.org/2000/svg"><filter id="n"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="${seed}"/><feColorMatrix type="saturate" values="0"/></filter><rect width="100%" height="100%" filter="url(#n)"/></svg>`;

/** Wraps a layout's HTML: a flatbed scan, slightly skewed, with a dark edge on one side. */
export function flatbed(html, { turn = -0.6, seed = 7, grainy = 0.16 } = {}) {
  const look = `<style>html{background:#f7f6f2;filter:grayscale(1) contrast(1.08)}body{transform:rotate(${turn}deg);transform-origin:40% 30%;padding:15mm 17mm!important;width:794px;min-height:1123px}.grain{position:fixed;inset:0;width:100%;height:100%;mix-blend-mode:multiply;pointer-events:none}.edge{position:fixed;right:0;top:0;bottom:0;width:9px;background:linear-gradient(90deg,transparent,#0006)}</style>`;
  return html
    .replace('</head>', `${look}</head>`)
    .replace(
      '</body></html>',
      `</body>${grainy > 0 ? grain(seed, grainy) : ''}<div class="edge"></div></html>`,
    );
}

/** Wraps a layout's HTML: a sheet on a table, seen from a little to the side, with a soft shadow across it. */
export function photograph(html) {
  const look = `<style>html{background:radial-gradient(circle at 30% 20%,#8a6f55,#5c4632);overflow:hidden;height:100%}body{width:794px;min-height:1123px;padding:15mm 17mm!important;background:#fdfcf7;transform:translate(46px,40px) perspective(2600px) rotateX(5deg) rotateY(-3deg) rotate(.8deg);box-shadow:0 8px 40px #0009}.light{position:fixed;inset:0;background:linear-gradient(115deg,#fff2 20%,transparent 45%,#0003 95%);pointer-events:none}.grain{position:fixed;inset:0;width:100%;height:100%;mix-blend-mode:multiply}</style>`;
  return html
    .replace('</head>', `${look}</head>`)
    .replace('</body></html>', `</body><div class="light"></div>${grain(3, 0.1)}</html>`);
}
